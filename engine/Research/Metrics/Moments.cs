namespace Workbench.Research;

/// <summary>Sums, spreads and shapes of a series of numbers. Callers make sure that there are numbers enough.</summary>
public static class Moments
{
    public static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0d;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    public static double Mean(ReadOnlySpan<double> values) => Sum(values) / values.Length;

    /// <summary>Standard deviation with n − 1.</summary>
    public static double Deviation(ReadOnlySpan<double> values) => Math.Sqrt(Central(values, 2) * values.Length / (values.Length - 1));

    /// <summary>Covariance of two series of one length, with n − 1.</summary>
    public static double Covariance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (meanA, meanB, sum) = (Mean(a), Mean(b), 0d);
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }

        return sum / (a.Length - 1);
    }

    /// <summary>Mean of (x − mean)^power over all n: the population's central moment.</summary>
    public static double Central(ReadOnlySpan<double> values, int power)
    {
        var (mean, sum) = (Mean(values), 0d);
        foreach (var value in values)
        {
            var distance = value - mean;
            var term = distance;
            for (var i = 1; i < power; i++)
            {
                term *= distance;
            }

            sum += term;
        }

        return sum / values.Length;
    }

    /// <summary>Population skewness m3 / m2^1.5.</summary>
    public static double PopulationSkewness(ReadOnlySpan<double> values) => Central(values, 3) / Math.Pow(Central(values, 2), 1.5);

    /// <summary>Population kurtosis m4 / m2², 3 for a normal: not the excess.</summary>
    public static double PopulationKurtosis(ReadOnlySpan<double> values)
    {
        var variance = Central(values, 2);
        return Central(values, 4) / (variance * variance);
    }

    /// <summary>Quantile of sorted values, linear between neighbours (type 7, as NumPy and Excel).</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
