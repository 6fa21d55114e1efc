namespace Workbench.Core;

/// <summary>T3 moving average of closes (Tim Tillson, 1998): three generalised double averages, six exponential ones in all. In quote currency.</summary>
/// <param name="length">Bars, at least 1. Tillson used 5.</param>
/// <param name="volume">Share of the lag that is taken out, 0 (plain) to 1 (as DEMA). Tillson used 0.7.</param>
public sealed class T3(int length = 5, double volume = 0.7d) : Study($"T3({length},{volume})", 6 * length - 5)
{
    readonly Smoother[] chain = [.. Enumerable.Range(0, 6).Select(_ => ExponentialSmoother.Usual(length))];
    readonly double[] averages = new double[6];

    private protected override double Next(in Candle now, in Candle before)
    {
        var line = now.Close;
        for (var i = 0; i < chain.Length; i++)
        {
            averages[i] = line = chain[i].Add(line);
        }

        double a = volume, a2 = a * a, a3 = a2 * a;
        return -a3 * averages[5]
            + 3d * (a2 + a3) * averages[4]
            - (6d * a2 + 3d * (a + a3)) * averages[3]
            + (1d + 3d * a + a3 + 3d * a2) * averages[2];
    }
}
