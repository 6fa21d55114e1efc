using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Workbench.Simulators.Binance;

/// <summary>REST: finds the call, reads the text that was signed exactly as it was sent, and writes the answer.</summary>
sealed partial class BinanceRest(BinanceDesk desk, BinanceGate gate)
{
    public async Task ServeAsync(HttpContext http)
    {
        var endpoint = desk.Endpoints.FirstOrDefault(each => each.Verb == http.Request.Method && each.Path == http.Request.Path.Value);
        if (endpoint is null)
        {
            await NotThere(http).ConfigureAwait(false);
            return;
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false);
        var answer = await gate.HandleAsync(endpoint, Call(http, Query(http), body)).ConfigureAwait(false);
        if (answer.IsLost)
        {
            http.Abort();
            return;
        }

        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await Write(http, answer.Status, BinanceJson.Text(answer.Body)).ConfigureAwait(false);
    }

    static BinanceCall Call(HttpContext http, string query, string body)
    {
        var payload = Signature().Replace(query, "") + Signature().Replace(body, "");
        var key = http.Request.Headers["X-MBX-APIKEY"].ToString();
        return new BinanceCall(Params.OfRequest(query, body), key, payload.TrimStart('&'), !Unencoded().IsMatch(payload));
    }

    // Kestrel's own reading of the query has lost how it was spelt.
    static string Query(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var at = target.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? "" : target[(at + 1)..];
    }

    // The stream of one's own events by listen key ended on spot on 2026-02-20.
    static Task NotThere(HttpContext http) => http.Request.Path.StartsWithSegments("/api/v3/userDataStream", StringComparison.Ordinal)
        ? Write(http, StatusCodes.Status410Gone, """{"code":-1020,"msg":"This operation is not supported."}""")
        : Write(http, StatusCodes.Status404NotFound, """{"code":-1000,"msg":"Path is not valid."}""");

    static Task Write(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json;charset=UTF-8";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }

    [GeneratedRegex("(^|&)signature=[^&]*")]
    private static partial Regex Signature();

    [GeneratedRegex("""[^\x21-\x7E]|["<>\\^`{|}\[\]]""")]
    private static partial Regex Unencoded();
}
