using System.Text.RegularExpressions;
using Workbench.Core;
using Workbench.Platform.Resilience;
using Workbench.Simulators;

namespace Workbench.App.Tests.Conformance;

/// <summary>A real venue, as its simulator on loopback: the adapter is the catalogue's, the socket is a socket.</summary>
abstract partial class VenueBench : Bench
{
    readonly List<LiveSeat> seats = [];
    VenueConnection observer = null!;
    decimal before;

    public override Seat Seat => seats[0];

    public override int WorkingAtVenue => OpenOrders().Count;

    /// <summary>The venue's name in the catalogue.</summary>
    protected abstract string Name { get; }

    /// <summary>Symbol of what is traded.</summary>
    protected abstract string Symbol { get; }

    /// <summary>Currency of the account.</summary>
    protected abstract string Currency { get; }

    /// <summary>The simulator.</summary>
    protected SimulatorHost Simulator { get; private set; } = null!;

    protected abstract Task<SimulatorHost> Simulate();

    protected abstract VenueKeys Keys { get; }

    protected abstract (decimal Bid, decimal Ask) FirstPrice { get; }

    public override async Task Open()
    {
        Simulator = await Simulate();
        observer = Connect();
        Instrument = (await observer.Venue.Instruments([Symbol], CancellationToken.None)).Single();
        var (bid, ask) = FirstPrice;
        Start(bid, ask);
        QuoteAtVenue(bid, ask, Size);
        before = await HeldAtVenue();
        Sit();
    }

    public override void Arm(FaultKind kind, int count = 1, int value = 0) => Simulator.Faults.Arm(kind, count, value);

    public override bool IsSound => Simulator.Faults.Pending.Count == 0;

    public override void Restart(TimeSpan down) => Simulator.Restart(down);

    public override Seat Other() => Sit();

    public override async Task Crash(Action? meanwhile = null)
    {
        await seats[0].Die();
        meanwhile?.Invoke();
        seats[0].Live();
    }

    public override async Task CrashBeforeSending(Action deed)
    {
        seats[0].IsMute = true;
        deed();
        await Crash();
    }

    public override async Task CrashBeforeHearing(Action deed)
    {
        deed();
        seats[0].AnswersWait();
        await Crash();
    }

    public override bool Works(string name) => OpenOrders().Any(order => order.ClOrdId == IdOf(name));

    /// <summary>Fills and balances, ids and replay: what no case may break.</summary>
    public override async Task Check()
    {
        foreach (var seat in seats)
        {
            await Agree(seat);
            seat.MustReplay();
        }

        Assert.True(IsSound, $"A fault that nothing met proves nothing: {string.Join(", ", Simulator.Faults.Pending.Select(fault => fault.Kind + fault.Name))}.");
        List<string> ids = [.. seats.SelectMany(seat => seat.Commands).Where(command => command.Kind == VenueCommandKind.Submit).Select(command => command.Key.ClOrdId)];
        Assert.All(ids, id => Assert.Matches(OrderId(), id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var seat in seats)
        {
            await seat.DisposeAsync();
        }

        if (observer is not null)
        {
            await observer.DisposeAsync();
        }

        if (Simulator is not null)
        {
            await Simulator.DisposeAsync();
        }
    }

    protected override void Tell(decimal bid, decimal ask, decimal size)
    {
        QuoteAtVenue(bid, ask, size);
        seats.ForEach(seat => seat.Tick(bid, ask, size));
    }

    protected abstract void QuoteAtVenue(decimal bid, decimal ask, decimal size);

    protected string IdOf(string name) => ClOrdIds.Of(Seat.Key, Seat[name].ClientOrderId);

    /// <summary>Working orders by the venue's own word.</summary>
    protected IReadOnlyList<VenueOrder> OpenOrders() => observer.Venue.OpenOrders([Instrument], CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>What the venue kept back of what was bought, in units of it.</summary>
    protected virtual decimal FeesInBase(Seat seat) => 0m;

    LiveSeat Sit()
    {
        var start = UtcNanos.From(TimeProvider.System.GetUtcNow().UtcDateTime);
        var setup = new SessionSetup
        {
            Config = new RunConfig { Currency = Currency, Mode = RunMode.Live, Range = new TimeRange(start, start + UtcNanos.Day) },
            Streams = [Tape.Live(Instrument, DataKind.Ticks)],
            Live = new LiveTerms
            {
                SessionKey = ClOrdIds.KeyOf(start, seats.Count),
                Venue = observer.Venue.Capabilities,
                AnswerNanos = 2 * UtcNanos.Second,
                QueryNanos = 200 * UtcNanos.Millisecond,
                LongestQueryNanos = 2 * UtcNanos.Second,
                AuditNanos = UtcNanos.Second,
                GuardNanos = 500 * UtcNanos.Millisecond,
            },
        };
        seats.Add(new LiveSeat(setup, Instrument, start, Connect, (Bid, Ask, Size)));
        return seats[^1];
    }

    VenueConnection Connect() => VenueCatalog.Connect(Name, Keys, new SimPlace(Simulator.BaseUri, Keys, null), new RecentFailures(TimeProvider.System));

    async Task<decimal> HeldAtVenue()
    {
        var account = await observer.Venue.Account([Instrument], CancellationToken.None);
        return account.Positions.FirstOrDefault(held => held.Symbol == Instrument.Symbol)?.Qty ?? 0m;
    }

    /// <summary>The sessions hold what the venue says, and no order works that nobody remembers.</summary>
    async Task Agree(LiveSeat seat)
    {
        for (var left = 100; !IsOutOfStep; left--)
        {
            var held = await HeldAtVenue();
            List<string> forgotten = [.. OpenOrders().Select(order => order.ClOrdId).Except(seats.SelectMany(each => each.OpenIds))];
            if (held - before == seats.Sum(each => each.Position - FeesInBase(each)) && forgotten.Count == 0)
            {
                return;
            }

            Assert.True(left > 0, $"The venue holds {held}, of which {before} were there before; the sessions hold {string.Join(" and ", seats.Select(each => each.Position))}. Forgotten: {string.Join(", ", forgotten)}.");
            seat.Turn();
            await Task.Delay(100);
            seats.ForEach(static each => each.Turn());
        }
    }

    [GeneratedRegex("^[a-z0-9]{1,32}$")]
    private static partial Regex OrderId();
}
