namespace Workbench.Core;

/// <summary>Keltner channel (Chester Keltner, 1960; Linda Raschke's form): an exponential average of closes and some average true ranges around it. <see cref="Indicator.Value"/> is the middle. In quote currency.</summary>
/// <param name="length">Bars of the average, at least 1; 20.</param>
/// <param name="factor">Average true ranges from middle to band; 2.</param>
/// <param name="atr">Bars of the average true range; 10.</param>
public sealed class Keltner(int length = 20, double factor = 2d, int atr = 10)
    : Study($"Keltner({length},{factor},{atr})", Math.Max(length, atr + 1))
{
    readonly double factor = factor;
    readonly Smoother closes = ExponentialSmoother.Usual(length);
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
