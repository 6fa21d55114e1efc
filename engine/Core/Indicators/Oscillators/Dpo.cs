namespace Workbench.Core;

/// <summary>Detrended price oscillator: the close of n/2 + 1 bars ago less the average of the last n, which lies around it; shows cycles, not the trend. In quote currency.</summary>
/// <param name="length">Bars of the simple average, at least 1; 20.</param>
public sealed class Dpo(int length = 20) : Study($"DPO({length})", Math.Max(length, length / 2 + 2))
{
    readonly Window closes = new(length / 2 + 2);
    readonly Smoother average = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        closes.Add(now.Close);
        return closes.Oldest - average.Add(now.Close);
    }
}
