namespace Workbench.Core;

/// <summary>Chandelier exit (Charles Le Beau, 1992): a stop hung some average true ranges below the highest high. In quote currency.</summary>
/// <param name="length">Bars of channel and average true range, at least 1; 22.</param>
/// <param name="factor">Average true ranges of distance; 3.</param>
public sealed class Chandelier(int length = 22, double factor = 3d) : Study($"Chandelier({length},{factor})", length + 1)
{
    readonly double factor = factor;
    readonly Channel channel = new(length);
    readonly Smoother ranges = ExponentialSmoother.Wilder(length);
    double above = double.NaN;

    /// <summary>Stop of a long position; the same as <see cref="Indicator.Value"/>.</summary>
    public double Long => Value;

    /// <summary>Stop of a short position: above the lowest low.</summary>
    public double Short => Shown(above);

    private protected override double Next(in Candle now, in Candle before)
    {
        channel.Add(now);
        var reach = factor * ranges.Add(now.TrueRange(before));
        above = channel.Lower + reach;
        return channel.Upper - reach;
    }
}
