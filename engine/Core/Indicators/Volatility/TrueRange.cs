namespace Workbench.Core;

/// <summary>True range (Wilder, 1978): span of the bar with the gap to the close before. In quote currency.</summary>
public sealed class TrueRange() : Study($"TR", 2)
{
    private protected override double Next(in Candle now, in Candle before) => now.TrueRange(before);
}
