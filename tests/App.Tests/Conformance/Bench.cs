using Workbench.Core;
using Workbench.Simulators;

namespace Workbench.App.Tests.Conformance;

/// <summary>A venue with one session at it, and what a test may do to both. Prices stand still until the test moves them.</summary>
abstract class Bench : IAsyncDisposable
{
    /// <summary>What is traded.</summary>
    public Instrument Instrument { get; protected set; } = null!;

    /// <summary>An ordinary quantity, which can be halved twice.</summary>
    public abstract decimal Qty { get; }

    /// <summary>A quantity that the instrument allows and the account's money does not carry.</summary>
    public abstract decimal TooMuch { get; }

    /// <summary>An ordinary distance between prices.</summary>
    public abstract decimal Step { get; }

    /// <summary>Size that is offered at a price unless a test says otherwise.</summary>
    public abstract decimal Size { get; }

    public decimal Bid { get; private set; }

    public decimal Ask { get; private set; }

    /// <summary>The session under test.</summary>
    public abstract Seat Seat { get; }

    /// <summary>Whether others can trade in the same account.</summary>
    public virtual bool HasOthers => true;

    /// <summary>Whether an order that waits can be filled in part.</summary>
    public virtual bool FillsInParts => true;

    /// <summary>Whether a test knows that session and venue do not come to the same in the end.</summary>
    public bool IsOutOfStep { get; set; }

    /// <summary>Opens venue and session.</summary>
    public abstract Task Open();

    /// <summary>Arms a fault of the venue; a venue without a wire has none.</summary>
    public abstract void Arm(FaultKind kind, int count = 1, int value = 0);

    /// <summary>Faults that only this venue has.</summary>
    public virtual IReadOnlyList<string> OwnFaults => [];

    /// <summary>Arms one of them.</summary>
    public virtual void Arm(string ownFault) => throw new InvalidOperationException($"There is no fault {ownFault} here.");

    /// <summary>Shortest life of a good-till-date order that the venue takes.</summary>
    public virtual TimeSpan ShortestLife => TimeSpan.FromSeconds(3);

    /// <summary>The fault by which a fill overtakes an amendment.</summary>
    public virtual FaultKind AmendRace => FaultKind.AmendFillRace;

    /// <summary>Whether all faults that were armed have been met.</summary>
    public virtual bool IsSound => true;

    /// <summary>What is left of an ordinary quantity where the venue takes its fee from what was bought and the rest is sold.</summary>
    public virtual decimal Dust => 0m;

    /// <summary>A distance of six steps, as the venue's trailing stops take it.</summary>
    public virtual Trail SixSteps => Trail.Price(6 * Step);

    /// <summary>Money comes in from outside; false where a test cannot make that happen.</summary>
    public virtual bool Deposit(decimal amount) => false;

    /// <summary>All connections break; orders and positions stay.</summary>
    public abstract void Restart(TimeSpan down);

    /// <summary>Another session in the same account.</summary>
    public abstract Seat Other();

    /// <summary>The process of the session dies, and another one goes on after what happens meanwhile.</summary>
    public abstract Task Crash(Action? meanwhile = null);

    /// <summary>The process dies after the next deed was journaled and before anything of it has left.</summary>
    public abstract Task CrashBeforeSending(Action deed);

    /// <summary>The process dies after the venue has answered and before it has heard of that.</summary>
    public abstract Task CrashBeforeHearing(Action deed);

    /// <summary>Whether an order works at the venue by its own word.</summary>
    public abstract bool Works(string name);

    /// <summary>Orders that work at the venue, whosever they are.</summary>
    public abstract int WorkingAtVenue { get; }

    /// <summary>Others trade at these prices from now on.</summary>
    public void Quote(decimal bid, decimal ask, decimal? size = null)
    {
        (Bid, Ask) = (bid, ask);
        Tell(bid, ask, size ?? Size);
    }

    /// <summary>The market moves by some steps.</summary>
    public void Move(decimal steps) => Quote(Bid + steps * Step, Ask + steps * Step);

    /// <summary>A price some steps below the market.</summary>
    public decimal Below(decimal steps) => Bid - steps * Step;

    /// <summary>A price some steps above the market.</summary>
    public decimal Above(decimal steps) => Ask + steps * Step;

    /// <summary>Somebody trades a quantity with an order that waits, at its price.</summary>
    public abstract void FillPart(string name, decimal qty);

    /// <summary>What must hold at the end of every case.</summary>
    public abstract Task Check();

    public abstract ValueTask DisposeAsync();

    protected void Start(decimal bid, decimal ask) => (Bid, Ask) = (bid, ask);

    /// <summary>Tells venue and sessions of a price.</summary>
    protected abstract void Tell(decimal bid, decimal ask, decimal size);
}
