using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.Dukascopy;

/// <summary>Answers of the newer interface: first values as they are, then differences in units of the multiplier.</summary>
static class DeltaJson
{
    /// <summary>Ticks of an hour; times are milliseconds.</summary>
    public static JsonObject Ticks(IReadOnlyList<SeededTick> ticks, DateTime hour, decimal point) => new()
    {
        ["timestamp"] = Milliseconds(hour),
        ["multiplier"] = point,
        ["ask"] = First(ticks.Select(tick => tick.Ask), point),
        ["bid"] = First(ticks.Select(tick => tick.Bid), point),
        ["times"] = Steps([Milliseconds(hour), .. ticks.Select(tick => Milliseconds(tick.At))]),
        ["asks"] = Differences(ticks.Select(tick => tick.Ask)),
        ["bids"] = Differences(ticks.Select(tick => tick.Bid)),
        ["askVolumes"] = Numbers(ticks.Select(tick => tick.AskSize / 100m)),
        ["bidVolumes"] = Numbers(ticks.Select(tick => tick.BidSize / 100m)),
    };

    /// <summary>Candles of a day, month or year; times are in lengths of a candle.</summary>
    public static JsonObject Candles(IReadOnlyList<SeededBar> bars, DateTime begin, TimeSpan step, decimal point) => new()
    {
        ["timestamp"] = Milliseconds(begin),
        ["multiplier"] = point,
        ["open"] = First(bars.Select(bar => bar.Open), point),
        ["high"] = First(bars.Select(bar => bar.High), point),
        ["low"] = First(bars.Select(bar => bar.Low), point),
        ["close"] = First(bars.Select(bar => bar.Close), point),
        ["shift"] = (long)step.TotalMilliseconds,
        ["times"] = Steps([0, .. bars.Select(bar => (long)((bar.Begin - begin) / step))]),
        ["opens"] = Differences(bars.Select(bar => bar.Open)),
        ["highs"] = Differences(bars.Select(bar => bar.High)),
        ["lows"] = Differences(bars.Select(bar => bar.Low)),
        ["closes"] = Differences(bars.Select(bar => bar.Close)),
        ["volumes"] = Numbers(bars.Select(bar => bar.Volume / 10m)),
    };

    static long Milliseconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds();

    static JsonNode? First(IEnumerable<long> values, decimal point) => values.Select(value => (JsonNode?)JsonValue.Create(value * point)).FirstOrDefault();

    static JsonArray Differences(IEnumerable<long> values) => values.FirstOrDefault() is var first ? Steps([first, .. values]) : [];

    static JsonArray Steps(IReadOnlyList<long> values) => new([.. values.Skip(1).Select((value, at) => (JsonNode?)JsonValue.Create(value - values[at]))]);

    static JsonArray Numbers(IEnumerable<decimal> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);
}
