namespace Workbench.Core;

/// <summary>Chaikin oscillator (Marc Chaikin, 1980s): fast less slow exponential average of the accumulation/distribution line. In units.</summary>
/// <param name="fast">Bars of the fast average, at least 1; 3.</param>
/// <param name="slow">Bars of the slow average; 10.</param>
public sealed class ChaikinOscillator(int fast = 3, int slow = 10) : Study($"Chaikin({fast},{slow})", Math.Max(fast, slow))
{
    readonly Smoother quick = ExponentialSmoother.Usual(fast);
    readonly Smoother calm = ExponentialSmoother.Usual(slow);
    double sum;

    private protected override double Next(in Candle now, in Candle before)
    {
        sum += now.CloseLocation * now.Volume;
        return quick.Add(sum) - calm.Add(sum);
    }
}
