namespace Workbench.Core;

/// <summary>Wilder's smoothed moving average of closes (1978), also SMMA: α = 1/n, starting from the simple mean of the first n. In quote currency.</summary>
/// <param name="length">Bars, at least 1.</param>
public sealed class Rma(int length) : Study($"RMA({length})", length)
{
    readonly Smoother average = ExponentialSmoother.Wilder(length);

    private protected override double Next(in Candle now, in Candle before) => average.Add(now.Close);
}
