namespace Workbench.Research.Compare;

/// <summary>
/// What the best of so many worthless trials would look like as an equity line: the drift of its expected Sharpe ratio, at the spread of
/// the best one's returns, and between which drifts nine of ten such bests lie. A curve within it says nothing.
/// </summary>
/// <param name="Trials">How many trials.</param>
/// <param name="Expected">Drift per period of the expected best.</param>
/// <param name="Low">Drift per period that one best in twenty stays below.</param>
/// <param name="High">Drift per period that one best in twenty exceeds.</param>
/// <param name="Sharpe">Annual Sharpe ratio of the expected best.</param>
public sealed record NoiseBand(long Trials, double Expected, double Low, double High, double Sharpe)
{
    /// <summary>The band for the best of some trials; null where nothing moved.</summary>
    /// <param name="best">Returns of the best one: their spread is the line's.</param>
    /// <param name="trials">Trials in the family, at least 1.</param>
    /// <param name="variance">Variance of the trials' Sharpe ratios per period; null for what luck alone gives, one over the periods.</param>
    /// <param name="perYear">Periods in a year.</param>
    internal static NoiseBand? Of(double[] best, long trials, double? variance, double perYear)
    {
        if (best.Length < 3 || Moments.Deviation(best) is var deviation && deviation <= PhaseFigures.NoSpread)
        {
            return null;
        }

        var spread = variance ?? 1d / (best.Length - 1);
        var expected = SharpeOdds.ExpectedMaximum(new VariantsTried((int)Math.Min(trials, int.MaxValue), spread));
        double Drift(double chance) => deviation * Math.Sqrt(spread) * Gauss.Quantile(Math.Pow(chance, 1d / trials));
        return new NoiseBand(trials, expected * deviation, Drift(0.05), Drift(0.95), expected * Math.Sqrt(perYear));
    }
}
