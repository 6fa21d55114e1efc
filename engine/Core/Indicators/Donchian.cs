namespace Workbench.Core;

/// <summary>Donchian channel: highest high and lowest low of the last n bars. <see cref="Value"/> is its middle. In quote currency.</summary>
public sealed class Donchian : Indicator
{
    readonly int length;
    readonly Extreme<long> highest;
    readonly Extreme<long> lowest;
    byte scale;

    /// <summary>A channel over a number of bars.</summary>
    /// <param name="length">Bars, at least 1. The turtles used 20.</param>
    public Donchian(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        this.length = length;
        highest = new Extreme<long>(length, 1);
        lowest = new Extreme<long>(length, -1);
    }

    /// <summary>Highest high of the last n bars, the newest included; 0 before it is ready.</summary>
    public decimal Upper => IsReady ? Scaled.ToDecimal(highest.Value, scale) : 0m;

    /// <summary>Lowest low of the last n bars, the newest included; 0 before it is ready.</summary>
    public decimal Lower => IsReady ? Scaled.ToDecimal(lowest.Value, scale) : 0m;

    /// <inheritdoc/>
    public override bool IsReady => highest.IsFull;

    /// <inheritdoc/>
    public override double Value => IsReady ? (double)((Upper + Lower) / 2m) : double.NaN;

    /// <inheritdoc/>
    public override void Update(in Bar bar)
    {
        scale = bar.PriceScale;
        highest.Add(bar.HighRaw);
        lowest.Add(bar.LowRaw);
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"Donchian({length})");
}
