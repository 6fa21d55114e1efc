namespace Workbench.Core;

/// <summary>
/// A stop that moves with the market. At each bar it says where a stop would stand for whoever enters now, and, once it follows a position, where the
/// stop of that one stands: nearer when the market goes its way, and never farther again.
/// </summary>
/// <remarks>It is a level and no order: a script amends its stop order to <see cref="Level"/>, rounded to the tick.</remarks>
public abstract class DynamicStop : Indicator
{
    readonly string name;
    Side side;
    double level = double.NaN;

    private protected DynamicStop(FormattableString name) => this.name = FormattableString.Invariant(name);

    /// <summary>Stop of a long position that is entered now, in quote currency; NaN before it is ready.</summary>
    public abstract double Long { get; }

    /// <summary>Stop of a short position that is entered now, in quote currency; NaN before it is ready.</summary>
    public abstract double Short { get; }

    /// <summary>Stop of the position that is followed, in quote currency; NaN where none is, or before it is ready.</summary>
    public double Level => level;

    /// <summary>The same as <see cref="Level"/>.</summary>
    public sealed override double Value => level;

    /// <summary>Follows a position from now on.</summary>
    /// <param name="position">Buy for a long one, sell for a short one.</param>
    public void Follow(Side position)
    {
        side = position;
        level = Wanted;
    }

    /// <summary>Follows no position any more.</summary>
    public void Release() => (side, level) = (default, double.NaN);

    /// <inheritdoc/>
    public sealed override void Update(in Bar bar)
    {
        Take(in bar);
        var wanted = Wanted;
        level = double.IsNaN(level) ? wanted
            : double.IsNaN(wanted) ? level
            : side == Side.Buy ? Math.Max(level, wanted) : Math.Min(level, wanted);
    }

    /// <inheritdoc/>
    public sealed override string ToString() => name;

    private protected abstract void Take(in Bar bar);

    double Wanted => side switch
    {
        Side.Buy => Long,
        Side.Sell => Short,
        _ => double.NaN,
    };
}
