namespace Workbench.Core;

/// <summary>Arnaud Legoux moving average of closes (Legoux and Kouzis-Loukas, 2009): weights along a Gauss bell that is pushed towards the newest bar. In quote currency.</summary>
/// <param name="length">Bars, at least 1. The authors used 9.</param>
/// <param name="offset">Where the bell's top lies, 0 at the oldest bar, 1 at the newest; 0.85.</param>
/// <param name="sigma">Sharpness: the bell's width is length/sigma; 6.</param>
/// <remarks>A bell has no exact recursion: each bar costs n multiplications. Weights use <see cref="Math.Exp"/>.</remarks>
public sealed class Alma(int length = 9, double offset = 0.85d, double sigma = 6d) : Study($"ALMA({length},{offset},{sigma})", length)
{
    readonly Window closes = new(length);
    readonly double[] weights = Bell(length, offset, sigma);

    private protected override double Next(in Candle now, in Candle before)
    {
        closes.Add(now.Close);
        var sum = 0d;
        for (var ago = 0; ago < weights.Length; ago++)
        {
            sum += weights[ago] * closes[ago];
        }

        return sum;
    }

    static double[] Bell(int length, double offset, double sigma)
    {
        double top = offset * (length - 1), width = length / sigma;
        var heights = Enumerable.Range(0, length).Select(ago => length - 1 - ago - top).Select(x => Math.Exp(-x * x / (2d * width * width))).ToArray();
        var sum = heights.Sum();
        return [.. heights.Select(height => height / sum)];
    }
}
