namespace Workbench.Core;

/// <summary>Mass index (Donald Dorsey, 1992): sum of how much ranges widen against their average; a bulge above 27 that falls below 26.5 warns of a turn.</summary>
/// <param name="length">Bars of both exponential averages of the range, at least 1; 9.</param>
/// <param name="sum">Bars that are summed; 25.</param>
public sealed class MassIndex(int length = 9, int sum = 25) : Study($"MassIndex({length},{sum})", 2 * length + sum - 2)
{
    readonly double bars = sum;
    readonly Smoother ranges = ExponentialSmoother.Usual(length);
    readonly Smoother again = ExponentialSmoother.Usual(length);
    readonly Smoother ratios = new SimpleSmoother(sum);

    private protected override double Next(in Candle now, in Candle before)
    {
        var once = ranges.Add(now.Range);
        var twice = again.Add(once);
        return bars * ratios.Add(twice == 0d ? 1d : once / twice);
    }
}
