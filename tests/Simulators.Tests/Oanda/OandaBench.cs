using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Simulators.Oanda;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>A simulated OANDA and a bare HTTP client before it: what is asserted here is seen on the wire.</summary>
sealed class OandaBench : IAsyncDisposable
{
    const string Home = "/v3/accounts/101-004-1435156-001";

    OandaBench(OandaSimulator venue)
    {
        Venue = venue;
        Http = new HttpClient { BaseAddress = venue.RestUri, Timeout = TimeSpan.FromSeconds(30) };
        Http.DefaultRequestHeaders.Add("Authorization", "Bearer sim-key");
        venue.Quote("EUR_USD", 1.10000m, 1.10010m);
    }

    public OandaSimulator Venue { get; }

    public HttpClient Http { get; }

    public static async Task<OandaBench> Open(OandaOptions? options = null) => new(await OandaSimulator.Start(options));

    public Task<Told> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Told> Put(string path, object? body = null) => Send(HttpMethod.Put, path, body);

    public Task<Told> Post(string path, object body) => Send(HttpMethod.Post, path, body);

    /// <summary>Creates an order from the fields that differ from a purchase of EUR_USD.</summary>
    public Task<Told> Order(object fields)
    {
        var order = new JsonObject { ["instrument"] = "EUR_USD", ["units"] = "1000" };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(fields)!.AsObject())
        {
            order[name] = value?.DeepClone();
        }

        return Post("/orders", new { order });
    }

    public Task<Told> Market(decimal units) => Order(new { type = "MARKET", units = units.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    public async Task<Told> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("/v3", StringComparison.Ordinal) ? path : Home + path);
        request.Content = body is null ? null : JsonContent.Create(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.False(response.StatusCode == HttpStatusCode.InternalServerError, text);
        return new Told(response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value)));
    }

    /// <summary>Opens a stream, prices or transactions, and reads its lines.</summary>
    public async Task<StreamReader> Listen(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Home + path);
        var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new StreamReader(await response.Content.ReadAsStreamAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Venue.DisposeAsync();
    }

    /// <summary>The next line of a stream that is no heartbeat.</summary>
    public static async Task<JsonElement> Next(StreamReader stream, string? type = null)
    {
        while (true)
        {
            var line = await stream.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) ?? throw new EndOfStreamException();
            var told = JsonDocument.Parse(line).RootElement;
            if (type is null ? told.GetProperty("type").GetString() != "HEARTBEAT" : told.GetProperty("type").GetString() == type)
            {
                return told;
            }
        }
    }
}
