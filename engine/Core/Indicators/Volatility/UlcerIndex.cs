namespace Workbench.Core;

/// <summary>Ulcer index (Peter Martin, 1987): root mean square of the closes' drawdowns from the highest close, in percent.</summary>
/// <param name="length">Bars of both the highest close and the mean, at least 1; 14.</param>
public sealed class UlcerIndex(int length = 14) : Study($"Ulcer({length})", 2 * length - 1)
{
    readonly Channel closes = new(length);
    readonly Smoother squares = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        closes.Add(now.Close, now.Close);
        var drawdown = 100d * (now.Close - closes.Upper) / closes.Upper;
        return Math.Sqrt(squares.Add(drawdown * drawdown));
    }
}
