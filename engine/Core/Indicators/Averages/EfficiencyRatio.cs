namespace Workbench.Core;

/// <summary>Efficiency ratio (Perry Kaufman, 1995): the way the close came over n bars as a share of the way it walked, 0 noise to 1 straight; 1 where it did not move.</summary>
/// <param name="length">Bars, at least 1. Kaufman used 10.</param>
public sealed class EfficiencyRatio(int length = 10) : Study($"ER({length})", length + 1)
{
    readonly Efficiency efficiency = new(length);

    private protected override double Next(in Candle now, in Candle before) => efficiency.Add(now.Close);
}
