using System.Text.Json;

namespace Workbench.Brokers.Binance;

/// <summary>What came back from one request.</summary>
/// <param name="Outcome">What it proves.</param>
/// <param name="Status">HTTP status; 0 where none came.</param>
/// <param name="Code">The venue's error code; 0 where it gave none.</param>
/// <param name="Text">The venue's words, or ours for a break; no secret, no address.</param>
/// <param name="Body">The body; empty where none came.</param>
sealed record BinanceAnswer(BinanceOutcome Outcome, int Status, int Code, string Text, byte[] Body)
{
    /// <summary>Codes that leave open what happened. -1008 is documented as failed, yet an order was seen alive after it.</summary>
    static readonly int[] OpenCodes = [-1000, -1001, -1006, -1007, -1008];

    /// <summary>Whether a code leaves open what happened.</summary>
    public static bool LeavesOpen(int code) => OpenCodes.Contains(code);

    public static BinanceAnswer Broken(BinanceOutcome outcome, string why) => new(outcome, 0, 0, why, []);

    /// <summary>Reads status and body for what they prove.</summary>
    public static BinanceAnswer Of(int status, byte[] body)
    {
        if (status is >= 200 and < 300)
        {
            return new(BinanceOutcome.Told, status, 0, "", body);
        }

        var (code, text) = Error(body);
        return new(Proven(status, code), status, code, text.Length == 0 ? FormattableString.Invariant($"HTTP {status}") : text, body);
    }

    /// <summary>The body as a record.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public T Read<T>() => BinanceWire.Read<T>(Body);

    // 403 is the firewall's, 418 and 429 the limiter's: they stand before everything that trades. A 4xx without the venue's own code came from who knows where.
    static BinanceOutcome Proven(int status, int code) => status switch
    {
        >= 500 or 408 => BinanceOutcome.Unknown,
        403 or 418 or 429 => BinanceOutcome.Refused,
        >= 400 when code != 0 && !LeavesOpen(code) => BinanceOutcome.Refused,
        _ => BinanceOutcome.Unknown,
    };

    static (int Code, string Text) Error(byte[] body)
    {
        try
        {
            var error = BinanceWire.Read<BinanceErrorWire>(body);
            return (error.Code, error.Msg ?? "");
        }
        catch (JsonException)
        {
            return (0, "");
        }
    }
}
