namespace Workbench.Model;

/// <summary>A release is to come. It has no actual: there is none yet.</summary>
public sealed record CalendarAnnouncement : CalendarEvent
{
    /// <summary>What an entry said when it was announced.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="known">When it is told, UTC nanoseconds: as it is announced, or as the run begins that hears of it.</param>
    public CalendarAnnouncement(CalendarEntry entry, long known)
        : base(entry, known) => (Forecast, Previous) = (entry.Forecast, entry.Previous);

    /// <summary>What is expected; null where nobody does.</summary>
    public decimal? Forecast { get; }

    /// <summary>The figure of the release before; null where there is none.</summary>
    public decimal? Previous { get; }
}
