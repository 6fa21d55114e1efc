namespace Workbench.Core;

/// <summary>Percentage volume oscillator: fast less slow exponential average of volume in percent of the slow one; 0 without volume.</summary>
/// <param name="fast">Bars of the fast average, at least 1; 12.</param>
/// <param name="slow">Bars of the slow average; 26.</param>
/// <param name="signal">Bars of the signal line; 9.</param>
public sealed class Pvo(int fast = 12, int slow = 26, int signal = 9)
    : SignalStudy($"PVO({fast},{slow},{signal})", Math.Max(fast, slow) + signal - 1, ExponentialSmoother.Usual(signal))
{
    readonly Smoother quick = ExponentialSmoother.Usual(fast);
    readonly Smoother calm = ExponentialSmoother.Usual(slow);

    private protected override double Main(in Candle now, in Candle before)
    {
        double high = quick.Add(now.Volume), low = calm.Add(now.Volume);
        return low == 0d ? 0d : 100d * (high - low) / low;
    }
}
