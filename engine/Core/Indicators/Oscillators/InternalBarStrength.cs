namespace Workbench.Core;

/// <summary>Internal bar strength: place of the close in the bar's range, 0 at the low, 1 at the high; one half where there is no range.</summary>
public sealed class InternalBarStrength() : Study($"IBS", 1)
{
    private protected override double Next(in Candle now, in Candle before) => now.Range == 0d ? 0.5d : (now.Close - now.Low) / now.Range;
}
