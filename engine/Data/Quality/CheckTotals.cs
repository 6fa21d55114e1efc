namespace Workbench.Data.Quality;

/// <summary>What was counted in a tape, or in some days of one.</summary>
public readonly record struct CheckTotals
{
    /// <summary>Events.</summary>
    public long Count { get; init; }

    /// <summary>Ticks with bid above ask.</summary>
    public long Crossed { get; init; }

    /// <summary>Ticks with bid equal to ask.</summary>
    public long Locked { get; init; }

    /// <summary>Events that came before with the same time, prices and sizes.</summary>
    public long Duplicates { get; init; }

    /// <summary>Events before their predecessor.</summary>
    public long Backwards { get; init; }

    /// <summary>Stretches without data while the market was open; each counts on the day on which it begins.</summary>
    public long Gaps { get; init; }

    /// <summary>Events whose price or spread is far from its neighbours', wrong scale included.</summary>
    public long Outliers { get; init; }

    /// <summary>Runs of one price that lasted unusually long.</summary>
    public long Stale { get; init; }

    /// <summary>Events of closed hours; of bars only flat ones.</summary>
    public long ClosedHours { get; init; }

    /// <summary>Bars whose open or close lies outside of their range.</summary>
    public long OutsideRange { get; init; }

    /// <summary>Both together.</summary>
    public static CheckTotals operator +(CheckTotals one, CheckTotals other) => new()
    {
        Count = one.Count + other.Count,
        Crossed = one.Crossed + other.Crossed,
        Locked = one.Locked + other.Locked,
        Duplicates = one.Duplicates + other.Duplicates,
        Backwards = one.Backwards + other.Backwards,
        Gaps = one.Gaps + other.Gaps,
        Outliers = one.Outliers + other.Outliers,
        Stale = one.Stale + other.Stale,
        ClosedHours = one.ClosedHours + other.ClosedHours,
        OutsideRange = one.OutsideRange + other.OutsideRange,
    };
}
