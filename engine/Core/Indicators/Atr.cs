namespace Workbench.Core;

/// <summary>Average true range (Wilder, 1978): the smoothed span a bar covers, counting the gap to the close before. In quote currency.</summary>
public sealed class Atr : Indicator
{
    readonly int length;
    double previousClose = double.NaN;
    double value;
    int seen;

    /// <summary>A range smoothed over a number of bars.</summary>
    /// <param name="length">Bars, at least 1. Wilder used 14.</param>
    public Atr(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        this.length = length;
    }

    /// <inheritdoc/>
    public override bool IsReady => seen >= length;

    /// <inheritdoc/>
    public override double Value => IsReady ? value : double.NaN;

    /// <inheritdoc/>
    public override void Update(in Bar bar)
    {
        double high = (double)bar.High, low = (double)bar.Low, close = (double)bar.Close;
        if (!double.IsNaN(previousClose))
        {
            // The first bar has no close before it and so no true range: Wilder starts with the second.
            var range = Math.Max(high, previousClose) - Math.Min(low, previousClose);
            seen = Math.Min(seen + 1, length);
            value += (range - value) / seen;
        }

        previousClose = close;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"ATR({length})");
}
