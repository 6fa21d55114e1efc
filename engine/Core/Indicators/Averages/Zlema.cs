namespace Workbench.Core;

/// <summary>Zero-lag exponential moving average of closes (Ehlers and Way, 2010): each close is first pushed on by its move over half the length. In quote currency.</summary>
/// <param name="length">Bars, at least 1.</param>
public sealed class Zlema(int length) : Study($"ZLEMA({length})", length + (length - 1) / 2)
{
    readonly Window closes = new((length - 1) / 2 + 1);
    readonly Smoother average = ExponentialSmoother.Usual(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        closes.Add(now.Close);
        return average.Add(2d * now.Close - closes.Oldest);
    }
}
