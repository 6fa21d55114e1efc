using Workbench.Data.Lake;

namespace Workbench.Data.Tests.Lake;

/// <summary>Bars and prints in the lake, gaps, the list of what there is, and what reading costs.</summary>
public sealed class OtherKindsTests : IDisposable
{
    static readonly BarSpec Minutes = Bars.Minutes(1).Of(PriceSource.Bid);

    readonly TempFolder folder = new();
    readonly ParquetLake lake;

    public OtherKindsTests() => lake = Ticks.Lake(folder);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Bars_come_back_as_they_were_given_in_a_file_for_each_year()
    {
        const int count = 3_000;
        var start = Ticks.At("2023-12-31");
        lake.Write(new BarTape(start, count), Minutes, "test");
        using var cursor = lake.Bars(Ticks.Gold, Minutes, TimeRange.All);
        var (batch, expected, seen) = (new BarBatch(), new BarBatch(), 0);
        new BarTape(start, count).Read(expected);
        while (cursor.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++, seen++)
            {
                Assert.Equal(
                    (expected.OpenTime[seen], expected.CloseTime[seen], expected.Open[seen], expected.High[seen], expected.Low[seen], expected.Close[seen], expected.Volume[seen]),
                    (batch.OpenTime[i], batch.CloseTime[i], batch.Open[i], batch.High[i], batch.Low[i], batch.Close[i], batch.Volume[i]));
            }
        }

        Assert.Equal(count, seen);
        Assert.Equal(2, lake.List().Single().Files);
        Assert.Equal("1m@bid", lake.List().Single().Data.Kind);
    }

    [Fact]
    public void Prints_keep_their_side_even_where_the_unit_of_time_turns_finer()
    {
        lake.Write(new PrintTape(20_000), "test");
        using var cursor = lake.Trades(Ticks.Gold, TimeRange.All);
        var (batch, expected, seen) = (new TradeBatch(), new PrintTape(20_000), 0L);
        while (cursor.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++, seen++)
            {
                Assert.Equal(PrintTape.At(seen), (batch.Time[i], batch.Price[i], batch.Size[i], batch.Aggressor[i]));
            }
        }

        Assert.Equal(20_000, seen);
    }

    [Fact]
    public void Stretches_of_more_than_an_open_hour_without_ticks_are_gaps()
    {
        var start = Ticks.At("2024-01-31T20:00");
        long[] minutes = [0, 30, 91, 151, 152, 600, 601];
        Ticks.Write(lake, [.. minutes.Select(minute => new TickRow(start + minute * UtcNanos.Minute, 1, 2, 0, 0))]);

        // 61 minutes, and 448 across the turn of the month: between two files.
        Assert.Equal(2, lake.Describe(Ticks.Gold, DataKind.Ticks, default, TimeRange.All).Gaps);
        var morning = new TimeRange(start + 152 * UtcNanos.Minute, start + 602 * UtcNanos.Minute);
        Assert.Equal(1, lake.Describe(Ticks.Gold, DataKind.Ticks, default, morning).Gaps);
    }

    [Fact]
    public void Reading_allocates_nothing_from_batch_to_batch()
    {
        Ticks.Write(lake, Ticks.Walk(1, "2024-01-01", 290_000, longest: 1_000));
        var batch = new TickBatch();
        using var cursor = lake.Ticks(Ticks.Gold, TimeRange.All);
        for (var i = 0; i < 17; i++)
        {
            Assert.True(cursor.Read(batch));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var ticks = 0;
        for (var i = 0; i < 17; i++)
        {
            cursor.Read(batch);
            ticks += batch.Count;
        }

        Assert.Equal((0, 17 * TickBatch.Capacity), (GC.GetAllocatedBytesForCurrentThread() - before, ticks));
    }

    sealed class BarTape(long start, int count) : ICursor<BarBatch>
    {
        bool isRead;

        public Instrument Instrument => Ticks.Gold;

        public bool Read(BarBatch into)
        {
            into.Count = 0;
            for (var i = 0; !isRead && i < count; i++)
            {
                var open = start + i * UtcNanos.Minute;
                into.Add(open, open + UtcNanos.Minute, 180_000 + i % 97, 180_100 + i % 89, 179_900 - i % 83, 180_000 - i % 79, i * 7);
            }

            isRead = true;
            return into.Count > 0;
        }

        public void Dispose() { }
    }

    sealed class PrintTape(long count) : ICursor<TradeBatch>
    {
        long at;

        public Instrument Instrument => Ticks.Gold;

        // Milliseconds at first, then microseconds.
        public static (long Time, long Price, long Size, Side Aggressor) At(long i) =>
            (Ticks.At("2024-05-01") + i * UtcNanos.Second + (i > 12_000 ? 7_000 : 0), 200_000 + i % 31, i % 5 * 10, (Side)(i % 3));

        public bool Read(TradeBatch into)
        {
            for (into.Count = 0; at < count && into.Count < 5_000; at++)
            {
                var (time, price, size, aggressor) = At(at);
                into.Add(time, price, size, aggressor);
            }

            return into.Count > 0;
        }

        public void Dispose() { }
    }
}
