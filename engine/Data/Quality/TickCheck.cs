namespace Workbench.Data.Quality;

/// <summary>The check of ticks: one pass, memory that does not grow with their number but for a line for each day.</summary>
sealed class TickCheck : ITapeCheck<TickBatch>
{
    readonly Instrument instrument;
    readonly DayBook book = new();
    readonly TimeWatch time;
    readonly HoursWatch hours;
    readonly StaleWatch stale;
    readonly ScaleWatch scale;
    readonly OutlierWatch outliers;
    readonly long[] levels = new long[TickBatch.Capacity];
    readonly long[] spreads = new long[TickBatch.Capacity];

    public TickCheck(Instrument instrument)
    {
        this.instrument = instrument;
        time = new TimeWatch(book, new GapWatch(book, instrument.Calendar, default, "ticks"), columns: 4);
        hours = new HoursWatch(instrument.Calendar);
        stale = new StaleWatch(book, instrument.Calendar, QualityRules.StaleAfter, QualityRules.StaleEvents, QualityRules.StaleRuns);
        scale = new ScaleWatch(leastExponent: 1);
        outliers = new OutlierWatch(book);
    }

    public void Prime(TickBatch before, int at) => scale.Prime(before.Bid[at] + before.Ask[at], before.Time[at]);

    public void See(TickBatch batch, int from, int count)
    {
        var times = batch.Time.AsSpan(from, count);
        var bids = batch.Bid.AsSpan(from, count);
        var asks = batch.Ask.AsSpan(from, count);
        Lanes.SumAndDifference(bids, asks, levels, spreads);
        time.See(times, from, batch.Bid, batch.Ask, batch.BidSize, batch.AskSize);
        outliers.See(times, levels.AsSpan(0, count), spreads.AsSpan(0, count));
        for (var at = 0; at < count;)
        {
            var size = DayBook.SameDay(times[at..]);
            SeeDay(times.Slice(at, size), bids.Slice(at, size), asks.Slice(at, size), levels.AsSpan(at, size));
            at += size;
        }
    }

    public QualityReport Finish()
    {
        stale.End();
        outliers.Finish();
        return new Judge(instrument, "ticks", 2, scale.Right, QualityRules.DuplicatesWarned, QualityRules.DuplicatesRefused).Report("ticks", book);
    }

    void SeeDay(ReadOnlySpan<long> times, ReadOnlySpan<long> bids, ReadOnlySpan<long> asks, ReadOnlySpan<long> mids)
    {
        var day = book.Of(times[0]);
        day.Count += times.Length;
        hours.See(times, day);
        stale.See(times, bids, asks);
        scale.See(times, mids, day);
        var (crossed, locked) = Lanes.Compare(bids, asks);
        if (crossed + locked > 0)
        {
            Touching(times, bids, asks, day, crossed, locked);
        }

        if (Math.Min(Lanes.Ends(bids).Min, Lanes.Ends(asks).Min) <= 0)
        {
            NoPrice(times, bids, asks, day);
        }
    }

    // When the first came is asked once a day, how many there are of each batch.
    static void Touching(ReadOnlySpan<long> times, ReadOnlySpan<long> bids, ReadOnlySpan<long> asks, DayTally day, long crossed, long locked)
    {
        var (first, firstEqual) = (0, 0);
        while (crossed > 0 && day.Crossed.Count == 0 && bids[first] <= asks[first])
        {
            first++;
        }

        while (locked > 0 && day.Locked.Count == 0 && bids[firstEqual] != asks[firstEqual])
        {
            firstEqual++;
        }

        if (crossed > 0)
        {
            day.Crossed.Add(times[first], crossed);
        }

        if (locked > 0)
        {
            day.Locked.Add(times[firstEqual], locked);
        }
    }

    static void NoPrice(ReadOnlySpan<long> times, ReadOnlySpan<long> bids, ReadOnlySpan<long> asks, DayTally day)
    {
        for (var at = 0; at < times.Length; at++)
        {
            if (bids[at] <= 0 || asks[at] <= 0)
            {
                day.NoPrice.Add(times[at]);
            }
        }
    }
}
