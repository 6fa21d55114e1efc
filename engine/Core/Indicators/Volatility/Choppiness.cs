namespace Workbench.Core;

/// <summary>Choppiness index (E. W. Dreiss, 1993): walked against net range on a log scale, near 0 in a straight trend, near 100 sideways; 100 where nothing moved. Uses <see cref="Math.Log(double)"/>.</summary>
/// <param name="length">Bars, at least 2; 14.</param>
public sealed class Choppiness(int length = 14) : Study($"Choppiness({length})", length + 1)
{
    readonly double bars = length;
    readonly Smoother ranges = new SimpleSmoother(length);
    readonly Channel channel = new(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        channel.Add(now);
        double walked = bars * ranges.Add(now.TrueRange(before)), net = channel.Upper - channel.Lower;
        return net == 0d ? 100d : 100d * Math.Log(walked / net) / Math.Log(bars);
    }
}
