using Workbench.Core;

namespace Workbench.App.Tests.Conformance;

/// <summary>A session at the simulated venue. Nothing happens there between two events, so each step is a tick of the market as it stands, a millisecond later.</summary>
sealed class PaperSeat : Seat
{
    /// <summary>Ticks after which what did not come about will not.</summary>
    const int Steps = 20_000;

    readonly Instrument instrument;
    (decimal Bid, decimal Ask, decimal Size) market;
    long now;

    public PaperSeat(SessionSetup setup, Instrument instrument, long start, decimal bid, decimal ask, decimal size) : base(setup, start)
    {
        this.instrument = instrument;
        now = start;
        Begin();
        Tick(bid, ask, size);
    }

    protected override long Now => now;

    public override bool Turn()
    {
        TickAgain();
        return true;
    }

    public override void Tick(decimal bid, decimal ask, decimal size)
    {
        market = (bid, ask, size);
        TickAgain();
    }

    /// <summary>The process dies, and another one goes on. What works at the simulated venue is in the journal, too.</summary>
    public void Crash() => BeginAgain();

    /// <summary>Something else comes in.</summary>
    public void Hear(Input input) => Take(in input);

    protected override void TickAgain()
    {
        now += UtcNanos.Millisecond;
        var size = instrument.SizeToRaw(market.Size);
        Take(Input.Tick(0, now, instrument.ToRaw(market.Bid), instrument.ToRaw(market.Ask), size, size));
    }

    protected override Func<bool> Patience()
    {
        var left = Steps;
        return () => left-- > 0;
    }
}
