namespace Workbench.App.Tests.Peers;

/// <summary>The statistics of backtesting.py where its formulas are not ours, to be computed on our own curve and trades.</summary>
static class BacktestingFormulas
{
    const double YearlyDays = 252;

    /// <summary>Geometric mean of daily returns, over a year of 252 days.</summary>
    public static double AnnualReturn(IReadOnlyList<double> equity) => Math.Pow(equity[^1] / equity[0], YearlyDays / (equity.Count - 1)) - 1;

    /// <summary>Volatility of a compounded year: the variance of the days is compounded with their mean, where ours grows with the root of time.</summary>
    public static double AnnualVolatility(IReadOnlyList<double> equity)
    {
        var returns = Returns(equity);
        var mean = returns.Average();
        var variance = returns.Sum(r => (r - mean) * (r - mean)) / (returns.Count - 1);
        var growth = Math.Pow(1 + AnnualReturn(equity), 1 / YearlyDays);
        return Math.Sqrt(Math.Pow(variance + growth * growth, YearlyDays) - Math.Pow(growth, 2 * YearlyDays));
    }

    /// <summary>Annual return over the yearly root of the mean squared loss.</summary>
    public static double Sortino(IReadOnlyList<double> equity)
    {
        var returns = Returns(equity);
        return AnnualReturn(equity) / (Math.Sqrt(returns.Sum(r => Math.Min(r, 0) * Math.Min(r, 0)) / returns.Count) * Math.Sqrt(YearlyDays));
    }

    /// <summary>Every fall of daily closes: how deep, and the days between which the curve lay below its peak.</summary>
    public static List<(double Depth, int From, int To)> Falls(IReadOnlyList<double> equity)
    {
        var falls = new List<(double, int, int)>();
        var (peak, at, deepest) = (equity[0], 0, 0d);
        for (var day = 1; day < equity.Count; day++)
        {
            deepest = Math.Max(deepest, 1 - equity[day] / peak);
            if (equity[day] >= peak || day == equity.Count - 1)
            {
                if (deepest > 0)
                {
                    falls.Add((deepest, at, day));
                }

                (peak, at, deepest) = (Math.Max(peak, equity[day]), day, 0d);
            }
        }

        return falls;
    }

    /// <summary>Slope of the log returns of one curve over those of another.</summary>
    public static double Beta(IReadOnlyList<double> equity, IReadOnlyList<double> market)
    {
        var (own, its) = (Returns(equity).ConvertAll(r => Math.Log(1 + r)), Returns(market).ConvertAll(r => Math.Log(1 + r)));
        double ownMean = own.Average(), itsMean = its.Average();
        return own.Zip(its, (x, y) => (x - ownMean) * (y - itsMean)).Sum() / its.Sum(y => (y - itsMean) * (y - itsMean));
    }

    /// <summary>Geometric mean of trades' returns.</summary>
    public static double AverageTrade(IReadOnlyList<double> trades) => Math.Exp(trades.Average(r => Math.Log(1 + r))) - 1;

    /// <summary>Won over lost, both in shares of each trade's entry, where ours is in money.</summary>
    public static double ProfitFactor(IReadOnlyList<double> trades) => trades.Where(r => r > 0).Sum() / Math.Abs(trades.Where(r => r < 0).Sum());

    static List<double> Returns(IReadOnlyList<double> values) => [.. values.Skip(1).Select((value, i) => value / values[i] - 1)];
}
