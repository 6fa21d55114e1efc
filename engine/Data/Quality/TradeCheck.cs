namespace Workbench.Data.Quality;

/// <summary>The check of prints.</summary>
sealed class TradeCheck : ITapeCheck<TradeBatch>
{
    readonly Instrument instrument;
    readonly DayBook book = new();
    readonly TimeWatch time;
    readonly HoursWatch hours;
    readonly StaleWatch stale;
    readonly ScaleWatch scale;
    readonly OutlierWatch outliers;
    readonly long[] levels = new long[TradeBatch.Capacity];
    readonly long[] steps = new long[TradeBatch.Capacity];
    long last;

    public TradeCheck(Instrument instrument)
    {
        this.instrument = instrument;
        time = new TimeWatch(book, new GapWatch(book, instrument.Calendar, default, "trades"), columns: 2);
        hours = new HoursWatch(instrument.Calendar);
        stale = new StaleWatch(book, instrument.Calendar, QualityRules.StaleAfter, QualityRules.StaleEvents, QualityRules.StaleRuns);
        scale = new ScaleWatch(leastExponent: 1);
        outliers = new OutlierWatch(book);
    }

    public void Prime(TradeBatch before, int at) => scale.Prime(before.Price[at], before.Time[at]);

    public void See(TradeBatch batch, int from, int count)
    {
        var times = batch.Time.AsSpan(from, count);
        var prices = batch.Price.AsSpan(from, count);
        var sizes = batch.Size.AsSpan(from, count);
        time.See(times, from, batch.Price, batch.Size);
        Spread(prices);
        outliers.See(times, levels.AsSpan(0, count), steps.AsSpan(0, count));
        for (var at = 0; at < count;)
        {
            var size = DayBook.SameDay(times[at..]);
            SeeDay(times.Slice(at, size), prices.Slice(at, size), sizes.Slice(at, size));
            at += size;
        }
    }

    public QualityReport Finish()
    {
        stale.End();
        outliers.Finish();
        return new Judge(instrument, "trades", 1, scale.Right, QualityRules.RepeatedPrintsWarned, double.PositiveInfinity).Report("trades", book);
    }

    /// <summary>Prints have no spread: the step from one to the next, where there is one, stands for it. None is ever too wide, for the outlier it belongs to is counted already.</summary>
    void Spread(ReadOnlySpan<long> prices)
    {
        for (var at = 0; at < prices.Length; at++)
        {
            levels[at] = 2 * prices[at];
            steps[at] = -Math.Abs(prices[at] - last);
            last = prices[at];
        }
    }

    void SeeDay(ReadOnlySpan<long> times, ReadOnlySpan<long> prices, ReadOnlySpan<long> sizes)
    {
        var day = book.Of(times[0]);
        day.Count += times.Length;
        hours.See(times, day);
        stale.See(times, prices, sizes);
        scale.See(times, prices, day);
        if (Lanes.Ends(prices).Min <= 0)
        {
            for (var at = 0; at < times.Length; at++)
            {
                if (prices[at] <= 0)
                {
                    day.NoPrice.Add(times[at]);
                }
            }
        }
    }
}
