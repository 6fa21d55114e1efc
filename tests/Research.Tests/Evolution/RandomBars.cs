using Workbench.Model;

namespace Workbench.Research.Tests.Evolution;

/// <summary>Five-minute bars that wander by a seed, with stretches where nothing moves.</summary>
static class RandomBars
{
    public static Instrument Instrument { get; } = new() { Symbol = "EURUSD", BaseCurrency = "EUR", QuoteCurrency = "USD", PriceScale = 5, PipSize = 0.0001m };

    public static Bar[] Of(long seed, int count)
    {
        var dice = new SeededRandom(seed);
        var bars = new Bar[count];
        var (time, price, still) = (UtcNanos.From(new DateTime(2024, 3, 4, 0, 0, 0, DateTimeKind.Utc)), 110_000L, 0);
        for (var at = 0; at < count; at++)
        {
            still = still > 0 ? still - 1 : dice.Next(40) == 0 ? dice.Next(30) : 0;
            var close = price + (still > 0 ? 0 : dice.Next(-30, 31));
            bars[at] = new Bar
            {
                Instrument = Instrument, Spec = Bars.Minutes(5), PriceScale = 5, OpenNanos = time, CloseNanos = time + 5 * UtcNanos.Minute,
                OpenRaw = price, HighRaw = Math.Max(price, close) + (still > 0 ? 0 : dice.Next(9)), LowRaw = Math.Min(price, close), CloseRaw = close,
            };
            (time, price) = (time + 5 * UtcNanos.Minute, close);
        }

        return bars;
    }
}
