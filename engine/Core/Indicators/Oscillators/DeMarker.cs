namespace Workbench.Core;

/// <summary>DeMarker (Thomas DeMark, 1994): reach beyond the high before as a share of reach on both sides, 0 to 1; one half where there is none.</summary>
/// <param name="length">Bars of the simple averages, at least 1; 14.</param>
public sealed class DeMarker(int length = 14) : Study($"DeMarker({length})", length + 1)
{
    readonly Smoother ups = new SimpleSmoother(length);
    readonly Smoother downs = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        double up = ups.Add(Math.Max(now.High - before.High, 0d)), down = downs.Add(Math.Max(before.Low - now.Low, 0d));
        return up + down == 0d ? 0.5d : up / (up + down);
    }
}
