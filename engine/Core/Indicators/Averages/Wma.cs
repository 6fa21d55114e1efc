namespace Workbench.Core;

/// <summary>Weighted moving average of closes: the newest of n counts n times, the oldest once. In quote currency.</summary>
/// <param name="length">Bars, at least 1.</param>
public sealed class Wma(int length) : Study($"WMA({length})", length)
{
    readonly Smoother average = new WeightedSmoother(length);

    private protected override double Next(in Candle now, in Candle before) => average.Add(now.Close);
}
