using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Workbench.Simulators.Providers;

/// <summary>The way of an answer to whoever asked, on which its body may be cut, held up or mislabelled.</summary>
sealed class Delivery(Faults faults, SimClock clock)
{
    static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(20);

    /// <summary>Sends it.</summary>
    /// <returns>Bytes of the body that went out, and whether that is all of it.</returns>
    public async Task<(long Bytes, bool IsWhole)> Send(HttpContext http, ProviderAnswer answer)
    {
        var body = Dress(http, answer);
        var cancel = http.RequestAborted;
        if (faults.Take(FaultKind.HalfBody))
        {
            return await Write(http, body[..(body.Length / 2)], cancel).ConfigureAwait(false) with { IsWhole = false };
        }

        if (faults.Take(FaultKind.CutBody))
        {
            return await Break(http, body, TimeSpan.Zero, cancel).ConfigureAwait(false);
        }

        if (faults.Take(FaultKind.Stall, 60_000, out var milliseconds))
        {
            return await Break(http, body, TimeSpan.FromMilliseconds(milliseconds), cancel).ConfigureAwait(false);
        }

        return faults.Take(FaultKind.SlowDrip, 64, out var piece)
            ? await Trickle(http, body, piece, cancel).ConfigureAwait(false)
            : await Write(http, body, cancel).ConfigureAwait(false);
    }

    byte[] Dress(HttpContext http, ProviderAnswer answer)
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = faults.Take(FaultKind.WrongType) ? "text/html; charset=utf-8" : answer.Type;
        headers.Date = clock.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        if (answer.RetryAfter is { } seconds)
        {
            headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var isText = answer.Type.Contains("json", StringComparison.Ordinal) || answer.Type.StartsWith("text/", StringComparison.Ordinal);
        if (!isText || answer.Body.Length == 0 || !http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
        {
            return answer.Body;
        }

        headers.ContentEncoding = "gzip";
        return Packed(answer.Body);
    }

    static byte[] Packed(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(body);
        }

        return packed.ToArray();
    }

    static async Task<(long Bytes, bool IsWhole)> Write(HttpContext http, byte[] body, CancellationToken cancel)
    {
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, cancel).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(cancel).ConfigureAwait(false);
        return (body.Length, true);
    }

    static async Task<(long Bytes, bool IsWhole)> Break(HttpContext http, byte[] body, TimeSpan held, CancellationToken cancel)
    {
        http.Response.ContentLength = Math.Max(1, body.Length);
        await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), cancel).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(cancel).ConfigureAwait(false);
        await Task.Delay(held, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Abort();
        return (body.Length / 2, false);
    }

    static async Task<(long Bytes, bool IsWhole)> Trickle(HttpContext http, byte[] body, int piece, CancellationToken cancel)
    {
        http.Response.ContentLength = body.Length;
        for (var at = 0; at < body.Length; at += piece)
        {
            await http.Response.Body.WriteAsync(body.AsMemory(at, Math.Min(piece, body.Length - at)), cancel).ConfigureAwait(false);
            await http.Response.Body.FlushAsync(cancel).ConfigureAwait(false);
            await Task.Delay(Drip, cancel).ConfigureAwait(false);
        }

        return (body.Length, true);
    }
}
