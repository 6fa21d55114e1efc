using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Workbench.Simulators.Oanda;

/// <summary>What stands before every call: the limit, faults, the token, the account; and after it: how an answer looks on the wire.</summary>
sealed class OandaGate(OandaOptions options, SimClock clock, Faults faults)
{
    readonly Lock gate = new();
    readonly Queue<long> recent = new();
    long lastRequestID = 10_000_000;

    /// <summary>Why a call gets no further; null where it does. Every call counts, whatever becomes of it.</summary>
    public async Task<OandaAnswer?> WhyNot(HttpContext http)
    {
        http.Response.Headers["RequestID"] = Interlocked.Increment(ref lastRequestID).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        if (faults.Take(FaultKind.Delay, 1_000, out var late))
        {
            await Task.Delay(late, http.RequestAborted).ConfigureAwait(false);
        }

        return IsTooOften() || faults.Take(FaultKind.TooManyRequests) ? OandaAnswer.Error(429, "The request rate limit has been exceeded")
            : faults.Take(FaultKind.Maintenance) ? OandaAnswer.Error(503, "The service is temporarily unavailable")
            : faults.Take(FaultKind.Banned) ? OandaAnswer.Error(403, "The provided request was forbidden.")
            : faults.Take(FaultKind.TokenExpired) || !IsKnown(http) ? OandaAnswer.Error(401, "Insufficient authorization to perform request.")
            : http.Request.Headers["Accept-Datetime-Format"].ToString() is not ("" or "RFC3339" or "UNIX")
                ? OandaAnswer.Error(400, "Invalid value specified for 'Accept-Datetime-Format'")
            : AccountTrouble(http.Request.RouteValues["account"] as string);
    }

    public static string RequestID(HttpContext http) => http.Response.Headers["RequestID"].ToString();

    public static JsonSerializerOptions Json(HttpContext http) =>
        http.Request.Headers["Accept-Datetime-Format"] == "UNIX" ? OandaJson.Unix : OandaJson.Rfc3339;

    /// <summary>The body as an object; an empty one where there is none.</summary>
    public static async Task<JsonFields> Body(HttpContext http)
    {
        using var text = new StreamReader(http.Request.Body);
        var body = await text.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false);
        try
        {
            return JsonFields.Of(JsonDocument.Parse(body.Length == 0 ? "{}" : body).RootElement, "");
        }
        catch (JsonException)
        {
            throw new BadRequestException("Invalid JSON, ParseErrorCode: 1, Message: The document is empty or broken.");
        }
    }

    /// <summary>Sends an answer. What changed something may lose its answer on the way, or have it spoilt.</summary>
    public async Task Send(HttpContext http, OandaAnswer answer, bool isChange)
    {
        if (isChange && faults.Take(FaultKind.FillBeforeAck, 100, out var late))
        {
            await Task.Delay(late, http.RequestAborted).ConfigureAwait(false);
        }

        if (isChange && faults.Take(FaultKind.DropAckAfterAccept))
        {
            http.Abort();
            return;
        }

        if (isChange && faults.Take(FaultKind.ServerErrorWithOrderAccepted))
        {
            answer = OandaAnswer.Error(502, "Bad Gateway");
        }

        var host = $"{http.Request.Scheme}://{http.Request.Host}";
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json";
        if (answer.Location is { } location)
        {
            http.Response.Headers.Location = host + location;
        }

        if (answer.Next is { } next)
        {
            http.Response.Headers.Link = $"<{host}{next}>; rel=\"next\"";
        }

        await http.Response.Body.WriteAsync(answer.Spell(Json(http)), http.RequestAborted).ConfigureAwait(false);
    }

    bool IsKnown(HttpContext http) => http.Request.Headers.Authorization == $"Bearer {options.ApiKey}";

    OandaAnswer? AccountTrouble(string? account) =>
        account is null || account == options.AccountID ? null
        : account.Split('-') is { Length: 4 } parts && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            ? OandaAnswer.Error(403, "The provided request was forbidden.")
            : OandaAnswer.Error(400, "Invalid value specified for 'accountID'");

    // Over the last second, whichever that is.
    bool IsTooOften()
    {
        lock (gate)
        {
            var at = Environment.TickCount64;
            while (recent.TryPeek(out var oldest) && at - oldest >= 1_000)
            {
                recent.Dequeue();
            }

            recent.Enqueue(at);
            return recent.Count > options.RequestsPerSecond;
        }
    }
}
