namespace Workbench.Core;

/// <summary>Triple exponential moving average of closes (Patrick Mulloy, 1994): 3·e1 − 3·e2 + e3 of the averages of averages. In quote currency.</summary>
/// <param name="length">Bars, at least 1.</param>
public sealed class Tema(int length) : Study($"TEMA({length})", 3 * length - 2)
{
    readonly Smoother first = ExponentialSmoother.Usual(length);
    readonly Smoother second = ExponentialSmoother.Usual(length);
    readonly Smoother third = ExponentialSmoother.Usual(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        var once = first.Add(now.Close);
        var twice = second.Add(once);
        return 3d * (once - twice) + third.Add(twice);
    }
}
