using Workbench.Core.Tests.Kit;
using Workbench.Core.Tests.Sessions;

namespace Workbench.Core.Tests.Live;

/// <summary>A live session whose venue is the test: it sees what is sent and says what the test lets it say.</summary>
sealed class LiveBench
{
    static readonly VenueCapabilities Able = new()
    {
        Venue = "test",
        OrderTypes = [OrderType.Market, OrderType.Limit, OrderType.Stop],
        TimesInForce = [TimeInForce.Gtc, TimeInForce.Ioc],
        ReduceOnly = true,
        Replace = true,
    };

    readonly Session session;
    readonly Recorder recorder;
    long now = Given.Monday;

    public LiveBench(Action<Scripted>? act = null)
    {
        Trader = TickScripted.Once(self => act?.Invoke(self));
        Sink = new JournalSink();
        session = new Session(
            new SessionSetup
            {
                Config = Given.Usd with { Mode = RunMode.Live },
                Streams = [Tape.Live(Given.EurUsd, DataKind.Ticks)],
                Live = new LiveTerms { SessionKey = "key", Venue = Able, AuditNanos = 0 },
            },
            [Trader], Sink);
        recorder = new Recorder(new MemoryJournal());
        session.Start(now);
    }

    public TickScripted Trader { get; }

    public JournalSink Sink { get; }

    /// <summary>What was sent and not looked at yet, oldest first.</summary>
    public List<VenueCommand> Sent { get; } = [];

    public SessionView View => session.View();

    public Order Order => Sink.Kept.Orders.Count > 0 ? Sink.Kept.Orders[^1] : Trader.OpenOrders[^1];

    public static string Id(long number) => ClOrdIds.Of("key", number);

    /// <summary>Lets the script act on a tick, and takes what it sends.</summary>
    public LiveBench Tick(long bid = 110_000)
    {
        now += UtcNanos.Millisecond;
        return Hear(Input.Tick(0, now, bid, bid + 10, 1, 1));
    }

    public LiveBench Hear(Input input)
    {
        recorder.Take(session, in input, now);
        recorder.Release(session, Sent.Add);
        return this;
    }

    /// <summary>Lets time pass; what falls due happens.</summary>
    public LiveBench Wait(double seconds)
    {
        var until = now + (long)(seconds * UtcNanos.Second);
        while (session.NextDue <= until)
        {
            now = session.NextDue;
            Hear(Input.Clock(now));
        }

        now = until;
        return Hear(Input.Clock(now));
    }

    public LiveBench Says(ExecType what, long number = 1, decimal qty = 0m, decimal px = 0m, string trade = "", decimal? cumQty = null, OrderTerms? terms = null, RejectReason reason = RejectReason.None) =>
        Hear(Input.Report(new VenueReport(Id(number), what, now) { VenueOrderId = $"V{number}", LastQty = qty, LastPx = px, TradeId = trade, CumQty = cumQty, Terms = terms, RejectReason = reason }));

    /// <summary>Takes the oldest command of that kind.</summary>
    public VenueCommand Take(VenueCommandKind kind)
    {
        var command = Sent.Find(command => command.Kind == kind) ?? throw new InvalidOperationException($"No {kind} was sent; there are {string.Join(", ", Sent.Select(sent => sent.Kind))}.");
        Sent.Remove(command);
        return command;
    }

    public LiveBench Outcome(VenueCommand command, SendResult result) => Hear(Input.Sent(command, result));

    public LiveBench Finds(VenueCommand query, OrdStatus? status, decimal qty, decimal price, params VenueFill[] fills) => Hear(Input.Found(query, status is { } stands
        ? new VenueOrder(query.Key.ClOrdId, "V1", "EURUSD", stands) { Side = Side.Buy, Type = OrderType.Limit, Terms = new OrderTerms(qty, price, 0m), CumQty = fills.Sum(fill => fill.Qty), Fills = fills }
        : null));
}
