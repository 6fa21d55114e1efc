namespace Workbench.Data.Conversion;

/// <summary>
/// Tells whether prices are adjusted for splits already: those that nobody adjusted step at each of them. A split near one for one is not told
/// from the market, and where there is no other, what is known of the vendor counts.
/// </summary>
/// <param name="days">Prices of the tape.</param>
/// <param name="splits">Splits that are told, oldest first.</param>
sealed class SplitSteps(IReadOnlyList<DayPrice> days, IReadOnlyList<ToldSplit> splits)
{
    /// <summary>Vendor whose prices come adjusted for splits.</summary>
    const string Adjuster = "yahoo";

    /// <summary>Splits below this ratio, or above its inverse, are not told from a day's move.</summary>
    const double LeastRatio = 1.2;

    /// <summary>Two splits of one ratio so close are one told twice.</summary>
    const long Close = 10 * UtcNanos.Day;

    /// <summary>Whether the prices are adjusted for the splits already.</summary>
    /// <param name="name">The tape, for refusals.</param>
    /// <param name="source">Where it comes from.</param>
    /// <exception cref="WorkbenchException">A split is told twice, or the prices step at some splits and not at all, or at those of a vendor that adjusts.</exception>
    public bool AreAdjusted(string name, string source)
    {
        CheckTwice(name);
        var isAdjuster = TapeSource.Parts(source).Any(part => part.Split(' ')[0] == Adjuster);
        var steps = splits.Where(IsTellable).Select(split => (split.Day, IsThere: Steps(split))).ToList();
        if (steps.Count == 0)
        {
            return isAdjuster;
        }

        return steps.Any(step => step.IsThere) && (isAdjuster || !steps.TrueForAll(step => step.IsThere))
            ? throw ConversionErrors.SplitsInPart(name, source, steps.First(step => step.IsThere).Day)
            : !steps[0].IsThere;
    }

    void CheckTwice(string name)
    {
        foreach (var (one, next) in splits.Zip(splits.Skip(1)))
        {
            if (one.Ratio == next.Ratio && next.Day - one.Day <= Close)
            {
                throw ConversionErrors.SplitTwice(name, one, next);
            }
        }
    }

    bool IsTellable(ToldSplit split) => Math.Abs(Math.Log((double)split.Ratio)) >= Math.Log(LeastRatio) && days[0].Day < split.Day && split.Day <= days[^1].Day;

    // Nearer to the split's ratio than to no step at all.
    bool Steps(ToldSplit split)
    {
        var at = days.TakeWhile(day => day.Day < split.Day).Count();
        var step = Math.Log((double)(days[at - 1].Last / days[at].First));
        return Math.Abs(step - Math.Log((double)split.Ratio)) < Math.Abs(step);
    }
}
