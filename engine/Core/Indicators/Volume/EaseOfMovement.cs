namespace Workbench.Core;

/// <summary>Ease of movement (Richard Arms, 1989): move of the bars' middle times range per volume, averaged; high where the price rises easily; 0 without volume.</summary>
/// <param name="length">Bars of the simple average, at least 1; 14.</param>
/// <param name="unit">Volume that counts as one; 10,000. Stocks are often shown with 100,000,000.</param>
public sealed class EaseOfMovement(int length = 14, double unit = 10_000d) : Study($"EMV({length},{unit})", length + 1)
{
    readonly double unit = unit;
    readonly Smoother average = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        var ease = (now.Median - before.Median) * now.Range * unit / now.Volume;
        return average.Add(before.Exists && now.Volume == 0d ? 0d : ease);
    }
}
