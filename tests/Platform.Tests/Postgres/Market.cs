using Workbench.Platform.Postgres;

namespace Workbench.Platform.Tests.Postgres;

/// <summary>Small tapes of one instrument, and what became of them.</summary>
static class Market
{
    public static readonly Instrument Gold = new() { Symbol = "XAUUSD", BaseCurrency = "XAU", QuoteCurrency = "USD", PriceScale = 3, SizeScale = 2 };

    public static readonly long Start = UtcNanos.From(new DateTime(2024, 1, 30, 22, 0, 0, DateTimeKind.Utc));

    public static PostgresStore Store(PostgresAddress address) => new(address, _ => UtcCalendar.Instance);

    /// <summary>Ticks, one after the other by a step; every third shares its instant with the one before.</summary>
    public static Row[] Ticks(int count, long step, long from, int seed = 1)
    {
        var dice = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(i => new Row(from + (i - (i % 3 == 2 ? 1 : 0)) * step, 2_000_000 + dice.Next(1_000), 2_000_300 + dice.Next(1_000), dice.Next(9), i))];
    }

    public static Stored Write(IMarketStore store, IReadOnlyList<Row> rows, string source = "test", TimeRange? covers = null) => store.Write(new RowTape(Gold, rows), source, covers);

    public static List<Row> Read(IMarketStore store, TimeRange? range = null)
    {
        var rows = new List<Row>();
        var batch = new TickBatch();
        using var ticks = store.Ticks(Gold, range ?? TimeRange.All);
        while (ticks.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                rows.Add(new Row(batch.Time[i], batch.Bid[i], batch.Ask[i], batch.BidSize[i], batch.AskSize[i]));
            }
        }

        return rows;
    }

    /// <summary>The hash that the numbers must have, made without any store.</summary>
    public static string HashOf(IReadOnlyList<Row> rows) => DataIdentity.Of(Gold, "ticks", default, TimeRange.All, [.. Stretches(rows)]).Sha256;

    /// <summary>What a store must know of their months.</summary>
    public static IEnumerable<StoredStretch> Stretches(IReadOnlyList<Row> rows)
    {
        var layout = new TickShape();
        return rows.GroupBy(row => layout.Partition.RangeOf(row.Time)).Select(month =>
        {
            using var meter = new StretchMeter<TickBatch>(layout, new GapFinder(Gold.Calendar, default));
            using var tape = new RowTape(Gold, [.. month]);
            var batch = new TickBatch();
            while (tape.Read(batch))
            {
                meter.Add(batch, 0, batch.Count, "test");
            }

            return meter.Finish();
        });
    }
}
