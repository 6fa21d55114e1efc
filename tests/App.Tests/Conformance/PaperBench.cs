using Workbench.Core;
using Workbench.Simulators;

namespace Workbench.App.Tests.Conformance;

/// <summary>The paper broker: the simulated venue within the session. It has no wire, so nothing gets lost on it and nobody else is there.</summary>
sealed class PaperBench : Bench
{
    const long Monday = 1_704_715_200L * UtcNanos.Second;

    PaperSeat seat = null!;

    public override decimal Qty => 10_000m;

    public override decimal TooMuch => 50_000_000m;

    public override decimal Step => 0.0010m;

    public override decimal Size => 10_000_000m;

    public override Seat Seat => seat;

    public override bool HasOthers => false;

    public override int WorkingAtVenue => seat.View.Orders.Count;

    public override Task Open()
    {
        Instrument = new Instrument
        {
            Symbol = "EURUSD", BaseCurrency = "EUR", QuoteCurrency = "USD", PriceScale = 5, TickSize = 0.00001m, LotStep = 1m, MinQty = 1m, MaxQty = 100_000_000m,
        };
        var setup = new SessionSetup
        {
            Config = new RunConfig
            {
                Currency = "USD", Mode = RunMode.Paper, Range = new TimeRange(Monday, Monday + UtcNanos.Day), Liquidity = new QuotedLiquidity(), Account = new AccountTerms { Leverage = 30m },
            },
            Streams = [Tape.Live(Instrument, DataKind.Ticks)],
        };
        Start(1.08500m, 1.08512m);
        seat = new PaperSeat(setup, Instrument, Monday, Bid, Ask, Size);
        return Task.CompletedTask;
    }

    public override void Arm(FaultKind kind, int count = 1, int value = 0)
    {
        // Nothing of this can happen within one process.
    }

    public override void Restart(TimeSpan down)
    {
        // It restarts with the session alone.
    }

    public override Seat Other() => throw new InvalidOperationException("Nobody else is there.");

    public override Task Crash(Action? meanwhile = null)
    {
        // The market of a paper session goes on when it does: what happened meanwhile is its first news.
        seat.Crash();
        meanwhile?.Invoke();
        return Task.CompletedTask;
    }

    public override Task CrashBeforeSending(Action deed)
    {
        deed();
        return Crash();
    }

    public override Task CrashBeforeHearing(Action deed) => CrashBeforeSending(deed);

    public override bool Works(string name) => seat.View.Orders.Any(order => order.Tag == name);

    public override void FillPart(string name, decimal qty)
    {
        var (bid, ask, order) = (Bid, Ask, seat[name]);
        var through = order.Side == Side.Buy ? order.Price - Instrument.TickSize : order.Price + Instrument.TickSize;
        seat.Tick(through, through, qty);
        seat.Tick(bid, ask, Size);
    }

    public override bool Deposit(decimal amount)
    {
        seat.Hear(Input.Cash("deposit", new Money(amount, "USD"), "a transfer"));
        seat.Hear(Input.Cash("deposit", new Money(amount, "USD"), "a transfer"));
        return true;
    }

    public override Task Check()
    {
        seat.MustReplay();
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override void Tell(decimal bid, decimal ask, decimal size) => seat.Tick(bid, ask, size);
}
