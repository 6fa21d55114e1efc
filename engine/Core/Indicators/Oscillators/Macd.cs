namespace Workbench.Core;

/// <summary>Moving average convergence divergence (Gerald Appel, 1979): fast less slow exponential average of closes. In quote currency.</summary>
/// <param name="fast">Bars of the fast average, at least 1; 12.</param>
/// <param name="slow">Bars of the slow average; 26.</param>
/// <param name="signal">Bars of the signal line; 9.</param>
public sealed class Macd(int fast = 12, int slow = 26, int signal = 9)
    : SignalStudy($"MACD({fast},{slow},{signal})", Math.Max(fast, slow) + signal - 1, ExponentialSmoother.Usual(signal))
{
    readonly Smoother quick = ExponentialSmoother.Usual(fast);
    readonly Smoother calm = ExponentialSmoother.Usual(slow);

    private protected override double Main(in Candle now, in Candle before) => quick.Add(now.Close) - calm.Add(now.Close);
}
