namespace Workbench.Core;

/// <summary>Chande momentum oscillator (Chande and Kroll, 1994): rises less falls of the close as a share of both, −100 to 100; 0 where nothing moved.</summary>
/// <param name="length">Bars, at least 1; 14.</param>
/// <remarks>Sums as its author has it. TA-Lib smooths as Wilder does: its CMO is 2·RSI − 100.</remarks>
public sealed class Cmo(int length = 14) : Study($"CMO({length})", length + 1)
{
    readonly Smoother rises = new SimpleSmoother(length);
    readonly Smoother falls = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        var move = now.Close - before.Close;
        double rise = rises.Add(Math.Max(move, 0d)), fall = falls.Add(Math.Max(-move, 0d));
        return rise + fall == 0d ? 0d : 100d * (rise - fall) / (rise + fall);
    }
}
