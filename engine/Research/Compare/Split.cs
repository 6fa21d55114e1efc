using Workbench.Research.Search;

namespace Workbench.Research.Compare;

/// <summary>Where the periods are cut in two: what was looked at while choosing, and what came after.</summary>
/// <param name="At">First instant of the later part, UTC nanoseconds.</param>
/// <param name="Periods">Periods before it.</param>
/// <param name="IsDeclared">Whether somebody said that the later part was not looked at; else it is a cut and nothing more.</param>
public sealed record Split(long At, int Periods, bool IsDeclared)
{
    /// <summary>What the earlier part is called.</summary>
    public string Earlier => IsDeclared ? "in-sample" : "earlier part";

    /// <summary>What the later part is called.</summary>
    public string Later => IsDeclared ? "out-of-sample" : "later part";

    /// <summary>What that means, in a sentence.</summary>
    public string Meaning => IsDeclared
        ? "cut where --split says that choosing ended; sliced from one run, so open positions and drawdowns carry over"
        : "no instant was named up to which was chosen (--split DATE), so the later part is no proof: it may have been seen. Sliced from one run";

    /// <exception cref="WorkbenchException">WB4175: one part would be empty.</exception>
    internal static Split Of(PeriodClock clock, long start, CompareTerms options)
    {
        if (options.SplitAt is { } named && clock.Ends.Count > 0 && (named <= start || named >= clock.Ends[^1]))
        {
            throw CompareErrors.BadSplit(named, start, clock.Ends[^1]);
        }

        var periods = options.SplitAt is { } at
            ? clock.Ends.Count(end => end <= at)
            : (int)Math.Round(options.SplitShare * clock.Ends.Count, MidpointRounding.AwayFromZero);
        return new Split(options.SplitAt ?? (periods > 0 ? clock.Ends[periods - 1] : start), periods, options.SplitAt is not null);
    }
}
