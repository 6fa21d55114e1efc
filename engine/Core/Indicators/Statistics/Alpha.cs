namespace Workbench.Core;

/// <summary>Alpha (Michael Jensen, 1968): mean return per bar that the other, usually the market, does not explain: what is left after beta times the other's, as a number (0.01 is one percent).</summary>
/// <param name="length">Pairs of returns, at least 2; 20.</param>
/// <remarks>Risk-free return 0. Where the other stood still, beta is 0 and alpha the mean return.</remarks>
public sealed class Alpha(int length = 20) : PairStudy($"Alpha({length})", length + 1)
{
    readonly Rolling<Moments> window = new(length);
    double mineBefore = double.NaN;
    double otherBefore = double.NaN;

    private protected override double Next(double mine, double other)
    {
        double own = mine / mineBefore - 1d, market = other / otherBefore - 1d;
        (mineBefore, otherBefore) = (mine, other);
        return double.IsNaN(own) ? own : window.Add(Moments.Of(market, own)).At(0d);
    }
}
