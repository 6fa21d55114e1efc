using Workbench.Data.Instruments;
using Workbench.Data.Lake;

namespace Workbench.Data.Generation;

/// <summary>The small generated lake that comes with the program, so that its first backtest needs no vendor: data/samples, all SYNTHETIC.</summary>
public static class Samples
{
    const int TicksPerDay = 6_000;
    const long TicksAtMost = 1_000_000;

    /// <summary>Symbols and the seeds of their ticks.</summary>
    static readonly (string Symbol, long Seed)[] Made = [("EURUSD", 11), ("US30", 12), ("XAUUSD", 13)];

    static readonly long From = UtcNanos.From(new DateTime(2024, 3, 3, 0, 0, 0, DateTimeKind.Utc));
    static readonly long To = UtcNanos.From(new DateTime(2024, 3, 23, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>Makes the samples again: the same bytes on every machine. Three weeks, with the change to summer time in the first night of the second.</summary>
    public static void Write(ParquetLake lake)
    {
        foreach (var (symbol, seed) in Made)
        {
            var instrument = InstrumentTable.BuiltIn.Find(symbol);
            var profile = TickProfile.Of(instrument) with { TicksPerDay = TicksPerDay };
            using var ticks = new TickGenerator(instrument, profile, seed, From, TicksAtMost, To);
            lake.Write(ticks, TickGenerator.Source);
        }

        foreach (var currency in SampleCalendar.Currencies)
        {
            using var entries = SampleCalendar.Of(currency);
            lake.Write(entries, TickGenerator.Source);
        }
    }
}
