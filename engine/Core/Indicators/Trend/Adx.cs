namespace Workbench.Core;

/// <summary>Average directional index (Wilder, 1978): how strongly the market trends, whichever way, 0 to 100; with the directional indicators (DMI) it is made of.</summary>
/// <param name="length">Bars, at least 1. Wilder used 14.</param>
public sealed class Adx(int length = 14) : Study($"ADX({length})", 2 * length)
{
    readonly Smoother ups = ExponentialSmoother.Wilder(length);
    readonly Smoother downs = ExponentialSmoother.Wilder(length);
    readonly Smoother ranges = ExponentialSmoother.Wilder(length);
    readonly Smoother average = ExponentialSmoother.Wilder(length);
    double plus = double.NaN;
    double minus = double.NaN;

    /// <summary>+DI: share of the true range that was walked upwards, 0 to 100.</summary>
    public double Plus => Shown(plus);

    /// <summary>−DI: share of the true range that was walked downwards, 0 to 100.</summary>
    public double Minus => Shown(minus);

    private protected override double Next(in Candle now, in Candle before)
    {
        if (!before.Exists)
        {
            return double.NaN;
        }

        double up = now.High - before.High, down = before.Low - now.Low, range = ranges.Add(now.TrueRange(before));
        plus = Share(ups.Add(up > down && up > 0d ? up : 0d), range);
        minus = Share(downs.Add(down > up && down > 0d ? down : 0d), range);
        return average.Add(Share(Math.Abs(plus - minus), plus + minus));
    }

    static double Share(double part, double whole) => whole == 0d ? 0d : 100d * part / whole;
}
