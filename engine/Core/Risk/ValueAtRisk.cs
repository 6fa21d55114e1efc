namespace Workbench.Core;

/// <summary>What may be lost, from profits of the past. A loss is positive; where even the tail is a profit the figure is below 0.</summary>
static class ValueAtRisk
{
    /// <summary>
    /// The smallest loss that at least the confidence's share of the profits did not exceed, and the mean of the worst 1 − confidence of them, the
    /// profit on the border counting with what is left of that share (Acerbi and Tasche, 2002).
    /// </summary>
    public static (double VaR, double Shortfall) Historical(ReadOnlySpan<double> profits, double confidence)
    {
        Span<double> sorted = new double[profits.Length];
        profits.CopyTo(sorted);
        sorted.Sort();

        // The tiny sum keeps 5 of 100 from becoming 4: 1 − 0.95 is a little less than a twentieth.
        var tail = (1d - confidence) * sorted.Length;
        var whole = Math.Min((int)(tail + 1e-9), sorted.Length - 1);
        var worst = 0d;
        foreach (var profit in sorted[..whole])
        {
            worst -= profit;
        }

        var border = -sorted[whole];
        return (border, (worst + Math.Max(0d, tail - whole) * border) / tail);
    }

    /// <summary>The same for profits that are normally distributed.</summary>
    public static (double VaR, double Shortfall) Parametric(double mean, double deviation, double confidence)
    {
        var z = NormalCurve.Quantile(confidence);
        return (z * deviation - mean, deviation * NormalCurve.Density(z) / (1d - confidence) - mean);
    }
}
