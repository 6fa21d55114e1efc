using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>A session of a calendar's week, as the table writes it.</summary>
sealed record SessionRow
{
    public SessionKind Kind { get; init; } = SessionKind.Regular;

    /// <summary>Trading days on which it is held.</summary>
    public required Weekdays Days { get; init; }

    public required LocalTime From { get; init; }

    public required LocalTime To { get; init; }

    /// <summary>First trading day on which it is held.</summary>
    public LocalDate Since { get; init; } = LocalDate.MinIsoValue;

    /// <summary>Last trading day on which it is held.</summary>
    public LocalDate Until { get; init; } = LocalDate.MaxIsoValue;

    public bool IsHeldOn(LocalDate day) => day >= Since && day <= Until && Days.Contains(day.DayOfWeek);
}
