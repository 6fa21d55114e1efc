namespace Workbench.Core;

/// <summary>Logarithmic return of the close over n bars, as a number (0.01 is about one percent). Uses <see cref="Math.Log(double)"/>.</summary>
/// <param name="length">Bars back, at least 1; 1.</param>
public sealed class LogReturn(int length = 1) : Study($"LogReturn({length})", length + 1)
{
    readonly Change change = new(length);

    private protected override double Next(in Candle now, in Candle before) => Math.Log(change.Ratio(now.Close));
}
