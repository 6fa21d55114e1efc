namespace Workbench.Data.Quality;

/// <summary>
/// Finds the whole or half hour by which the times of a source are off, day by day, by comparing its minutes with those of a second
/// source: returns of the same minute go together, returns of others do not. Levels would do for a quiet pair and deceive in a trend, so
/// they only say how far apart the two are.
/// </summary>
public static class ShiftFinder
{
    /// <summary>Farthest shift that is looked for: that of the farthest time zones.</summary>
    public const int MostHours = 14;

    /// <summary>Returns that a day must have in common for it to say anything.</summary>
    public const int LeastMinutes = 60;

    /// <summary>Correlation of returns that the right shift must reach. Two brokers' minutes of one pair reach 0.9.</summary>
    public const double LeastCorrelation = 0.5;

    /// <summary>How much more than the times as they are.</summary>
    public const double LeastGain = 0.25;

    const int MinutesADay = 1_440;
    const int Step = 30;
    const int Reach = MostHours * 60;

    /// <summary>Compares two sources over the days of the first. Only a day and its surroundings are held in memory.</summary>
    public static IEnumerable<DayShift> Find(IEnumerable<MinutePrice> ours, IEnumerable<MinutePrice> theirs)
    {
        using var other = new MinuteWindow(theirs, MinutesADay + (2 * Reach));
        using var mine = new MinuteWindow(ours, MinutesADay);
        while (mine.NextTime is { } next)
        {
            var midnight = UtcNanos.Floor(next - 1, UtcNanos.Day);
            mine.MoveTo(midnight);
            other.MoveTo(midnight - (Reach * UtcNanos.Minute));
            if (Day(DateOnly.FromDateTime(UtcNanos.ToDateTime(midnight)), mine.Prices, other.Prices) is { } found)
            {
                yield return found;
            }
        }
    }

    static DayShift? Day(DateOnly date, ReadOnlySpan<double> ours, ReadOnlySpan<double> theirs)
    {
        var asIs = ShiftScore.Of(ours, theirs.Slice(Reach, MinutesADay));
        var (best, shift) = (asIs, 0);
        for (var minutes = -Reach; minutes <= Reach; minutes += Step)
        {
            var score = ShiftScore.Of(ours, theirs.Slice(Reach + minutes, MinutesADay));
            if (score.Returns >= LeastMinutes && (best.Returns < LeastMinutes || score.Correlation > best.Correlation))
            {
                (best, shift) = (score, minutes);
            }
        }

        if (best.Returns < LeastMinutes)
        {
            return null;
        }

        var before = asIs.Returns < LeastMinutes ? 0 : asIs.Correlation;
        var isOff = shift != 0 && best.Correlation >= LeastCorrelation && best.Correlation - before >= LeastGain;
        var said = isOff || asIs.Returns < LeastMinutes ? best : asIs;
        return new DayShift(date, isOff ? shift * UtcNanos.Minute : 0, said.Minutes, said.Correlation, before, said.Difference, asIs.Difference, said.Ratio);
    }
}
