using System.Net;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>What came back for a command, before it is known what it means: a status with an answer that parsed, or nothing that proves anything.</summary>
/// <param name="Status">The venue's status; 0 where there is none.</param>
/// <param name="Answer">Its answer; null where there is none, or none that parses.</param>
/// <param name="Time">The venue's second, UTC nanoseconds.</param>
/// <param name="Lost">What is known where there is no answer.</param>
sealed record OandaReply(HttpStatusCode Status, OandaAnswer? Answer, long Time, SendResult Lost)
{
    /// <summary>Whether the venue did what it was asked.</summary>
    public bool IsDone => (int)Status is >= 200 and < 300;

    /// <summary>Whether the venue said no, and did nothing. 408, 409 and 425 do not say that.</summary>
    public bool IsRefused => (int)Status is >= 400 and < 500 and not (408 or 409 or 425);

    public static OandaReply NotSent(string why) => new(0, null, 0, SendResult.NotSent(why));

    public static OandaReply Unknown(string why) => new(0, null, 0, SendResult.Unknown(why));

    /// <summary>An answer as it came. What does not parse proves nothing, whatever its status: a proxy may have spoken.</summary>
    public static OandaReply Of(HttpStatusCode status, byte[] body, long time)
    {
        try
        {
            return (int)status >= 500 ? Unknown($"OANDA answered {(int)status}")
                : JsonSerializer.Deserialize(body, OandaWire.Default.OandaAnswer) is { } answer ? new OandaReply(status, answer, time, default)
                : Unknown($"OANDA's answer ({(int)status}) is empty");
        }
        catch (JsonException)
        {
            return Unknown($"OANDA's answer ({(int)status}) is not understood");
        }
    }
}
