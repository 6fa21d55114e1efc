using System.IO.Pipelines;
using System.Net;
using System.Text;
using Workbench.Brokers.Oanda;

namespace Workbench.Brokers.Tests.Oanda;

/// <summary>The other end of the wire, word by word: answers what a test says, and feeds streams by hand.</summary>
sealed class ScriptedVenue : HttpMessageHandler
{
    readonly Lock gate = new();
    readonly List<(string Line, string Body, VenueCall Call)> asked = [];

    /// <summary>Answers to what no test scripts: an account without orders whose last transaction is number 100.</summary>
    public Dictionary<string, Func<HttpResponseMessage>> Answers { get; } = new(StringComparer.Ordinal)
    {
        ["GET /v3/accounts"] = () => Json("""{"accounts":[{"id":"101-004-0000000-001","tags":[]}]}"""),
        ["GET summary"] = () => Json("""{"account":{"id":"101-004-0000000-001","currency":"EUR","balance":"1000.5"},"lastTransactionID":"100"}"""),
        ["GET transactions/sinceid?id=100"] = () => Json("""{"transactions":[],"lastTransactionID":"100"}"""),
    };

    public IReadOnlyList<(string Line, string Body, VenueCall Call)> Asked
    {
        get
        {
            lock (gate)
            {
                return [.. asked];
            }
        }
    }

    public static VenueKeys Keys { get; } = new() { Venue = "oanda", Name = "demo", Key = "the-planted-token", Account = "101-004-0000000-001" };

    public static Instrument EurUsd { get; } = new() { Symbol = "EURUSD", BaseCurrency = "EUR", QuoteCurrency = "USD", PriceScale = 5 };

    public static OandaOptions Hurried { get; } = new()
    {
        PriceSilence = TimeSpan.FromMilliseconds(300),
        TransactionSilence = TimeSpan.FromMilliseconds(300),
        LookAgain = TimeSpan.FromMilliseconds(20),
    };

    public static OrderRequest Limit { get; } = new()
    {
        ClOrdId = "ours1",
        Instrument = EurUsd,
        Side = Side.Buy,
        Type = OrderType.Limit,
        OrderQty = 100m,
        Price = 1.20m,
    };

    public static OrderKey Key { get; } = new(EurUsd, "ours1", "");

    public OandaBroker Broker(OandaOptions? options = null, TimeProvider? time = null) =>
        new(Keys, OandaHosts.At(new Uri("http://rest.test"), new Uri("http://stream.test")), new HttpClient(this), time ?? TimeProvider.System, options ?? Hurried);

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>A stream that says those lines and then nothing more.</summary>
    public static HttpResponseMessage Stream(params string[] lines)
    {
        var pipe = new Pipe();
        Say(pipe, lines);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(pipe.Reader.AsStream()) };
    }

    /// <summary>The next stream that is opened, to be fed by hand.</summary>
    public Pipe Feed(string line)
    {
        var pipe = new Pipe();
        Answers[line] = () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(pipe.Reader.AsStream()) };
        return pipe;
    }

    public static void Say(Pipe pipe, params string[] lines) =>
        pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))).AsTask().Wait();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal("Bearer " + Keys.Key, request.Headers.Authorization!.ToString());
        Assert.True(request.Options.TryGetValue(new HttpRequestOptionsKey<VenueCall>(VenueCall.OptionName), out var call));
        var path = request.RequestUri!.PathAndQuery.Replace("/v3/accounts/101-004-0000000-001/", "", StringComparison.Ordinal);
        var line = $"{request.Method} {path}";
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Func<HttpResponseMessage>? answer;
        lock (gate)
        {
            asked.Add((line, body, call!));
            Answers.TryGetValue(line, out answer);
        }

        return answer?.Invoke() ?? Json("""{"errorCode":"NO_SUCH_ORDER","errorMessage":"not scripted"}""", HttpStatusCode.NotFound);
    }
}
