namespace Workbench.Core;

/// <summary>Awesome oscillator (Bill Williams, 1998): simple averages of the bars' middles, fast less slow. In quote currency.</summary>
/// <param name="fast">Bars of the fast average, at least 1; 5.</param>
/// <param name="slow">Bars of the slow average; 34.</param>
public sealed class AwesomeOscillator(int fast = 5, int slow = 34) : Study($"AO({fast},{slow})", Math.Max(fast, slow))
{
    readonly Smoother quick = new SimpleSmoother(fast);
    readonly Smoother calm = new SimpleSmoother(slow);

    private protected override double Next(in Candle now, in Candle before) => quick.Add(now.Median) - calm.Add(now.Median);
}
