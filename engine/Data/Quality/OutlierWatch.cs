namespace Workbench.Data.Quality;

/// <summary>
/// Finds prices far from the median of the 25 before and the 25 behind them, by more than ten of those neighbours' median absolute
/// deviations, ten usual spreads and a 2,000th of the price. A level that stays is none: then half of the neighbours are there. The
/// rule is the fourth of Barndorff-Nielsen, Hansen, Lunde and Shephard (Econometrics Journal 12, 2009), with the median deviation in
/// place of the mean one, which five bad ticks in a row would blind; their third, a spread of fifty usual ones, is the second here.
/// </summary>
/// <remarks>A block of events whose ends, neighbours included, are nearer to each other than the least distance holds none, and that is most of them.</remarks>
sealed class OutlierWatch(DayBook book)
{
    const int Halo = 25;
    const int Block = 64;
    const int Least = 10;
    const int Samples = 255;

    readonly long[] times = new long[TickBatch.Capacity + (2 * Halo) + Block];
    readonly long[] levels = new long[TickBatch.Capacity + (2 * Halo) + Block];
    readonly long[] spreads = new long[TickBatch.Capacity + (2 * Halo) + Block];
    readonly long[] usual = new long[Samples];
    readonly long[] sorted = new long[Samples];
    int count;
    int judged;
    long blocks;
    long usualSpread;

    /// <summary>Adds events and judges those whose neighbours are known.</summary>
    /// <param name="time">When.</param>
    /// <param name="level">Twice the price.</param>
    /// <param name="spread">Ask less bid; of prints the step from the one before.</param>
    public void See(ReadOnlySpan<long> time, ReadOnlySpan<long> level, ReadOnlySpan<long> spread)
    {
        time.CopyTo(times.AsSpan(count));
        level.CopyTo(levels.AsSpan(count));
        spread.CopyTo(spreads.AsSpan(count));
        count += time.Length;
        for (; judged + Block + Halo <= count; judged += Block)
        {
            Judge(judged + Block);
        }

        var keep = Math.Max(0, judged - Halo);
        Keep(times, keep);
        Keep(levels, keep);
        Keep(spreads, keep);
        (count, judged) = (count - keep, judged - keep);
    }

    /// <summary>Judges the last ones, behind which nothing comes.</summary>
    public void Finish()
    {
        for (; judged < count; judged = Math.Min(count, judged + Block))
        {
            Judge(Math.Min(count, judged + Block));
        }
    }

    void Keep(long[] column, int from) => Array.Copy(column, from, column, 0, count - from);

    void Judge(int end)
    {
        if (blocks < 8 || blocks % Samples == 0)
        {
            Calibrate(end);
        }

        usual[blocks++ % Samples] = Math.Abs(spreads[judged]);
        var least = 2 * Math.Max(QualityRules.OutlierSpreads * usualSpread, (long)(levels[judged] / 2 * QualityRules.OutlierShare));
        var (from, to) = (Math.Max(0, judged - Halo), Math.Min(count, end + Halo));
        var (min, max) = Lanes.Ends(levels.AsSpan(from, to - from));
        var wide = Math.Max(QualityRules.WideSpreads * usualSpread, (long)(levels[judged] / 2 * QualityRules.WideShare));
        if (max - min > least || Lanes.Ends(spreads.AsSpan(judged, end - judged)).Max > wide)
        {
            for (var at = judged; at < end; at++)
            {
                LookAt(at, least);
            }
        }
    }

    /// <summary>The usual spread: the median of one in each of the last blocks; at the beginning, of the block at hand.</summary>
    void Calibrate(int end)
    {
        var known = (int)Math.Min(blocks, Samples);
        var from = blocks < 8 ? spreads.AsSpan(judged, end - judged) : usual.AsSpan(0, known);
        from.CopyTo(sorted);
        for (var at = 0; at < from.Length; at++)
        {
            sorted[at] = Math.Abs(sorted[at]);
        }

        sorted.AsSpan(0, from.Length).Sort();
        usualSpread = sorted[from.Length / 2];
    }

    void LookAt(int at, long least)
    {
        var (from, to) = (Math.Max(0, at - Halo), Math.Min(count, at + Halo + 1));
        var neighbours = to - from - 1;
        if (neighbours < Least)
        {
            return;
        }

        levels.AsSpan(from, at - from).CopyTo(sorted);
        levels.AsSpan(at + 1, to - at - 1).CopyTo(sorted.AsSpan(at - from));
        var near = sorted.AsSpan(0, neighbours);
        var middle = Median(near);
        var distance = Math.Abs(levels[at] - middle);
        var isWide = spreads[at] > QualityRules.WideSpreads * usualSpread && spreads[at] > levels[at] / 2 * QualityRules.WideShare;
        if ((distance > least && distance > QualityRules.OutlierDeviations * Deviation(near, middle)) || isWide)
        {
            Count(at, middle, distance);
        }
    }

    void Count(int at, long middle, long distance)
    {
        // A power of ten away is another defect, which the scale's own watch counts.
        if (ScaleWatch.ExponentOf(levels[at], middle) != 0)
        {
            return;
        }

        var day = book.Of(times[at]);
        day.Outliers.Add(times[at]);
        if (distance > middle * QualityRules.WildShare)
        {
            day.Wild.Add(times[at]);
        }
    }

    static long Deviation(Span<long> near, long middle)
    {
        for (var at = 0; at < near.Length; at++)
        {
            near[at] = Math.Abs(near[at] - middle);
        }

        return Median(near);
    }

    static long Median(Span<long> values)
    {
        values.Sort();
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
