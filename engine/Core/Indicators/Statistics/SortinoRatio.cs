namespace Workbench.Core;

/// <summary>Sortino ratio (Frank Sortino, 1994) of the close's returns per bar: mean return above a target by <see cref="DownsideDeviation"/>; 0 where nothing fell short, as there is nothing to judge by.</summary>
/// <param name="length">Returns of one bar, at least 1; 20.</param>
/// <param name="target">Return per bar that is asked for; 0.</param>
/// <remarks>Not annualised: times the root of the bars in a year it is.</remarks>
public sealed class SortinoRatio(int length = 20, double target = 0d) : Study($"Sortino({length},{target})", length + 1)
{
    readonly Smoother excess = new SimpleSmoother(length);
    readonly Smoother squares = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        var above = now.Close / before.Close - 1d - target;
        var missed = Math.Min(above, 0d);
        double mean = excess.Add(above), square = squares.Add(missed * missed);
        return square == 0d ? 0d : mean / Math.Sqrt(square);
    }
}
