namespace Workbench.Core;

/// <summary>Moving average convergence divergence (Gerald Appel, 1979): fast less slow exponential average of closes. In quote currency.</summary>
/// <param name="fast">Bars of the fast average, at least 1; 12.</param>
/// <param name="slow">Bars of the slow average; 26.</param>
/// <param name="signal">Bars of the signal line; 9.</param>
public sealed class Macd(int fast = 12, int slow = 26, int signal = 9)
    : Study($"MACD({fast},{slow},{signal})", Math.Max(fast, slow) + signal - 1)
{
    readonly Smoother quick = ExponentialSmoother.Usual(fast);
    readonly Smoother calm = ExponentialSmoother.Usual(slow);
    readonly Smoother average = ExponentialSmoother.Usual(signal);
    double line = double.NaN;

    /// <summary>Exponential average of <see cref="Indicator.Value"/>.</summary>
    public double Signal => Shown(line);

    /// <summary><see cref="Indicator.Value"/> less <see cref="Signal"/>: above 0 while momentum grows.</summary>
    public double Histogram => Value - Signal;

    private protected override double Next(in Candle now, in Candle before)
    {
        var value = quick.Add(now.Close) - calm.Add(now.Close);
        line = average.Add(value);
        return value;
    }
}
