namespace Workbench.Core;

/// <summary>Donchian's channel (1960s) as it was before the newest bar: highest high and lowest low of the n bars before it, which it can break. <see cref="Indicator.Value"/> is the middle. In quote currency.</summary>
/// <param name="length">Bars, at least 1; 20.</param>
public sealed class PriorChannel(int length = 20) : Study($"PriorChannel({length})", length + 1)
{
    readonly Extreme<double> highest = new(length, 1);
    readonly Extreme<double> lowest = new(length, -1);
    double upper = double.NaN;
    double lower = double.NaN;

    /// <summary>Highest high of the n bars before the newest.</summary>
    public double Upper => Shown(upper);

    /// <summary>Lowest low of the n bars before the newest.</summary>
    public double Lower => Shown(lower);

    private protected override double Next(in Candle now, in Candle before)
    {
        if (before.Exists)
        {
            upper = highest.Add(before.High);
            lower = lowest.Add(before.Low);
        }

        return (upper + lower) / 2d;
    }
}
