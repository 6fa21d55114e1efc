namespace Workbench.Data.Lake;

/// <summary>A stretch of a tape that came from one source.</summary>
/// <param name="From">First instant, UTC nanoseconds.</param>
/// <param name="To">First instant no longer of it, UTC nanoseconds.</param>
/// <param name="Source">Where it came from, such as <c>dukascopy</c>.</param>
/// <param name="Whole">Whether the source was asked for all of it and gave all it had, quiet hours too: such a stretch need not be fetched again.</param>
public sealed record SourceStretch(long From, long To, string Source, bool Whole)
{
    /// <summary>Its time.</summary>
    public TimeRange Range() => new(From, To);
}
