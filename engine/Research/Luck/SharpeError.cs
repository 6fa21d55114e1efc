namespace Workbench.Research.Luck;

/// <summary>How far a Sharpe ratio of so many periods is off by chance, and what autocorrelation does to it.</summary>
public static class SharpeError
{
    /// <summary>
    /// Standard error of a ratio per period: Mertens 2002; with autocorrelation of the first order López de Prado, Lipton and Zoonekynd 2025.
    /// </summary>
    /// <param name="ratio">Sharpe ratio per period.</param>
    /// <param name="count">Periods.</param>
    /// <param name="skewness">Population skewness.</param>
    /// <param name="kurtosis">Population kurtosis, 3 for a normal.</param>
    /// <param name="autocorrelation">Of each return with the one before; 0 for independent ones.</param>
    public static MetricValue Of(double ratio, int count, double skewness, double kurtosis, double autocorrelation = 0d)
    {
        var (rho, square) = (autocorrelation, autocorrelation * autocorrelation);
        if (Math.Abs(rho) >= 1d)
        {
            return MetricValue.None("each return follows from the one before");
        }

        var a = 1 + 2 * rho / (1 - rho);
        var b = 1 + rho / (1 - rho) + square / (1 - square);
        var c = 1 + 2 * square / (1 - square);
        var spread = a - b * skewness * ratio + c * (kurtosis - 1) / 4 * ratio * ratio;
        return spread <= 0d ? MetricValue.None("skewness and kurtosis leave no positive variance") : Math.Sqrt(spread / count);
    }

    /// <summary>What a ratio times √periods must be multiplied with to be annual, where returns follow each other: Lo 2002.</summary>
    /// <param name="autocorrelation">Of each return with the one before, below 1.</param>
    /// <param name="periods">Periods in a year.</param>
    public static double AnnualFactor(double autocorrelation, double periods)
    {
        // A negative number has whole powers only, and this one is next to nothing for any year.
        var (rho, power) = (autocorrelation, Math.Pow(autocorrelation, Math.Round(periods)));
        return 1 / Math.Sqrt(1 + 2 * rho / (1 - rho) * (1 - (1 - power) / (periods * (1 - rho))));
    }

    /// <summary>Correlation of each return with the one before; the returns must vary.</summary>
    public static double Autocorrelation(ReadOnlySpan<double> returns)
    {
        var (mean, together, alone) = (Moments.Mean(returns), 0d, 0d);
        for (var i = 0; i < returns.Length; i++)
        {
            var distance = returns[i] - mean;
            together += i > 0 ? distance * (returns[i - 1] - mean) : 0d;
            alone += distance * distance;
        }

        return together / alone;
    }
}
