namespace Workbench.Core;

/// <summary>Double exponential moving average of closes (Patrick Mulloy, 1994): twice the average less the average of it. In quote currency.</summary>
/// <param name="length">Bars, at least 1.</param>
public sealed class Dema(int length) : Study($"DEMA({length})", 2 * length - 1)
{
    readonly Smoother first = ExponentialSmoother.Usual(length);
    readonly Smoother second = ExponentialSmoother.Usual(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        var once = first.Add(now.Close);
        return 2d * once - second.Add(once);
    }
}
