using Workbench.Data.Lake;

namespace Workbench.Data.Tests.Lake;

/// <summary>Instruments and ticks that the tests of the lake share.</summary>
static class Ticks
{
    public static readonly Instrument Gold = new() { Symbol = "XAUUSD", BaseCurrency = "XAU", QuoteCurrency = "USD", PriceScale = 2 };

    public static long At(string time) => UtcNanos.From(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture,
        System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal));

    /// <summary>A random walk from an instant on, with steps of up to <paramref name="longest"/> units of time.</summary>
    public static List<TickRow> Walk(int seed, string from, int count, long unit = UtcNanos.Millisecond, int longest = 60_000)
    {
        var dice = new Random(seed);
        var (time, bid) = (At(from), 180_000L);
        var rows = new List<TickRow>(count);
        for (var i = 0; i < count; i++)
        {
            rows.Add(new TickRow(time, bid, bid + dice.Next(1, 40), dice.Next(1, 20) * 250_000L, dice.Next(1, 20) * 250_000L));
            time += dice.Next(0, longest) * unit;
            bid += dice.Next(-25, 26);
        }

        return rows;
    }

    public static ParquetLake Lake(TempFolder folder) => new(folder.Path, _ => UtcCalendar.Instance);

    public static void Write(ParquetLake lake, IReadOnlyList<TickRow> rows, string source = "test") => lake.Write(new ListTape(Gold, rows), source);

    public static List<TickRow> All(IMarketStore lake, TimeRange? range = null)
    {
        using var cursor = lake.Ticks(Gold, range ?? TimeRange.All);
        var batch = new TickBatch();
        var rows = new List<TickRow>();
        while (cursor.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                rows.Add(new TickRow(batch.Time[i], batch.Bid[i], batch.Ask[i], batch.BidSize[i], batch.AskSize[i]));
            }
        }

        return rows;
    }
}
