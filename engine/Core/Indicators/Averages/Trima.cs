namespace Workbench.Core;

/// <summary>Triangular moving average of closes: a simple average of a simple average, so that the middle of the n bars counts most. In quote currency.</summary>
/// <param name="length">Bars, at least 1.</param>
public sealed class Trima(int length) : Study($"TRIMA({length})", length)
{
    readonly Smoother first = new SimpleSmoother((length + 1) / 2);
    readonly Smoother second = new SimpleSmoother(length / 2 + 1);

    private protected override double Next(in Candle now, in Candle before) => second.Add(first.Add(now.Close));
}
