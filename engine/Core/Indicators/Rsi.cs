namespace Workbench.Core;

/// <summary>Relative strength index (Wilder, 1978): share of rises in the smoothed moves of the close, 0 to 100; 50 where nothing moved.</summary>
public sealed class Rsi : Indicator
{
    readonly int length;
    double previousClose = double.NaN;
    double rise;
    double fall;
    int seen;

    /// <summary>Strength smoothed over a number of bars.</summary>
    /// <param name="length">Bars, at least 1. Wilder used 14.</param>
    public Rsi(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        this.length = length;
    }

    /// <inheritdoc/>
    public override bool IsReady => seen >= length;

    /// <inheritdoc/>
    public override double Value => !IsReady ? double.NaN : rise + fall == 0d ? 50d : 100d * rise / (rise + fall);

    /// <inheritdoc/>
    public override void Update(in Bar bar)
    {
        var close = (double)bar.Close;
        if (!double.IsNaN(previousClose))
        {
            var move = close - previousClose;
            seen = Math.Min(seen + 1, length);
            rise += (Math.Max(move, 0d) - rise) / seen;
            fall += (Math.Max(-move, 0d) - fall) / seen;
        }

        previousClose = close;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"RSI({length})");
}
