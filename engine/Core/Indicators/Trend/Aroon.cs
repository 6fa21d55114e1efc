namespace Workbench.Core;

/// <summary>Aroon oscillator (Tushar Chande, 1995): up less down line, −100 to 100; which of the last extremes is newer.</summary>
/// <param name="length">Bars, at least 1; 25.</param>
public sealed class Aroon(int length = 25) : Study($"Aroon({length})", length + 1)
{
    readonly int bars = length;
    readonly Channel channel = new(length + 1);

    /// <summary>Freshness of the highest high, 100 now to 0 at n bars ago.</summary>
    public double Up => Shown(Freshness(channel.UpperAge));

    /// <summary>Freshness of the lowest low, 100 now to 0 at n bars ago.</summary>
    public double Down => Shown(Freshness(channel.LowerAge));

    private protected override double Next(in Candle now, in Candle before)
    {
        channel.Add(now);
        return Freshness(channel.UpperAge) - Freshness(channel.LowerAge);
    }

    double Freshness(int age) => 100d * (bars - age) / bars;
}
