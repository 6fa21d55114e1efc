namespace Workbench.Core;

/// <summary>Hull moving average of closes (Alan Hull, 2005): weighted averages of half and whole length, set against each other to take the lag out. In quote currency.</summary>
/// <param name="length">Bars, at least 2. Hull used 16.</param>
public sealed class Hma(int length = 16) : Study($"HMA({length})", length + Root(length) - 1)
{
    readonly Smoother half = new WeightedSmoother(length / 2);
    readonly Smoother whole = new WeightedSmoother(length);
    readonly Smoother smooth = new WeightedSmoother(Root(length));

    private protected override double Next(in Candle now, in Candle before) =>
        smooth.Add(2d * half.Add(now.Close) - whole.Add(now.Close));

    static int Root(int length) => (int)Math.Sqrt(Math.Max(length, 1));
}
