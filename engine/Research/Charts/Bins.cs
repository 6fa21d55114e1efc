namespace Workbench.Research;

/// <summary>How many values fall into each of some equal bins.</summary>
sealed record Bins(double From, double Width, long[] Counts)
{
    const int Most = 500;

    /// <param name="values">Values; NaN is left out.</param>
    /// <param name="bins">How many bins; 0 for as many as the Freedman–Diaconis rule finds, between 5 and 100.</param>
    public static Bins Of(double[] values, int bins)
    {
        var known = values.Where(double.IsFinite).Order().ToArray();
        if (known.Length == 0)
        {
            throw ChartErrors.Nothing("no value is a number");
        }

        if (bins is < 0 or > Most)
        {
            throw ChartErrors.BadArgument(nameof(bins), FormattableString.Invariant($"between 1 and {Most}, or 0 for a good number"), bins);
        }

        var (low, range) = (known[0], known[^1] - known[0]);
        if (range == 0d)
        {
            return new Bins(low - 0.5, 1d, [known.Length]);
        }

        var count = bins == 0 ? Rule(known, range) : bins;
        var counts = new long[count];
        foreach (var value in known)
        {
            // The last bin holds its upper edge.
            counts[Math.Min(count - 1, (int)((value - low) / range * count))]++;
        }

        return new Bins(low, range / count, counts);
    }

    public double[] Middles => [.. Counts.Select((_, at) => From + (at + 0.5) * Width)];

    static int Rule(double[] sorted, double range)
    {
        var width = 2d * (Series.Quantile(sorted, 0.75) - Series.Quantile(sorted, 0.25)) / Math.Cbrt(sorted.Length);
        var bins = width > 0d ? Math.Ceiling(range / width) : Math.Ceiling(Math.Log2(sorted.Length) + 1d);
        return (int)Math.Clamp(bins, 5d, 100d);
    }
}
