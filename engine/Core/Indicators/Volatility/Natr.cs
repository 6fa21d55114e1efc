namespace Workbench.Core;

/// <summary>Normalised average true range (John Forman, 2006): Wilder's average true range in percent of the close.</summary>
/// <param name="length">Bars, at least 1; 14.</param>
public sealed class Natr(int length = 14) : Study($"NATR({length})", length + 1)
{
    readonly Smoother ranges = ExponentialSmoother.Wilder(length);

    private protected override double Next(in Candle now, in Candle before) => 100d * ranges.Add(now.TrueRange(before)) / now.Close;
}
