namespace Workbench.Core;

/// <summary>Simple moving average of closes: the mean of the last n. Kept as an exact integer sum, so that a tie is a tie.</summary>
public sealed class Sma : Indicator
{
    readonly long[] window;
    long sum;
    int next;
    bool full;
    double scale;

    /// <summary>An average over a number of bars.</summary>
    /// <param name="length">Bars, at least 1.</param>
    public Sma(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        window = new long[length];
    }

    /// <summary>Bars it averages.</summary>
    public int Length => window.Length;

    /// <inheritdoc/>
    public override bool IsReady => full;

    /// <inheritdoc/>
    public override double Value => full ? sum / scale : double.NaN;

    /// <summary>+1 when the first average lies above the second, −1 below, 0 on an exact tie. Both must be ready and of the same prices.</summary>
    public static int Compare(Sma first, Sma second) =>
        // sum1/n1 against sum2/n2 without dividing: running floating-point sums mis-sign exact ties.
        Math.BigMul(first.sum, second.Length).CompareTo(Math.BigMul(second.sum, first.Length));

    /// <inheritdoc/>
    public override void Update(in Bar bar)
    {
        var (values, at, close) = (window, next, bar.CloseRaw);
        sum += close - values[at];
        values[at] = close;
        at++;
        if (at == values.Length)
        {
            at = 0;
            full = true;
            scale = (double)Scaled.PowerOfTen(bar.PriceScale) * Length;
        }

        next = at;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"SMA({Length})");
}
