namespace Workbench.Core;

/// <summary>Klinger volume oscillator (Stephen Klinger, 1997): fast less slow exponential average of the volume force, which grows with the bar's share in its trend. In units.</summary>
/// <param name="fast">Bars of the fast average, at least 1; 34.</param>
/// <param name="slow">Bars of the slow average; 55.</param>
/// <param name="signal">Bars of the signal line; 13.</param>
public sealed class Klinger(int fast = 34, int slow = 55, int signal = 13)
    : SignalStudy($"Klinger({fast},{slow},{signal})", Math.Max(fast, slow) + signal + 1, ExponentialSmoother.Usual(signal))
{
    readonly Smoother quick = ExponentialSmoother.Usual(fast);
    readonly Smoother calm = ExponentialSmoother.Usual(slow);
    int trend;
    double walked;

    private protected override double Main(in Candle now, in Candle before)
    {
        var force = Force(now, before);
        return quick.Add(force) - calm.Add(force);
    }

    // The first move has no trend to belong to: the force starts with the second.
    double Force(in Candle now, in Candle before)
    {
        if (!before.Exists)
        {
            return double.NaN;
        }

        var (direction, first) = (now.Typical > before.Typical ? 1 : -1, trend == 0);
        walked = (direction == trend ? walked : before.Range) + now.Range;
        trend = direction;
        return first ? double.NaN : walked == 0d ? 0d : now.Volume * Math.Abs(2d * (now.Range / walked - 1d)) * trend * 100d;
    }
}
