namespace Workbench.Research;

/// <summary>Counts trades' profits, given smallest first, in bars of one round width; zero is always an edge, so that no bar mixes wins and losses.</summary>
static class ProfitHistogram
{
    const int Bars = 40;

    public static (IReadOnlyList<double> Edges, IReadOnlyList<long> Counts) Of(double[] sorted)
    {
        if (sorted.Length == 0)
        {
            return ([], []);
        }

        // The outermost hundredth on either side goes into the outermost bars: one outlier must not flatten all others.
        var (low, high) = (Math.Min(0d, Moments.Quantile(sorted, 0.01)), Math.Max(0d, Moments.Quantile(sorted, 0.99)));
        var width = RoundWidth((high - low) / Bars);
        var first = (int)Math.Floor(low / width);
        var counts = new long[Math.Max(1, (int)Math.Ceiling(high / width) - first)];
        foreach (var profit in sorted)
        {
            var at = Math.Clamp(profit / width - first, 0, counts.Length - 1);
            counts[(int)at]++;
        }

        return ([.. Enumerable.Range(first, counts.Length + 1).Select(edge => edge * width)], counts);
    }

    /// <summary>The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below.</summary>
    static double RoundWidth(double width)
    {
        if (!(width > 0d))
        {
            return 1d;
        }

        var power = Math.Pow(10d, Math.Floor(Math.Log10(width)));
        foreach (var step in (ReadOnlySpan<double>)[1d, 2d, 2.5d, 5d])
        {
            if (step * power >= width)
            {
                return step * power;
            }
        }

        return 10d * power;
    }
}
