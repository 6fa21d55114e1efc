namespace Workbench.Core;

/// <summary>Stoller average range channel (Manning Stoller, 1980s): a simple average of closes and some average true ranges around it. <see cref="Indicator.Value"/> is the middle. In quote currency.</summary>
/// <param name="length">Bars of the average, at least 1; 5.</param>
/// <param name="factor">Average true ranges from middle to band; 2.</param>
/// <param name="atr">Bars of the average true range; 10.</param>
public sealed class Starc(int length = 5, double factor = 2d, int atr = 10)
    : Study($"STARC({length},{factor},{atr})", Math.Max(length, atr + 1))
{
    readonly double factor = factor;
    readonly Smoother closes = new SimpleSmoother(length);
    readonly Smoother ranges = ExponentialSmoother.Wilder(atr);
    double reach = double.NaN;

    /// <summary>Middle plus the ranges.</summary>
    public double Upper => Value + reach;

    /// <summary>Middle less the ranges.</summary>
    public double Lower => Value - reach;

    private protected override double Next(in Candle now, in Candle before)
    {
        reach = factor * ranges.Add(now.TrueRange(before));
        return closes.Add(now.Close);
    }
}
