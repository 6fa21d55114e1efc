namespace Workbench.Core;

/// <summary>TRIX (Jack Hutson, 1983): percent by which the triple exponential average of closes moved in one bar.</summary>
/// <param name="length">Bars of each average, at least 1; 15.</param>
public sealed class Trix(int length = 15) : Study($"TRIX({length})", 3 * length - 1)
{
    readonly Smoother first = ExponentialSmoother.Usual(length);
    readonly Smoother second = ExponentialSmoother.Usual(length);
    readonly Smoother third = ExponentialSmoother.Usual(length);
    readonly Change change = new(1);

    private protected override double Next(in Candle now, in Candle before) =>
        change.Percent(third.Add(second.Add(first.Add(now.Close))));
}
