namespace Workbench.Core;

/// <summary>Target downside deviation (Frank Sortino, 1991): root mean square of what the close's returns fell short of a target, as a number (0.01 is one percent).</summary>
/// <param name="length">Returns of one bar, at least 1; 20.</param>
/// <param name="target">Return per bar that is not counted as falling short; 0.</param>
public sealed class DownsideDeviation(int length = 20, double target = 0d) : Study($"DownsideDeviation({length},{target})", length + 1)
{
    readonly Smoother squares = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        var missed = Math.Min(now.Close / before.Close - 1d - target, 0d);
        return Math.Sqrt(squares.Add(missed * missed));
    }
}
