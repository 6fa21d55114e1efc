namespace Workbench.Model;

/// <summary>A figure that was out already is corrected. The release itself stays what it was: this is a new event.</summary>
public sealed record CalendarRevision : CalendarEvent
{
    /// <summary>What an entry of a revision says.</summary>
    public CalendarRevision(CalendarEntry entry)
        : base(entry, entry.TimeNanos) => (Was, Actual) = (entry.Previous, entry.Actual);

    /// <summary>The figure as it was; null where the source does not say.</summary>
    public decimal? Was { get; }

    /// <summary>The figure as it is now; null where it was withdrawn.</summary>
    public decimal? Actual { get; }
}
