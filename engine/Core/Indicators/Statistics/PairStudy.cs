namespace Workbench.Core;

/// <summary>
/// An indicator of one instrument against another. Register the study with the one's bars and its <see cref="Other"/> with the
/// other's: <c>var beta = Add(new Beta(20), day, stock); Add(beta.Other, day, market);</c>
/// </summary>
/// <remarks>Bars are paired by their closing time, whichever comes first. A bar without its partner, such as on a holiday of one side, is left out.</remarks>
public abstract class PairStudy : Indicator
{
    readonly string name;
    readonly int warmUp;
    readonly OtherSide other;
    (long At, double Close) mine = (long.MinValue, double.NaN);
    int seen;
    double value = double.NaN;

    private protected PairStudy(FormattableString name, int warmUp)
    {
        this.name = FormattableString.Invariant(name);
        this.warmUp = warmUp;
        other = new OtherSide(this);
    }

    /// <summary>Takes the other instrument's bars in. Its value is their close, in quote currency.</summary>
    public Indicator Other => other;

    /// <summary>Pairs of bars it takes until <see cref="IsReady"/>.</summary>
    public int WarmUp => warmUp;

    /// <inheritdoc/>
    public sealed override bool IsReady => seen >= warmUp;

    /// <inheritdoc/>
    public sealed override double Value => IsReady ? value : double.NaN;

    /// <inheritdoc/>
    public sealed override void Update(in Bar bar)
    {
        mine = (bar.CloseNanos, Candle.Of(bar).Close);
        Pair();
    }

    /// <inheritdoc/>
    public sealed override string ToString() => name;

    internal void Pair()
    {
        if (mine.At == other.At)
        {
            value = Next(mine.Close, other.Value);
            seen = Math.Min(seen + 1, warmUp);
        }
    }

    private protected abstract double Next(double mine, double other);
}
