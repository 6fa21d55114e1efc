namespace Workbench.Core;

/// <summary>Absolute price oscillator: fast less slow exponential average of closes, a MACD without signal line. In quote currency.</summary>
/// <param name="fast">Bars of the fast average, at least 1; 12.</param>
/// <param name="slow">Bars of the slow average; 26.</param>
public sealed class Apo(int fast = 12, int slow = 26) : Study($"APO({fast},{slow})", Math.Max(fast, slow))
{
    readonly Smoother quick = ExponentialSmoother.Usual(fast);
    readonly Smoother calm = ExponentialSmoother.Usual(slow);

    private protected override double Next(in Candle now, in Candle before) => quick.Add(now.Close) - calm.Add(now.Close);
}
