using System.Globalization;
using System.Net;
using System.Text.Json;
using Workbench.Simulators.Binance;

namespace Workbench.Simulators.Tests.Binance;

/// <summary>A plain caller of the simulator, who signs as the documentation's example does.</summary>
sealed class Caller(BinanceSimulator simulator, string key = "sim-key", string secret = "sim-secret") : IDisposable
{
    readonly HttpClient http = new() { BaseAddress = simulator.RestUri };

    public sealed record Answer(int Status, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
    {
        public int Code => Body.TryGetProperty("code", out var code) ? code.GetInt32() : 0;

        public string Text => Body.TryGetProperty("msg", out var text) ? text.GetString()! : "";

        public string this[string field] => Body.GetProperty(field).ToString();
    }

    public static long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    /// <summary>A signed call. The parameters are written as in a query.</summary>
    public Task<Answer> Signed(string verb, string path, string sent = "", long? timestamp = null)
    {
        var payload = (sent.Length == 0 ? "" : sent + "&") + string.Create(CultureInfo.InvariantCulture, $"timestamp={timestamp ?? Now}");
        return Send(verb, $"{path}?{payload}&signature={BinanceSignature.Hmac(secret, payload)}");
    }

    public Task<Answer> Open(string path) => Send("GET", path);

    public async Task<Answer> Send(string verb, string pathAndQuery, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), pathAndQuery);
        request.Headers.Add("X-MBX-APIKEY", key);
        request.Content = body is null ? null : new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, JsonDocument.Parse(text).RootElement,
            response.Headers.ToDictionary(each => each.Key, each => string.Join(',', each.Value), StringComparer.OrdinalIgnoreCase));
    }

    public Task<Answer> Limit(string side, string qty, string price, string more = "") =>
        Signed("POST", "/api/v3/order", $"symbol=BTCUSDT&side={side}&type=LIMIT&timeInForce=GTC&quantity={qty}&price={price}{more}");

    public Task<Answer> FuturesLimit(string side, string qty, string price, string more = "&timeInForce=GTC") =>
        Signed("POST", "/fapi/v1/order", $"symbol=BTCUSDT&side={side}&type=LIMIT&quantity={qty}&price={price}{more}");

    public void Dispose() => http.Dispose();
}
