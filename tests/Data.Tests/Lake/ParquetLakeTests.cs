using Workbench.Data.Lake;

namespace Workbench.Data.Tests.Lake;

public sealed class ParquetLakeTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly ParquetLake lake;

    public ParquetLakeTests() => lake = Ticks.Lake(folder);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Ticks_come_back_as_they_were_given()
    {
        var rows = Ticks.Walk(1, "2024-01-30", 150_000);
        Ticks.Write(lake, rows);
        Assert.Equal(rows, Ticks.All(lake));
    }

    [Fact]
    public void Who_wants_no_sizes_gets_the_same_prices_and_his_sizes_left_alone()
    {
        var rows = Ticks.Walk(4, "2024-01-30", 150_000);
        Ticks.Write(lake, rows);
        using var cursor = lake.Ticks(Ticks.Gold, TimeRange.All);
        var batch = new TickBatch { WantsSizes = false };
        var read = new List<(long, long, long)>();
        while (cursor.Read(batch))
        {
            read.AddRange(Enumerable.Range(0, batch.Count).Select(i => (batch.Time[i], batch.Bid[i], batch.Ask[i])));
        }

        Assert.Equal(rows.Select(row => (row.Time, row.Bid, row.Ask)), read);
        Assert.All(batch.BidSize, size => Assert.Equal(0, size));
    }

    [Fact]
    public void A_range_gives_the_ticks_from_its_start_to_before_its_end()
    {
        var rows = Ticks.Walk(2, "2024-01-01", 300_000, longest: 2_000);
        Ticks.Write(lake, rows);
        var dice = new Random(3);
        for (var i = 0; i < 10; i++)
        {
            var (from, to) = (rows[dice.Next(rows.Count)].Time, rows[dice.Next(rows.Count)].Time);
            var range = new TimeRange(Math.Min(from, to), Math.Max(from, to) + 1);
            Assert.Equal(rows.Where(row => range.Contains(row.Time)), Ticks.All(lake, range));
        }
    }

    [Theory]
    [InlineData(UtcNanos.Millisecond)]
    [InlineData(UtcNanos.Microsecond)]
    [InlineData(1)]
    public void Times_are_exact_whatever_their_unit(long unit)
    {
        var rows = Ticks.Walk(4, "2024-02-01", 5_000, unit);
        Ticks.Write(lake, rows);
        Assert.Equal(rows, Ticks.All(lake));
    }

    [Fact]
    public void A_unit_that_turns_finer_on_the_way_loses_nothing()
    {
        var rows = Ticks.Walk(5, "2024-02-01", 140_000, longest: 100);
        rows.AddRange(Ticks.Walk(6, "2024-02-20", 3_000, UtcNanos.Microsecond));
        rows.AddRange(Ticks.Walk(7, "2024-02-25", 3_000, 1));
        Ticks.Write(lake, rows);
        Assert.Equal(rows, Ticks.All(lake));
    }

    [Fact]
    public void A_second_import_of_a_stretch_replaces_it()
    {
        var rows = Ticks.Walk(8, "2024-01-20", 20_000);
        Ticks.Write(lake, rows);
        Ticks.Write(lake, rows);
        Assert.Equal(rows, Ticks.All(lake));
        Assert.Equal(rows.Count, lake.Describe(Ticks.Gold, DataKind.Ticks, default, TimeRange.All).Count);
    }

    [Fact]
    public void An_import_into_the_middle_keeps_what_lies_around_it()
    {
        var rows = Ticks.Walk(9, "2024-01-20", 60_000);
        Ticks.Write(lake, rows);
        var (from, count) = (10_000, 5_000);
        var others = rows.GetRange(from, count).Select(row => row with { Bid = row.Bid + 7 }).ToList();
        Ticks.Write(lake, others);
        var expected = rows.Where(row => row.Time < others[0].Time).Concat(others).Concat(rows.Where(row => row.Time > others[^1].Time));
        Assert.Equal(expected, Ticks.All(lake));
    }

    [Fact]
    public void Stretches_imported_in_any_order_are_one_tape_with_one_identity()
    {
        var rows = Ticks.Walk(10, "2024-01-25", 40_000);
        rows = [.. rows.DistinctBy(row => row.Time)];
        foreach (var part in rows.Chunk(9_000).Reverse())
        {
            Ticks.Write(lake, part);
        }

        using var otherFolder = new TempFolder();
        var other = Ticks.Lake(otherFolder);
        Ticks.Write(other, rows);
        Assert.Equal(rows, Ticks.All(lake));
        Assert.Equal(
            other.Describe(Ticks.Gold, DataKind.Ticks, default, TimeRange.All), lake.Describe(Ticks.Gold, DataKind.Ticks, default, TimeRange.All));
    }

    [Fact]
    public void A_range_without_ticks_names_what_there_is()
    {
        Ticks.Write(lake, Ticks.Walk(11, "2024-01-25", 100));
        var range = new TimeRange(Ticks.At("2024-03-11T08:00"), Ticks.At("2024-03-11T09:00"));
        var error = Assert.Throws<WorkbenchException>(() => lake.Describe(Ticks.Gold, DataKind.Ticks, default, range));
        Assert.Equal(("WB2103", ExitCode.Data), (error.Code, error.Exit));
        Assert.Contains("no ticks for XAUUSD 2024-03-11T08:00:00Z to 2024-03-11T09:00:00Z (market was open)", error.Message, StringComparison.Ordinal);
        Assert.Contains("2024-01-25", error.Message, StringComparison.Ordinal);
        Assert.Throws<WorkbenchException>(() => lake.Ticks(Ticks.Gold, range));
    }

    [Fact]
    public void An_instrument_comes_back_with_its_scales()
    {
        Ticks.Write(lake, Ticks.Walk(12, "2024-01-25", 100));
        Assert.Equal(StoredInstrument.Of(Ticks.Gold), StoredInstrument.Of(lake.Instrument("XAUUSD")));
        var error = Assert.Throws<WorkbenchException>(() => lake.Instrument("XAUSUD"));
        Assert.Equal(("WB2101", ExitCode.NotFound), (error.Code, error.Exit));
        Assert.Contains("Did you mean XAUUSD?", error.Message, StringComparison.Ordinal);
    }
}
