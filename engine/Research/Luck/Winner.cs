namespace Workbench.Research.Luck;

/// <summary>The best variant's returns in the figures that the odds are made of.</summary>
sealed record Winner(double Ratio, int Rows, double Skewness, double Kurtosis, double Autocorrelation)
{
    /// <summary>Returns that vary.</summary>
    public static Winner Of(double[] returns) => new(
        Moments.Mean(returns) / Moments.Deviation(returns), returns.Length,
        Moments.PopulationSkewness(returns), Moments.PopulationKurtosis(returns), SharpeError.Autocorrelation(returns));

    /// <summary>Chance that the true ratio is above a target.</summary>
    public MetricValue Above(double target) => SharpeOdds.Probabilistic(Ratio, Rows, Skewness, Kurtosis, target);

    public MetricValue AboveUnderNull(double target) => SharpeOdds.ProbabilisticUnderNull(Ratio, Rows, Skewness, Kurtosis, target);

    public MetricValue Record(double target) => SharpeOdds.MinimumTrackRecord(Ratio, Skewness, Kurtosis, target);

    public MetricValue Error(double autocorrelation) => SharpeError.Of(Ratio, Rows, Skewness, Kurtosis, autocorrelation);

    /// <summary>Chance that one of so many independent, normal, worthless variants has such a ratio.</summary>
    public double Sidak(double trials) => Corrections.Sidak(Gauss.Below(-Ratio * Math.Sqrt(Rows)), trials);
}
