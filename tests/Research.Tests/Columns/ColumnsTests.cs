namespace Workbench.Research.Tests;

public sealed class ColumnsTests
{
    static readonly Instrument Euro = new()
    {
        Symbol = "EURUSD", AssetClass = AssetClass.Forex, BaseCurrency = "EUR", QuoteCurrency = "USD", PriceScale = 5, SizeScale = 2,
    };

    static readonly long Ten = UtcNanos.From(new DateTime(2024, 1, 2, 10, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Ticks_become_columns_of_the_doubles_nearest_to_their_decimals()
    {
        using var tape = new Ticks([(Ten, 110_001, 110_003, 150, 275), (Ten + 5, 110_002, 110_007, 0, 100)]);

        var ticks = TickColumns.Read(tape);

        Assert.Equal([1.10001, 1.10002], ticks.Bid);
        Assert.Equal([1.10003, 1.10007], ticks.Ask);
        Assert.Equal([1.5, 0], ticks.BidSize);
        Assert.Equal([2.75, 1], ticks.AskSize);
        Assert.Equal((1.10001 + 1.10003) / 2, ticks.Mid[0]);
        Assert.Equal(0.00005, ticks.Spread[1], 1e-12);
        Assert.Equal(DateTimeKind.Utc, ticks.Times[0].Kind);
        Assert.Equal([Ten, Ten + 5], ticks.Nanos);
    }

    [Fact]
    public void A_long_tape_is_read_batch_by_batch_and_none_is_lost()
    {
        var all = Enumerable.Range(0, 3 * TickBatch.Capacity + 7).Select(i => (Ten + i, 100_000L + i, 100_001L + i, 1L, 1L)).ToArray();
        using var tape = new Ticks(all);

        var ticks = TickColumns.Read(tape);

        Assert.Equal(all.Length, ticks.Count);
        Assert.Equal(all.Select(tick => tick.Item2 / 100_000d), ticks.Bid);
    }

    [Fact]
    public void A_tape_longer_than_the_bound_is_refused_with_the_way_out()
    {
        using var tape = new Ticks([.. Enumerable.Range(0, 11).Select(i => (Ten + i, 1L, 2L, 0L, 0L))]);

        var refusal = Assert.Throws<WorkbenchException>(() => TickColumns.Read(tape, most: 10));

        Assert.Equal("WB4207", refusal.Code);
        Assert.Contains("most:", refusal.Message, StringComparison.Ordinal);
    }

    // pandas 1.5.3: pd.Series([1.1, 1.3, 1.2, 1.5, 1.4], index=times).resample('1min').ohlc().dropna()
    [Fact]
    public void Resampled_mids_are_the_bars_that_pandas_makes()
    {
        long[] at = [500_000_000, 59_999_000_000, 60_000_000_000, 210_000_000_000, 211_000_000_000];
        long[] mid = [110_000, 130_000, 120_000, 150_000, 140_000];
        using var tape = new Ticks([.. at.Zip(mid, (time, price) => (Ten + time, price, price, 0L, 0L))]);

        var bars = TickColumns.Read(tape).Resample(TimeSpan.FromMinutes(1));

        Assert.Equal([Ten, Ten + UtcNanos.Minute, Ten + 3 * UtcNanos.Minute], bars.Nanos);
        Assert.Equal([1.1, 1.2, 1.5], bars.Open);
        Assert.Equal([1.3, 1.2, 1.5], bars.High);
        Assert.Equal([1.1, 1.2, 1.4], bars.Low);
        Assert.Equal([1.3, 1.2, 1.4], bars.Close);
        Assert.Equal([2, 1, 2], bars.Volume);
    }

    [Fact]
    public void Bars_become_columns_with_their_returns()
    {
        var bars = BarColumns.Of([Bar(0, 1.1m), Bar(1, 1.21m)]);

        Assert.Equal([1.1, 1.21], bars.Close);
        Assert.Equal(0.1, bars.Returns()[1], 1e-12);
        Assert.Equal(Math.Log(1.1), bars.LogReturns()[1], 1e-12);
    }

    static Bar Bar(int hour, decimal price) => new()
    {
        Instrument = Euro, Spec = Bars.Hours(1), PriceScale = 5, OpenNanos = Ten + hour * UtcNanos.Hour, CloseNanos = Ten + (hour + 1) * UtcNanos.Hour,
        OpenRaw = Euro.ToRaw(price), HighRaw = Euro.ToRaw(price), LowRaw = Euro.ToRaw(price), CloseRaw = Euro.ToRaw(price),
    };

    /// <summary>A tape of what a test says.</summary>
    sealed class Ticks((long Time, long Bid, long Ask, long BidSize, long AskSize)[] all) : ICursor<TickBatch>
    {
        int at;

        public Instrument Instrument => Euro;

        public bool Read(TickBatch into)
        {
            into.Count = 0;
            for (; at < all.Length && into.Count < TickBatch.Capacity; at++)
            {
                into.Add(all[at].Time, all[at].Bid, all[at].Ask, all[at].BidSize, all[at].AskSize);
            }

            return into.Count > 0;
        }

        public void Dispose()
        {
        }
    }
}
