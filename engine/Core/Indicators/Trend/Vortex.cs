namespace Workbench.Core;

/// <summary>Vortex (Botes and Siepman, 2010): upward less downward vortex movement, each a share of the true range; above 0 in a rise.</summary>
/// <param name="length">Bars, at least 1; 14.</param>
public sealed class Vortex(int length = 14) : Study($"Vortex({length})", length + 1)
{
    readonly Smoother ups = new SimpleSmoother(length);
    readonly Smoother downs = new SimpleSmoother(length);
    readonly Smoother ranges = new SimpleSmoother(length);
    double plus = double.NaN;
    double minus = double.NaN;

    /// <summary>VI+: around 1, higher in a rise; 0 where there is no range.</summary>
    public double Plus => Shown(plus);

    /// <summary>VI−: around 1, higher in a fall; 0 where there is no range.</summary>
    public double Minus => Shown(minus);

    private protected override double Next(in Candle now, in Candle before)
    {
        double up = ups.Add(Math.Abs(now.High - before.Low)), down = downs.Add(Math.Abs(now.Low - before.High));
        var range = ranges.Add(now.TrueRange(before));
        plus = range == 0d ? 0d : up / range;
        minus = range == 0d ? 0d : down / range;
        return plus - minus;
    }
}
