using Workbench.Data.Lake;

namespace Workbench.Data.Quality;

/// <summary>The check of bars. There are few of them, so each is looked at.</summary>
sealed class BarCheck : ITapeCheck<BarBatch>
{
    readonly Instrument instrument;
    readonly BarSpec spec;
    readonly DayBook book = new();
    readonly GapWatch gaps;
    readonly GapFinder open;
    readonly StaleWatch stale;
    readonly ScaleWatch scale;
    readonly SpikeWatch spikes;
    readonly IReadOnlyList<IDayCheck<BarBatch>> more;
    readonly long[] times = new long[BarEdges];
    readonly long[] prices = new long[BarEdges];
    CheckedBar last;
    bool hasLast;

    /// <summary>Low and high: the other two lie between them.</summary>
    const int BarEdges = 2;

    /// <param name="instrument">What the bars are of.</param>
    /// <param name="spec">Their length and price.</param>
    /// <param name="actions">Its dividends and splits; null where none are known.</param>
    public BarCheck(Instrument instrument, BarSpec spec, ActionTable? actions = null)
    {
        (this.instrument, this.spec) = (instrument, spec);
        gaps = new GapWatch(book, instrument.Calendar, spec, "bars");
        open = new GapFinder(instrument.Calendar, spec);
        stale = new StaleWatch(book, instrument.Calendar, Math.Max(QualityRules.FlatAfter, spec.NominalNanos) - 1, leastEvents: 1, times: 0);
        // Shares are split ten to one; what is a hundred to one is a wrong scale even there.
        scale = new ScaleWatch(leastExponent: instrument.AssetClass == AssetClass.Equity ? 2 : 1);
        spikes = new SpikeWatch(book);
        more = MoreChecks.OfBars(instrument, spec, actions);
    }

    public void Prime(BarBatch before, int at) => scale.Prime(before.Close[at], before.OpenTime[at]);

    public void See(BarBatch batch, int from, int count)
    {
        for (var at = from; at < from + count; at++)
        {
            See(new CheckedBar(batch.OpenTime[at], batch.CloseTime[at], batch.Open[at], batch.High[at], batch.Low[at], batch.Close[at], batch.Volume[at]));
        }

        foreach (var check in more)
        {
            check.See(batch, from, count);
        }
    }

    public QualityReport Finish()
    {
        stale.End();
        spikes.Finish();
        return new Judge(instrument, "bars", 1, scale.Right, 0, QualityRules.DuplicatesRefused)
            .Report(spec.ToString(), book)
            .With(more.SelectMany(check => check.Finish()));
    }

    void See(in CheckedBar bar)
    {
        var day = book.Of(bar.OpenTime);
        day.Count++;
        if (hasLast)
        {
            Follow(last, bar, day);
        }

        if (!bar.HoldsItself)
        {
            day.OutsideRange.Add(bar.OpenTime);
        }

        if (bar.Low <= 0)
        {
            day.NoPrice.Add(bar.OpenTime);
        }

        Flat(bar, day);
        (times[0], times[1], prices[0], prices[1]) = (bar.OpenTime, bar.OpenTime, bar.Low, bar.High);
        scale.See(times, prices, day);
        spikes.See(bar);
        (last, hasLast) = (bar, true);
    }

    void Follow(in CheckedBar before, in CheckedBar bar, DayTally day)
    {
        if (bar.OpenTime == before.OpenTime || (bar.SamePrices(before) && bar.High > bar.Low && bar.Volume == before.Volume && bar.Volume > 0))
        {
            day.Duplicates.Add(bar.OpenTime);
        }
        else if (bar.OpenTime < before.CloseTime)
        {
            day.Backwards.Add(bar.OpenTime);
        }
        else
        {
            gaps.Look(before.CloseTime, bar.OpenTime);
        }
    }

    // A flat bar of closed hours, which no market made; else, if nothing was traded either, part of a stale run from its opening to its closing.
    void Flat(in CheckedBar bar, DayTally day)
    {
        if (!bar.IsFlat || bar.Volume != 0)
        {
            stale.End();
            return;
        }

        if (open.OpenTime(bar.OpenTime, bar.CloseTime, 0) == 0)
        {
            day.ClosedHours.Add(bar.OpenTime);
            return;
        }

        stale.Lasts(bar.OpenTime, bar.CloseTime, bar.Close);
    }
}
