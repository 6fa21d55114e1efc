namespace Workbench.Core;

/// <summary>A tape being read: it knows the place of its next event and runs forward until another tape, or the clock, comes first.</summary>
abstract class Lane(Market market, int index) : IDisposable
{
    /// <summary>Whose events.</summary>
    public Market Market => market;

    /// <summary>Its place among the tapes.</summary>
    protected int Index => index;

    /// <summary>Place of the next event; <see cref="LaneKey.End"/> when the tape has ended.</summary>
    public LaneKey Head { get; protected set; } = LaneKey.End;

    /// <summary>Whether its events set a price; else they only tell something.</summary>
    public virtual bool HasPrices => true;

    /// <summary>Mid of the next event: what money is valued at before the tape's first price.</summary>
    public abstract decimal HeadMid { get; }

    /// <summary>Reads up to the first event.</summary>
    public abstract void Start();

    /// <summary>Runs through its events that come before the bound and before anything is due; at least the head is one of them.</summary>
    public abstract void Run(LaneKey bound);

    public abstract void Dispose();
}
