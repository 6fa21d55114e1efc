namespace Workbench.Data.Quality;

/// <summary>
/// Finds bars that reach far beyond both of their neighbours' closes: by more than ten usual ranges and half a percent of the price. The
/// usual range is the median of the last hundred true ranges (Wilder's: with the close before in them). A level that stays is none, for the next close is there.
/// </summary>
sealed class SpikeWatch(DayBook book)
{
    const int Samples = 101;
    const int Least = 15;

    readonly long[] ranges = new long[Samples];
    readonly long[] sorted = new long[Samples];
    CheckedBar before;
    CheckedBar middle;
    long bars;

    /// <summary>Adds a bar and judges the one before it.</summary>
    public void See(in CheckedBar bar)
    {
        if (bars >= 2)
        {
            Judge(bar.Close);
        }

        if (bars >= 1)
        {
            ranges[bars % Samples] = Math.Max(bar.High, middle.Close) - Math.Min(bar.Low, middle.Close);
        }

        (before, middle) = (middle, bar);
        bars++;
    }

    /// <summary>Judges the last bar, behind which nothing comes: it has but one neighbour.</summary>
    public void Finish()
    {
        if (bars >= 2)
        {
            Judge(middle.Close);
        }
    }

    void Judge(long next)
    {
        var above = middle.High - Math.Max(before.Close, next);
        var below = Math.Min(before.Close, next) - middle.Low;
        var reach = Math.Max(above, below);
        if (reach <= before.Close * QualityRules.SpikeShare || reach <= QualityRules.SpikeRanges * Usual() || ScaleWatch.ExponentOf(above > below ? middle.High : middle.Low, next) != 0)
        {
            return;
        }

        var day = book.Of(middle.OpenTime);
        day.Outliers.Add(middle.OpenTime);
    }

    // Of too few bars nobody knows what is usual.
    long Usual()
    {
        var known = (int)Math.Min(bars - 1, Samples);
        if (known < Least)
        {
            return long.MaxValue / QualityRules.SpikeRanges;
        }

        ranges.AsSpan(bars <= Samples ? 1 : 0, known).CopyTo(sorted);
        sorted.AsSpan(0, known).Sort();
        return sorted[known / 2];
    }
}
