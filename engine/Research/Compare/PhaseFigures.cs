namespace Workbench.Research.Compare;

/// <summary>What one did in one part of the periods, by the catalog's formulas over returns per period.</summary>
/// <param name="Periods">Periods of that part.</param>
/// <param name="Return">Compounded return.</param>
/// <param name="Sharpe">Annual Sharpe ratio.</param>
/// <param name="Drawdown">Deepest fall at the ends of periods, from the worth at the part's beginning.</param>
/// <param name="Volatility">Annual volatility.</param>
public sealed record PhaseFigures(int Periods, MetricValue Return, MetricValue Sharpe, MetricValue Drawdown, MetricValue Volatility)
{
    /// <summary>A spread below this is rounding noise of equal numbers.</summary>
    internal const double NoSpread = 1e-15;

    const string TooFew = "fewer than two periods";

    internal static PhaseFigures Of(ReadOnlySpan<double> returns, double perYear)
    {
        if (returns.Length < 2)
        {
            var none = MetricValue.None(TooFew);
            return new PhaseFigures(returns.Length, none, none, none, none);
        }

        var deviation = Moments.Deviation(returns);
        var sharpe = deviation > NoSpread ? Moments.Mean(returns) / deviation * Math.Sqrt(perYear) : MetricValue.None("its returns do not vary");
        return new PhaseFigures(returns.Length, ReturnFormulas.Compounded(returns), sharpe, Fall(returns), deviation * Math.Sqrt(perYear));
    }

    /// <summary>Deepest fall below the highest worth so far.</summary>
    internal static double Fall(ReadOnlySpan<double> returns)
    {
        var (worth, peak, deepest) = (1d, 1d, 0d);
        foreach (var value in returns)
        {
            worth *= 1d + value;
            peak = Math.Max(peak, worth);
            deepest = Math.Max(deepest, 1d - worth / peak);
        }

        return deepest;
    }
}
