namespace Workbench.Model;

/// <summary>
/// One line of an economic calendar with all that became of it, as it is stored. Scripts never see it, since it holds the actual beside
/// the forecast: they see the events that <see cref="CalendarTape"/> makes of it, each when it became known.
/// </summary>
public sealed record CalendarEntry : INotice
{
    /// <summary>Longest time before a release at which it may have been announced: seven days.</summary>
    public const long LongestLead = 7 * UtcNanos.Day;

    /// <summary>When the figure was published, or is to be, UTC nanoseconds. Of a revision, when that was published.</summary>
    public required long TimeNanos { get; init; }

    /// <summary>When release, forecast and previous figure were known, UTC nanoseconds: not after <see cref="TimeNanos"/>, and at most <see cref="LongestLead"/> before it. Equal to it where nothing is announced, as of revisions.</summary>
    public required long AnnouncedNanos { get; init; }

    /// <summary>Release whose figure is corrected, by its time in UTC nanoseconds; 0 (default) for a release.</summary>
    public long RevisesNanos { get; init; }

    /// <summary>Currency whose economy it is, such as <c>USD</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>What is released, such as <c>CPI m/m</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How much it is expected to move the market. Default unknown.</summary>
    public CalendarImpact Impact { get; init; }

    /// <summary>Unit of all figures: <c>%</c>, a word of the source such as <c>index</c>, or empty for plain numbers. 1.35M is 1,350,000 here.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What is expected; null where nobody does.</summary>
    public decimal? Forecast { get; init; }

    /// <summary>The figure of the release before, as it was known when this one was announced; null where there is none.</summary>
    public decimal? Previous { get; init; }

    /// <summary>The figure; null for a speech, and while it is not out.</summary>
    public decimal? Actual { get; init; }

    /// <summary>What the previous figure was corrected to with this release; null where it stands.</summary>
    public decimal? RevisedPrevious { get; init; }
}
