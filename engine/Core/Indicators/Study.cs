namespace Workbench.Core;

/// <summary>An indicator whose formula needs a number of bars that is known in advance.</summary>
public abstract class Study : Indicator
{
    readonly string name;
    Candle before = Candle.None;
    double value = double.NaN;
    int seen;

    private protected Study(FormattableString name, int warmUp)
    {
        this.name = FormattableString.Invariant(name);
        WarmUp = warmUp;
    }

    /// <summary>Bars it takes until <see cref="Indicator.IsReady"/>, the bar that makes it ready included. All its lines are there from then on.</summary>
    public int WarmUp { get; }

    /// <inheritdoc/>
    public sealed override bool IsReady => seen >= WarmUp;

    /// <inheritdoc/>
    public sealed override double Value => Shown(value);

    /// <inheritdoc/>
    public sealed override void Update(in Bar bar)
    {
        var now = Candle.Of(bar);
        value = Next(now, before);
        before = now;
        if (seen < WarmUp)
        {
            seen++;
        }
    }

    /// <inheritdoc/>
    public sealed override string ToString() => name;

    // NaN stands for "not there yet" in every formula: the parts hand it on, so no formula counts bars of its own.
    private protected abstract double Next(in Candle now, in Candle before);

    /// <summary>A line as the outside sees it: NaN until all lines are ready.</summary>
    private protected double Shown(double line) => IsReady ? line : double.NaN;
}
