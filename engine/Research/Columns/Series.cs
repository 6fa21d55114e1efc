namespace Workbench.Research;

/// <summary>
/// What pandas does to a column of numbers, on arrays: a result is as long as what it is made of and NaN where it is not known yet. Nothing is changed in place,
/// and a NaN among the values spoils only the results that it takes part in.
/// </summary>
public static class Series
{
    /// <summary>x[i] / x[i − 1] − 1; the first is NaN. pandas: <c>s.pct_change(fill_method=None)</c>.</summary>
    public static double[] Returns(double[] values) => Changes(values, (before, now) => now / before - 1d);

    /// <summary>ln(x[i] / x[i − 1]); the first is NaN. pandas: <c>numpy.log(s / s.shift(1))</c>.</summary>
    public static double[] LogReturns(double[] values) => Changes(values, (before, now) => Math.Log(now / before));

    /// <summary>x[i] − x[i − 1]; the first is NaN. pandas: <c>s.diff()</c>.</summary>
    public static double[] Differences(double[] values) => Changes(values, (before, now) => now - before);

    /// <summary>Mean of the last <paramref name="window"/> values, this one included. pandas: <c>s.rolling(window).mean()</c>.</summary>
    /// <exception cref="WorkbenchException">WB4208 the window holds no value.</exception>
    public static double[] RollingMean(double[] values, int window) => Rolling(values, values, window, 1, (in PairMoments moments) => moments.MeanX);

    /// <summary>Sample standard deviation (n − 1) of the last <paramref name="window"/> values. pandas: <c>s.rolling(window).std()</c>.</summary>
    /// <exception cref="WorkbenchException">WB4208 the window holds fewer than two values.</exception>
    public static double[] RollingStd(double[] values, int window) => Rolling(values, values, window, 2, (in PairMoments moments) => moments.StdX);

    /// <summary>Pearson's correlation of the last <paramref name="window"/> pairs; NaN where a side does not move. pandas: <c>x.rolling(window).corr(y)</c>.</summary>
    /// <exception cref="WorkbenchException">WB4200 lengths differ; WB4208 the window holds fewer than two pairs.</exception>
    public static double[] RollingCorrelation(double[] x, double[] y, int window) => Rolling(x, y, window, 2, (in PairMoments moments) => moments.Correlation);

    /// <summary>
    /// Mean with weights (1 − α)^age, α = 2 / (span + 1), divided by their sum, so that the first value weighs no more than its share. A NaN ages
    /// what came before and repeats the last mean. pandas: <c>s.ewm(span=span).mean()</c>, its default <c>adjust=True</c>.
    /// </summary>
    /// <param name="values">Values.</param>
    /// <param name="span">Length of a plain mean of the same lag, at least 1; need not be whole.</param>
    /// <exception cref="WorkbenchException">WB4208 the span is below 1.</exception>
    public static double[] Ewma(double[] values, double span)
    {
        // A condition that a NaN fails, too.
        if (!(span >= 1d))
        {
            throw ChartErrors.BadArgument(nameof(span), "at least 1", span);
        }

        var result = new double[values.Length];
        var (decay, mean, weight) = (1d - 2d / (span + 1d), double.NaN, 0d);
        for (var i = 0; i < values.Length; i++)
        {
            weight *= decay;
            if (!double.IsNaN(values[i]))
            {
                weight += 1d;
                mean = double.IsNaN(mean) ? values[i] : mean + (values[i] - mean) / weight;
            }

            result[i] = mean;
        }

        return result;
    }

    /// <summary>Pearson's correlation of the values with those <paramref name="lag"/> places before. pandas: <c>s.autocorr(lag)</c>.</summary>
    /// <returns>From −1 to 1; NaN where fewer than two pairs are there, or they do not move.</returns>
    /// <exception cref="WorkbenchException">WB4208 the lag is negative.</exception>
    public static double Autocorrelation(double[] values, int lag = 1)
    {
        var moments = default(PairMoments);
        for (var i = lag < 0 ? throw ChartErrors.BadArgument(nameof(lag), "0 or more", lag) : lag; i < values.Length; i++)
        {
            moments = double.IsNaN(values[i]) || double.IsNaN(values[i - lag]) ? moments : moments.With(values[i], values[i - lag]);
        }

        return moments.Correlation;
    }

    /// <summary>The value below which a share of the values lies, on a straight line between its two neighbours; NaN among the values is left out. pandas: <c>s.quantile(share)</c>.</summary>
    /// <param name="values">Values in any order.</param>
    /// <param name="share">From 0 (the least) to 1 (the greatest).</param>
    /// <returns>NaN where there is no value.</returns>
    /// <exception cref="WorkbenchException">WB4208 the share is not from 0 to 1.</exception>
    public static double Quantile(double[] values, double share) => !(share is >= 0d and <= 1d)
        ? throw ChartErrors.BadArgument(nameof(share), "from 0 to 1", share)
        : OfSorted([.. values.Where(value => !double.IsNaN(value)).Order()], share);

    /// <summary>Count, mean, sample standard deviation, least, quartiles and greatest; NaN among the values is left out. pandas: <c>s.describe()</c>.</summary>
    public static Description Describe(double[] values)
    {
        var sorted = values.Where(value => !double.IsNaN(value)).Order().ToArray();
        var moments = sorted.Aggregate(default(PairMoments), (sum, value) => sum.With(value, value));
        return new Description(
            sorted.Length, sorted.Length == 0 ? double.NaN : moments.MeanX, moments.StdX, OfSorted(sorted, 0d), OfSorted(sorted, 0.25), OfSorted(sorted, 0.5), OfSorted(sorted, 0.75), OfSorted(sorted, 1d));
    }

    static double OfSorted(double[] sorted, double share)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below == sorted.Length - 1 || place == below ? sorted[below] : sorted[below] + (sorted[below + 1] - sorted[below]) * (place - below);
    }

    static double[] Changes(double[] values, Func<double, double, double> change)
    {
        var result = new double[values.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = i == 0 ? double.NaN : change(values[i - 1], values[i]);
        }

        return result;
    }

    delegate double Reading(in PairMoments moments);

    /// <summary>
    /// Reads off each window in constant time and without ever subtracting, so that rounding errors neither pile up nor linger behind a huge value: a window is
    /// the end of one block of its length, gathered backwards, and the beginning of the next, gathered forwards.
    /// </summary>
    static double[] Rolling(double[] x, double[] y, int window, int least, Reading read)
    {
        if (x.Length != y.Length)
        {
            throw ChartErrors.LengthsDiffer("x", x.Length, "y", y.Length);
        }

        if (window < least)
        {
            throw ChartErrors.BadArgument(nameof(window), FormattableString.Invariant($"at least {least}"), window);
        }

        var result = new double[x.Length];
        Array.Fill(result, double.NaN);
        for (var block = 0; block + window <= x.Length; block += window)
        {
            ReadBlock(x, y, block, window, result, read);
        }

        return result;
    }

    /// <summary>All windows that begin within a block.</summary>
    static void ReadBlock(double[] x, double[] y, int block, int window, double[] result, Reading read)
    {
        var ends = new PairMoments[window];
        var moments = default(PairMoments);
        for (var i = window - 1; i >= 0; i--)
        {
            ends[i] = moments = moments.With(x[block + i], y[block + i]);
        }

        result[block + window - 1] = read(ends[0]);
        var beginning = default(PairMoments);
        for (var i = 1; i < window && block + window + i - 1 < x.Length; i++)
        {
            beginning = beginning.With(x[block + window + i - 1], y[block + window + i - 1]);
            result[block + window + i - 1] = read(ends[i].And(beginning));
        }
    }
}
