using System.Globalization;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.Brokers.Tiingo;

/// <summary>Tiingo's messages, and the house's events in them.</summary>
static class TiingoWire
{
    const int MostDecimals = 12;

    /// <summary>What begins a subscription.</summary>
    public static string Subscription(string token, int threshold, IEnumerable<string> tickers) =>
        JsonSerializer.Serialize(new { eventName = "subscribe", authorization = token, eventData = new { thresholdLevel = threshold, tickers } });

    /// <summary>What sort of message it is: A and U bring data, H is a heartbeat, I an answer, E a refusal.</summary>
    public static string KindOf(JsonElement message) => message.GetProperty("messageType").GetString() ?? "";

    /// <summary>Code and words of an answer or a refusal.</summary>
    public static (int Code, string Text) Response(JsonElement message) => message.TryGetProperty("response", out var said)
        ? (said.TryGetProperty("code", out var code) ? code.GetInt32() : 0, said.TryGetProperty("message", out var text) ? text.GetString() ?? "" : "")
        : (0, "");

    /// <summary>The ticker of an update of the best bid and ask; null where the message is another, such as a print.</summary>
    public static string? TickerOf(JsonElement message, TiingoColumns at) =>
        message.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array && data[0].ValueKind == JsonValueKind.String && data[0].ValueEquals("Q") ? data[at.Ticker].GetString() : null;

    /// <summary>The update; null where one of the two sides is empty. What is finer than the instrument's grid is rounded against the trader.</summary>
    public static Tick? Tick(JsonElement message, TiingoColumns at, Instrument instrument)
    {
        var data = message.GetProperty("data");
        return Number(data[at.Bid]) is { } bid && Number(data[at.Ask]) is { } ask
            ? new Tick(
                instrument, Time(data[at.Time]),
                instrument.ToRaw(Math.Floor(bid / instrument.TickSize) * instrument.TickSize), instrument.ToRaw(Math.Ceiling(ask / instrument.TickSize) * instrument.TickSize),
                Size(data[at.BidSize], instrument), Size(data[at.AskSize], instrument))
            : null;
    }

    static long Size(JsonElement size, Instrument instrument) => instrument.SizeToRaw(Math.Round(Number(size) ?? 0m, instrument.SizeScale, MidpointRounding.ToZero));

    // Numbers are printed from binary fractions: 1.1000000000000001 is 1.1, which must not lose a point by being rounded down.
    static decimal? Number(JsonElement number) => number.ValueKind == JsonValueKind.Null ? null : Math.Round(number.GetDecimal(), MostDecimals);

    static long Time(JsonElement time) =>
        UtcNanos.From(DateTimeOffset.Parse(time.GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime);
}
