namespace Workbench.Research.Luck;

/// <summary>
/// Mean block length that suits a series: Politis and White 2004, corrected by Patton, Politis and White 2009. As in R's np and Python's
/// arch the window begins at the first insignificant lag; the paper's text begins at the last significant one and comes out longer.
/// </summary>
public static class BlockLength
{
    /// <summary>For blocks of geometric length. May come out below 1: then 1 will do. The series must vary.</summary>
    public static double Stationary(ReadOnlySpan<double> series) => Of(series, 2d);

    /// <summary>For blocks of one length, wrapped around the end.</summary>
    public static double Circular(ReadOnlySpan<double> series) => Of(series, 4d / 3d);

    /// <summary>Median of the stationary lengths of many series, at least 1.</summary>
    public static double Typical(IReadOnlyList<double[]> columns)
    {
        var lengths = columns.Select(column => Stationary(column)).ToArray();
        Array.Sort(lengths);
        return Math.Max(1d, Moments.Quantile(lengths, 0.5));
    }

    static double Of(ReadOnlySpan<double> series, double factor)
    {
        var n = series.Length;
        var run = Math.Max(5, (int)Math.Log10(n));
        var most = Math.Min(n - 1, (int)Math.Ceiling(Math.Sqrt(n)) + run);
        var covariances = Covariances(series, most);
        var window = Window(covariances, run, most, 2 * Math.Sqrt(Math.Log10(n) / n));
        var (slope, variance) = (0d, covariances[0]);
        for (var lag = 1; lag <= window; lag++)
        {
            var share = (double)lag / window;
            var weight = share <= 0.5 ? 1d : 2 * (1 - share);
            slope += 2 * weight * lag * covariances[lag];
            variance += 2 * weight * covariances[lag];
        }

        var length = Math.Cbrt(2 * slope * slope / (factor * variance * variance)) * Math.Cbrt(n);
        return Math.Min(length, Math.Ceiling(Math.Min(3 * Math.Sqrt(n), n / 3d)));
    }

    /// <summary>Twice the first lag from which a whole run of lags is insignificant.</summary>
    static int Window(double[] covariances, int run, int most, double band)
    {
        var quiet = 0;
        for (var lag = 1; lag < most; lag++)
        {
            quiet = Math.Abs(covariances[lag]) < band * covariances[0] ? quiet + 1 : 0;
            if (quiet == run)
            {
                return Math.Min(2 * (lag - run + 1), most);
            }
        }

        return most;
    }

    static double[] Covariances(ReadOnlySpan<double> series, int most)
    {
        var mean = Moments.Mean(series);
        var centred = new double[series.Length];
        for (var i = 0; i < centred.Length; i++)
        {
            centred[i] = series[i] - mean;
        }

        var covariances = new double[most + 1];
        for (var lag = 0; lag <= most; lag++)
        {
            covariances[lag] = Lanes.Dot(centred.AsSpan(lag), centred.AsSpan(0, centred.Length - lag)) / centred.Length;
        }

        return covariances;
    }
}
