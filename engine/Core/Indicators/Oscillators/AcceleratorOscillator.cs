namespace Workbench.Core;

/// <summary>Accelerator oscillator (Bill Williams, 1998): the awesome oscillator less its own average. In quote currency.</summary>
/// <param name="fast">Bars of the fast average, at least 1; 5.</param>
/// <param name="slow">Bars of the slow average; 34.</param>
/// <param name="signal">Bars of the oscillator's average; 5.</param>
public sealed class AcceleratorOscillator(int fast = 5, int slow = 34, int signal = 5)
    : Study($"AC({fast},{slow},{signal})", Math.Max(fast, slow) + signal - 1)
{
    readonly Smoother quick = new SimpleSmoother(fast);
    readonly Smoother calm = new SimpleSmoother(slow);
    readonly Smoother average = new SimpleSmoother(signal);

    private protected override double Next(in Candle now, in Candle before)
    {
        var awesome = quick.Add(now.Median) - calm.Add(now.Median);
        return awesome - average.Add(awesome);
    }
}
