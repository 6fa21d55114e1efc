namespace Workbench.Core;

/// <summary>Percentage price oscillator: MACD in percent of the slow average, so that instruments compare.</summary>
/// <param name="fast">Bars of the fast exponential average of closes, at least 1; 12.</param>
/// <param name="slow">Bars of the slow one; 26.</param>
/// <param name="signal">Bars of the signal line; 9.</param>
public sealed class Ppo(int fast = 12, int slow = 26, int signal = 9)
    : SignalStudy($"PPO({fast},{slow},{signal})", Math.Max(fast, slow) + signal - 1, ExponentialSmoother.Usual(signal))
{
    readonly Smoother quick = ExponentialSmoother.Usual(fast);
    readonly Smoother calm = ExponentialSmoother.Usual(slow);

    private protected override double Main(in Candle now, in Candle before)
    {
        double high = quick.Add(now.Close), low = calm.Add(now.Close);
        return 100d * (high - low) / low;
    }
}
