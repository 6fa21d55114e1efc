namespace Workbench.Simulators.Oanda;

/// <summary>Candles of each instrument: a past drawn from a seed, and behind it the prices that came.</summary>
sealed class OandaCandles
{
    const int MostMinutes = 20_000;
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    readonly Dictionary<string, SortedDictionary<DateTime, OandaCandle>> minutes = new(StringComparer.Ordinal);

    /// <summary>Lengths that can be asked for; longer ones would have to know where a trading day begins.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> Granularities { get; } = new Dictionary<string, TimeSpan>
    {
        ["M1"] = Minute, ["M2"] = 2 * Minute, ["M4"] = 4 * Minute, ["M5"] = 5 * Minute, ["M10"] = 10 * Minute, ["M15"] = 15 * Minute,
        ["M30"] = 30 * Minute, ["H1"] = 60 * Minute,
    };

    public void Add(OandaPrice price)
    {
        lock (gate)
        {
            var of = Of(price.Instrument);
            var at = Floor(price.Time.Instant.UtcDateTime, Minute);
            of[at] = of.TryGetValue(at, out var candle) ? candle.And(price) : OandaCandle.Of(price);
            if (of.Count > MostMinutes)
            {
                of.Remove(of.Keys.First());
            }
        }
    }

    /// <summary>Draws a past that ends where the first price is.</summary>
    public void Imagine(OandaPrice first, int count, OandaInstrument instrument, Random dice)
    {
        lock (gate)
        {
            var of = Of(first.Instrument);
            var at = Floor(first.Time.Instant.UtcDateTime, Minute);
            var (half, step, close) = ((first.Ask - first.Bid) / 2, first.Mid / 10_000, first.Mid);
            for (var back = 1; back <= count; back++)
            {
                var open = close + (dice.Next(-3, 4) * step);
                var (high, low) = (Math.Max(open, close) + dice.Next(3) * step, Math.Min(open, close) - dice.Next(3) * step);
                of[at - back * Minute] = new OandaCandle(
                    Around(open, half, instrument), Around(high, half, instrument), Around(low, half, instrument), Around(close, half, instrument),
                    dice.Next(20, 200));
                close = open;
            }
        }
    }

    /// <summary>Candles that begin in a time, oldest first.</summary>
    public IReadOnlyList<(DateTime Begin, OandaCandle Candle)> Read(string instrument, TimeSpan length, DateTime from, DateTime to)
    {
        lock (gate)
        {
            return Of(instrument).GroupBy(each => Floor(each.Key, length), each => each.Value)
                .Where(group => group.Key >= from && group.Key < to)
                .Select(group => (group.Key, group.Aggregate((one, next) => one.Then(next)))).ToList();
        }
    }

    SortedDictionary<DateTime, OandaCandle> Of(string instrument) =>
        minutes.TryGetValue(instrument, out var found) ? found : minutes[instrument] = [];

    static (decimal Bid, decimal Ask) Around(decimal mid, decimal half, OandaInstrument instrument) =>
        (instrument.Price(mid - half), instrument.Price(mid + half));

    static DateTime Floor(DateTime time, TimeSpan length) => new(time.Ticks - time.Ticks % length.Ticks, DateTimeKind.Utc);
}
