namespace Workbench.Research;

/// <summary>How far a Sharpe ratio can be trusted: Bailey and López de Prado 2012 and 2014. Ratios are per period, never annual.</summary>
public static class SharpeOdds
{
    internal const double EulerGamma = 0.57721566490153286061;

    /// <summary>Chance that the true ratio is above <paramref name="target"/>, from the moments of the returns.</summary>
    /// <param name="ratio">Sharpe ratio per period.</param>
    /// <param name="count">Periods.</param>
    /// <param name="skewness">Population skewness.</param>
    /// <param name="kurtosis">Population kurtosis, 3 for a normal.</param>
    /// <param name="target">Ratio to beat.</param>
    public static MetricValue Probabilistic(double ratio, int count, double skewness, double kurtosis, double target)
    {
        var spread = Spread(ratio, skewness, kurtosis);
        return spread <= 0d
            ? MetricValue.None("skewness and kurtosis leave no positive variance")
            : Gauss.Below((ratio - target) * Math.Sqrt(count - 1) / Math.Sqrt(spread));
    }

    /// <summary>The same for a series of returns.</summary>
    public static MetricValue Probabilistic(ReadOnlySpan<double> returns, double target)
    {
        var ratio = ReturnFormulas.PeriodSharpe(returns);
        return ratio.Value is { } value
            ? Probabilistic(value, returns.Length, Moments.PopulationSkewness(returns), Moments.PopulationKurtosis(returns), target)
            : ratio;
    }

    /// <summary>
    /// The same with the error that the ratio would have if the truth were <paramref name="target"/>, and n instead of n − 1: López de Prado,
    /// Lipton and Zoonekynd 2025. Differs much for short and skewed series, so say which of the two is shown.
    /// </summary>
    public static MetricValue ProbabilisticUnderNull(double ratio, int count, double skewness, double kurtosis, double target)
    {
        var spread = Spread(target, skewness, kurtosis);
        return spread <= 0d
            ? MetricValue.None("skewness and kurtosis leave no positive variance")
            : Gauss.Below((ratio - target) * Math.Sqrt(count) / Math.Sqrt(spread));
    }

    /// <summary>Chance that the true ratio is above the best that so many tries would show by luck alone.</summary>
    public static MetricValue Deflated(ReadOnlySpan<double> returns, VariantsTried tried) =>
        Probabilistic(returns, ExpectedMaximum(tried));

    /// <summary>Sharpe ratio that the best of several worthless variants is expected to show.</summary>
    public static double ExpectedMaximum(VariantsTried tried) => ExpectedMaximum(tried.Count, tried.SharpeVariance);

    /// <summary>The same for a count that need not be whole, such as an estimate of how many trials are independent.</summary>
    public static double ExpectedMaximum(double count, double variance) => count <= 1d
        ? 0d
        : Math.Sqrt(variance) * Math.Max(0d, (1 - EulerGamma) * Gauss.Quantile(1 - 1d / count) + EulerGamma * Gauss.Quantile(1 - 1 / (count * Math.E)));

    /// <summary>Periods of such returns needed before the ratio is above <paramref name="target"/> with the given confidence.</summary>
    public static MetricValue MinimumTrackRecord(double ratio, double skewness, double kurtosis, double target = 0d, double confidence = 0.95)
    {
        if (ratio <= target)
        {
            return MetricValue.None(target == 0d ? "the Sharpe ratio is not above zero" : "the Sharpe ratio is not above the one to beat");
        }

        var spread = Spread(ratio, skewness, kurtosis);
        return spread <= 0d ? MetricValue.None("skewness and kurtosis leave no positive variance") : 1 + spread * Squared(confidence, ratio - target);
    }

    /// <summary>The same with the error that the ratio would have if the truth were <paramref name="target"/>.</summary>
    public static MetricValue MinimumTrackRecordUnderNull(double ratio, double skewness, double kurtosis, double target, double confidence = 0.95) =>
        ratio <= target ? MetricValue.None("the Sharpe ratio is not above the one to beat") : Spread(target, skewness, kurtosis) * Squared(confidence, ratio - target);

    /// <summary>Years of data below which the best of so many worthless variants is expected to show the given annual ratio: Bailey, Borwein, López de Prado and Zhu 2014.</summary>
    public static double MinimumBacktestYears(double trials, double annualTarget)
    {
        var maximum = ExpectedMaximum(trials, 1d) / annualTarget;
        return maximum * maximum;
    }

    public static MetricValue MinimumTrackRecord(ReadOnlySpan<double> returns)
    {
        var ratio = ReturnFormulas.PeriodSharpe(returns);
        return ratio.Value is { } value
            ? MinimumTrackRecord(value, Moments.PopulationSkewness(returns), Moments.PopulationKurtosis(returns))
            : ratio;
    }

    static double Squared(double confidence, double distance)
    {
        var quantile = Gauss.Quantile(confidence) / distance;
        return quantile * quantile;
    }

    /// <summary>Variance of a ratio times its count: Mertens 2002. Not positive where no returns can have these moments.</summary>
    internal static double Spread(double ratio, double skewness, double kurtosis) =>
        1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
}
