namespace Workbench.Research;

/// <summary>Figures of daily returns beside those of a benchmark on the same days. Risk-free rate 0.</summary>
public static class BenchmarkFormulas
{
    public static MetricValue Beta(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark)
    {
        if (returns.Length < 2)
        {
            return MetricValue.None("fewer than two days with a benchmark");
        }

        var variance = Moments.Covariance(benchmark, benchmark);
        return variance == 0d ? MetricValue.None("the benchmark does not move") : Moments.Covariance(returns, benchmark) / variance;
    }

    /// <summary>What the returns earn a year beyond beta times the benchmark.</summary>
    public static MetricValue Alpha(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, int periods)
    {
        var (mean, market) = returns.IsEmpty ? (0d, 0d) : (Moments.Mean(returns), Moments.Mean(benchmark));
        return Beta(returns, benchmark).Then(beta => (mean - beta * market) * periods);
    }

    public static MetricValue Correlation(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark)
    {
        if (returns.Length < 2)
        {
            return MetricValue.None("fewer than two days with a benchmark");
        }

        var spread = Moments.Deviation(returns) * Moments.Deviation(benchmark);
        return spread == 0d ? MetricValue.None("returns or benchmark do not vary") : Moments.Covariance(returns, benchmark) / spread;
    }

    /// <summary>Mean of the daily difference over its deviation, per day.</summary>
    public static MetricValue InformationRatio(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark)
    {
        var difference = new double[returns.Length];
        for (var i = 0; i < difference.Length; i++)
        {
            difference[i] = returns[i] - benchmark[i];
        }

        return ReturnFormulas.PeriodSharpe(difference);
    }
}
