namespace Workbench.Core;

/// <summary>Momentum: the close less the close n bars ago. In quote currency.</summary>
/// <param name="length">Bars back, at least 1; 10.</param>
public sealed class Momentum(int length = 10) : Study($"Momentum({length})", length + 1)
{
    readonly Change change = new(length);

    private protected override double Next(in Candle now, in Candle before) => change.Difference(now.Close);
}
