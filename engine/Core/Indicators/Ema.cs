namespace Workbench.Core;

/// <summary>Exponential moving average of closes, α = 2/(n+1), seeded with the simple mean of the first n bars as TA-Lib does.</summary>
public sealed class Ema : Indicator
{
    readonly int length;
    readonly double alpha;
    double value;
    int seen;

    /// <summary>An average with the weight of a number of bars.</summary>
    /// <param name="length">Bars, at least 1.</param>
    public Ema(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        this.length = length;
        alpha = 2d / (length + 1);
    }

    /// <inheritdoc/>
    public override bool IsReady => seen >= length;

    /// <inheritdoc/>
    public override double Value => IsReady ? value : double.NaN;

    /// <inheritdoc/>
    public override void Update(in Bar bar)
    {
        var close = (double)bar.Close;
        if (seen < length)
        {
            seen++;
            value += (close - value) / seen;
        }
        else
        {
            value += alpha * (close - value);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"EMA({length})");
}
