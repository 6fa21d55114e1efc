using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// Time in three stretches: what selection sees; what the survivors are shown beside, which never entered a fitness; and what stays
/// sealed, opened once for a family of scripts.
/// </summary>
/// <param name="InSample">What selection sees.</param>
/// <param name="OutOfSample">What it never sees.</param>
/// <param name="Sealed">What nobody sees before a script is kept; empty where nothing is held out.</param>
sealed record SampleSplit(TimeRange InSample, TimeRange OutOfSample, TimeRange Sealed)
{
    /// <summary>Share of what is held out that stays sealed.</summary>
    const decimal SealedShare = 1m / 3m;

    /// <summary>Whether anything is held out.</summary>
    public bool HoldsOut => OutOfSample.Length > 0;

    /// <summary>All of it.</summary>
    public TimeRange Whole => new(InSample.From, Sealed.To);

    /// <summary>Splits a stretch so that its last part is held out: a share of its events, since there are weekends.</summary>
    /// <param name="whole">The stretch.</param>
    /// <param name="share">Share of it that is held out.</param>
    /// <param name="count">Events of a stretch.</param>
    public static SampleSplit Of(TimeRange whole, decimal share, Func<TimeRange, long> count)
    {
        var all = share == 0m ? 0L : count(whole);
        var first = share == 0m ? whole.To : Cut(whole, (long)(all * (1m - share)), count);
        var second = share == 0m ? whole.To : Cut(whole, (long)(all * (1m - share * SealedShare)), count);
        return new SampleSplit(new(whole.From, first), new(first, second), new(second, whole.To));
    }

    /// <summary>At a midnight where there are days enough, else at a full minute: an instant that a person can type.</summary>
    static long Cut(TimeRange whole, long before, Func<TimeRange, long> count)
    {
        var grid = whole.Length >= 20 * UtcNanos.Day ? UtcNanos.Day : UtcNanos.Minute;
        var (low, high) = (whole.From / grid, whole.To / grid);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = count(new(whole.From, middle * grid)) < before ? (middle + 1, high) : (low, middle);
        }

        return Math.Clamp(low * grid, whole.From, whole.To);
    }
}
