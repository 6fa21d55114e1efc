namespace Workbench.Research;

/// <summary>How far a Sharpe ratio can be trusted: Bailey and López de Prado 2012 and 2014. Ratios are per period, never annual.</summary>
public static class SharpeOdds
{
    const double EulerGamma = 0.57721566490153286061;

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

    /// <summary>Chance that the true ratio is above the best that so many tries would show by luck alone.</summary>
    public static MetricValue Deflated(ReadOnlySpan<double> returns, VariantsTried tried) =>
        Probabilistic(returns, ExpectedMaximum(tried));

    /// <summary>Sharpe ratio that the best of several worthless variants is expected to show.</summary>
    public static double ExpectedMaximum(VariantsTried tried) => tried.Count <= 1
        ? 0d
        : Math.Sqrt(tried.SharpeVariance)
            * ((1 - EulerGamma) * Gauss.Quantile(1 - 1d / tried.Count) + EulerGamma * Gauss.Quantile(1 - 1 / (tried.Count * Math.E)));

    /// <summary>Periods of such returns needed before the ratio is above zero with 95 % confidence.</summary>
    public static MetricValue MinimumTrackRecord(double ratio, double skewness, double kurtosis)
    {
        if (ratio <= 0d)
        {
            return MetricValue.None("the Sharpe ratio is not above zero");
        }

        var quantile = Gauss.Quantile(0.95) / ratio;
        return 1 + Spread(ratio, skewness, kurtosis) * quantile * quantile;
    }

    public static MetricValue MinimumTrackRecord(ReadOnlySpan<double> returns)
    {
        var ratio = ReturnFormulas.PeriodSharpe(returns);
        return ratio.Value is { } value
            ? MinimumTrackRecord(value, Moments.PopulationSkewness(returns), Moments.PopulationKurtosis(returns))
            : ratio;
    }

    static double Spread(double ratio, double skewness, double kurtosis) =>
        1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
}
