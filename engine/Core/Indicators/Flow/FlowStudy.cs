namespace Workbench.Core;

/// <summary>
/// A number computed from order book, prints and ticks as they come, and not from bars. A strategy makes one and hands it what it is shown
/// in <c>OnBook</c>, <c>OnTrade</c> and <c>OnTick</c>; each takes what its formula needs and passes over the rest.
/// </summary>
public abstract class FlowStudy
{
    readonly string name;

    private protected FlowStudy(FormattableString name) => this.name = FormattableString.Invariant(name);

    /// <summary>Whether enough came in for <see cref="Value"/> to mean what its formula says, and the book, where it needs one, may be believed.</summary>
    public abstract bool IsReady { get; }

    /// <summary>Newest value; NaN while it is not <see cref="IsReady"/>.</summary>
    public abstract double Value { get; }

    /// <summary>Takes the book after a message.</summary>
    public virtual void Update(OrderBook book)
    {
    }

    /// <summary>Takes a print.</summary>
    public virtual void Update(in Trade trade)
    {
    }

    /// <summary>Takes a change of the best prices.</summary>
    public virtual void Update(in Tick tick)
    {
    }

    /// <summary>Short name for charts, such as <c>OFI(50)</c>.</summary>
    public sealed override string ToString() => name;
}
