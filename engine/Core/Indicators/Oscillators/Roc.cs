namespace Workbench.Core;

/// <summary>Rate of change of the close over n bars, in percent.</summary>
/// <param name="length">Bars back, at least 1; 10.</param>
public sealed class Roc(int length = 10) : Study($"ROC({length})", length + 1)
{
    readonly Change change = new(length);

    private protected override double Next(in Candle now, in Candle before) => change.Percent(now.Close);
}
