using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>Dates of a calendar on which something is special: one, or one a year as far as the rule holds.</summary>
sealed record DateRule
{
    public required IReadOnlyList<DatePattern> On { get; init; }

    /// <summary>Days of the week on which it counts; on others nothing is special.</summary>
    public Weekdays Days { get; init; } = Weekdays.All;

    /// <summary>What becomes of a weekend's.</summary>
    public Observance Observed { get; init; }

    /// <summary>First date on which the rule holds.</summary>
    public LocalDate Since { get; init; } = LocalDate.MinIsoValue;

    /// <summary>Last date on which it holds.</summary>
    public LocalDate Until { get; init; } = LocalDate.MaxIsoValue;

    /// <summary>Years in which it does not.</summary>
    public IReadOnlyList<int> Except { get; init; } = [];

    /// <summary>Time of the clock at which the market closes early or opens late; not used for holidays.</summary>
    public LocalTime Time { get; init; }

    /// <summary>The date that one of its patterns has in a year, a weekend's not yet moved. False where the pattern has none, or the rule does not hold on it.</summary>
    public bool Holds(DatePattern pattern, int year, out LocalDate date) =>
        pattern.Falls(year, out date) && !Except.Contains(year) && date >= Since && date <= Until && Days.Contains(date.DayOfWeek);

    /// <summary>Single dates that it names.</summary>
    public IEnumerable<LocalDate> Named => On.OfType<DatePattern.Once>().Select(once => once.Date);
}
