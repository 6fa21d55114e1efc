namespace Workbench.Data.Quality;

/// <summary>What a check found in a tape: a verdict for each day that has data or should have some.</summary>
/// <param name="Instrument">Symbol.</param>
/// <param name="Kind"><c>ticks</c>, <c>trades</c>, or a bar length such as <c>1m@bid</c>.</param>
/// <param name="Days">In order of time.</param>
public sealed record QualityReport(string Instrument, string Kind, IReadOnlyList<DayReport> Days)
{
    /// <summary>What was counted on all of the days.</summary>
    public CheckTotals Totals => Days.Aggregate(default(CheckTotals), (sum, day) => sum + day.Totals);

    /// <summary>The worst day's.</summary>
    public Verdict Verdict => Days.Count == 0 ? Verdict.Ok : Days.Max(day => day.Verdict.Verdict);

    /// <summary>The days that the range touches.</summary>
    public QualityReport Within(TimeRange range) => this with { Days = [.. Days.Where(day => RangeOf(day.Date).Overlaps(range))] };

    /// <summary>The same with more findings; those of a day without data make a day.</summary>
    public QualityReport With(IEnumerable<Finding> more)
    {
        var days = Days.ToDictionary(day => day.Date);
        foreach (var finding in more)
        {
            var day = days.GetValueOrDefault(finding.Date, new DayReport(finding.Date, default, []));
            days[finding.Date] = day with { Findings = [.. day.Findings.Append(finding).OrderByDescending(each => each.Verdict)] };
        }

        return this with { Days = [.. days.Values.OrderBy(day => day.Date)] };
    }

    static TimeRange RangeOf(DateOnly date)
    {
        var from = UtcNanos.From(date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        return new TimeRange(from, from + UtcNanos.Day);
    }
}
