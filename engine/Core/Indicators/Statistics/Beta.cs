namespace Workbench.Core;

/// <summary>Beta: percent the instrument moves where the other, usually the market, moves one; the slope of its returns over the other's, 0 where the other stood still.</summary>
/// <param name="length">Pairs of returns, at least 2; 20.</param>
public sealed class Beta(int length = 20) : PairStudy($"Beta({length})", length + 1)
{
    readonly Rolling<Moments> window = new(length);
    double mineBefore = double.NaN;
    double otherBefore = double.NaN;

    private protected override double Next(double mine, double other)
    {
        double own = mine / mineBefore - 1d, market = other / otherBefore - 1d;
        (mineBefore, otherBefore) = (mine, other);
        return double.IsNaN(own) ? own : window.Add(Moments.Of(market, own)).Slope;
    }
}
