namespace Workbench.Core;

/// <summary>Relative vigor index (John Ehlers, 2002): smoothed bodies as a share of smoothed ranges; above 0 where bars close higher than they open, 0 where there is no range.</summary>
/// <param name="length">Bars, at least 1; 10.</param>
public sealed class RelativeVigor(int length = 10) : SignalStudy($"RVI({length})", length + 6, new SymmetricSmoother())
{
    readonly SymmetricSmoother body = new();
    readonly SymmetricSmoother range = new();
    readonly Smoother bodies = new SimpleSmoother(length);
    readonly Smoother ranges = new SimpleSmoother(length);

    private protected override double Main(in Candle now, in Candle before)
    {
        double vigor = bodies.Add(body.Add(now.Close - now.Open)), width = ranges.Add(range.Add(now.Range));
        return width == 0d ? 0d : vigor / width;
    }
}
