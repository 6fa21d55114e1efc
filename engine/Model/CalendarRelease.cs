namespace Workbench.Model;

/// <summary>A figure is out, or a speech begins.</summary>
public sealed record CalendarRelease : CalendarEvent
{
    /// <summary>What an entry said when it was released.</summary>
    public CalendarRelease(CalendarEntry entry)
        : base(entry, entry.TimeNanos) => (Actual, Forecast, Previous, RevisedPrevious) = (entry.Actual, entry.Forecast, entry.Previous, entry.RevisedPrevious);

    /// <summary>The figure; null for a speech, and where the source has none.</summary>
    public decimal? Actual { get; }

    /// <summary>What was expected; null where nobody did.</summary>
    public decimal? Forecast { get; }

    /// <summary>The figure of the release before; null where there is none.</summary>
    public decimal? Previous { get; }

    /// <summary>What the previous figure was corrected to; null where it stands.</summary>
    public decimal? RevisedPrevious { get; }

    /// <summary>Actual minus forecast; null where one of them is missing.</summary>
    public decimal? Surprise => Actual - Forecast;
}
