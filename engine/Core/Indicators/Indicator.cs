namespace Workbench.Core;

/// <summary>
/// A number computed from bars as they close, in constant time per bar. A strategy registers it with <c>Add</c>; the engine
/// updates it just before the strategy sees the bar.
/// </summary>
public abstract class Indicator
{
    /// <summary>Whether enough bars came in for <see cref="Value"/> to mean what its formula says.</summary>
    public abstract bool IsReady { get; }

    /// <summary>Newest value; NaN before <see cref="IsReady"/>.</summary>
    public abstract double Value { get; }

    /// <summary>Short name for charts, such as <c>SMA(10)</c>.</summary>
    public abstract override string ToString();

    /// <summary>Takes the next closed bar in. The engine calls it; calling it by hand is for tests and notebooks.</summary>
    public abstract void Update(in Bar bar);
}
