namespace Workbench.Research.Search;

/// <summary>The figures that objectives know beside those of the report. Ratios are per period of the search's clock, never annual.</summary>
static class ObjectiveFigures
{
    /// <summary>One-sided 95 % quantile of the standard normal.</summary>
    const double Quantile = 1.6448536269514722;

    /// <summary>Their names. The last two are measured by evolution and stress tests alone.</summary>
    public static IReadOnlyList<string> Names { get; } = ["tstat", "sharpeLowerBound", "periods", "fills", "complexity", "survival"];

    /// <summary>A figure by its name, of this list or of the report.</summary>
    public static MetricValue Of(VariantResult variant, string name) => name switch
    {
        "tstat" => Ratio(variant).Then(ratio => ratio * Math.Sqrt(variant.Returns.Count)),
        "sharpeLowerBound" => Ratio(variant).Then(ratio => LowerBound(ratio, [.. variant.Returns])),
        "periods" => variant.Returns.Count,
        "fills" => variant.Fills,
        "trades" => variant.Trades,
        _ => variant.Metric(name) is { Value: null } && !variant.Metrics.ContainsKey(name) ? MetricValue.None("this search does not measure it") : variant.Metric(name),
    };

    static MetricValue Ratio(VariantResult variant) => ReturnFormulas.PeriodSharpe([.. variant.Returns]);

    // The ratio that the true one is above with 95 %: where SharpeOdds.Probabilistic is 0.95 (Mertens 2002; Bailey and López de Prado 2012).
    static MetricValue LowerBound(double ratio, double[] returns)
    {
        var variance = 1d - Moments.PopulationSkewness(returns) * ratio + (Moments.PopulationKurtosis(returns) - 1d) / 4d * ratio * ratio;
        return variance <= 0d
            ? MetricValue.None("skewness and kurtosis leave no positive variance")
            : ratio - Quantile * Math.Sqrt(variance / (returns.Length - 1));
    }
}
