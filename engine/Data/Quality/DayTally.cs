namespace Workbench.Data.Quality;

/// <summary>What was counted on one UTC day. Fields, because each is counted up in place.</summary>
sealed class DayTally(long day)
{
    public Spot Crossed;
    public Spot Locked;
    public Spot Duplicates;
    public Spot Backwards;
    public Spot Gaps;
    public Spot Stale;
    public Spot Outliers;
    public Spot ClosedHours;
    public Spot OutsideRange;

    /// <summary>Outliers so far away that one is enough.</summary>
    public Spot Wild;

    /// <summary>Prices of 0 or less.</summary>
    public Spot NoPrice;

    /// <summary>UTC midnight with which it begins.</summary>
    public long From { get; } = day * UtcNanos.Day;

    public DateOnly Date => DateOnly.FromDateTime(UtcNanos.ToDateTime(From));

    public long Count { get; set; }

    /// <summary>Nanoseconds of the day in stale runs.</summary>
    public long StaleNanos { get; set; }

    /// <summary>Sentences on what was not there: a gap's is known when it ends.</summary>
    public List<Finding> Told { get; } = [];

    /// <summary>Scales that its prices have; one, on a good day.</summary>
    public List<ScaleStretch> Scales { get; } = [];

    public void Scale(int exponent, long price, long time, long count)
    {
        var stretch = Scales.Find(known => known.Exponent == exponent);
        if (stretch is null)
        {
            Scales.Add(stretch = new ScaleStretch(exponent, price, time));
        }

        stretch.Count += count;
    }
}
