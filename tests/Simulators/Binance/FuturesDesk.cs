using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>USD-M futures: what can be called under /fapi, in one-way mode on cross margin.</summary>
sealed partial class FuturesDesk : BinanceDesk
{
    readonly ConcurrentDictionary<long, FuturesAlgo> algos = new();
    readonly ConcurrentDictionary<long, int> changes = new();
    readonly ConcurrentDictionary<string, long> countdowns = new();
    readonly ConcurrentQueue<string> later = new();
    readonly SimPrints prints = new();
    long nextAlgo = 2_000_000_000_000_001;

    public FuturesDesk(SimExchange exchange, SimClock clock, Faults faults, BinanceOptions options)
        : base(exchange, clock, faults, options, new BinanceLimits(
            clock, options.FuturesWeight, options.OrdersPerTenSeconds, TimeSpan.FromMinutes(1), "1M", options.RefusalsBeforeBan))
    {
        Keys = new ListenKeys(clock, options.ListenKeyLife);
        Endpoints = [.. MarketCalls, .. OrderCalls, .. AlgoCalls, .. AccountCalls];
        exchange.Subscribe(OnEvent);
    }

    public ListenKeys Keys { get; }

    public override IReadOnlyList<Endpoint> Endpoints { get; }

    // This body has no code in the wild.
    public override BinanceRefusal UnknownOutcome => new(503, 0, "Unknown error, please check your request or try again later.");

    public override BinanceRefusal Closed => new(503, 0, "Service Unavailable.");

    public override SimOrder? Meant(Params sent) => Find(sent.Long("orderId"), sent.Text("origClientOrderId"), onlyOpen: true);

    public override void MeetOwnFaults()
    {
        if (Faults.Take(FaultKind.Venue, BinanceFaults.ThrottledButAlive))
        {
            throw FuturesErrors.Throttled();
        }
    }

    public override void OnChores()
    {
        base.OnChores();
        while (later.TryDequeue(out var text))
        {
            Events.Other(text);
        }

        ExpireKey(now: false);
        foreach (var (symbol, due) in countdowns.Where(each => each.Value <= NowMs).ToList())
        {
            countdowns.TryRemove(symbol, out _);
            CancelAll(symbol);
        }
    }

    /// <summary>Ends the listen key whose time is up, or the present one at once.</summary>
    public void ExpireKey(bool now)
    {
        if (Keys.TakeExpired(now) is { } gone)
        {
            Events.Other(new JsonObject { ["e"] = "listenKeyExpired", ["E"] = NowMs, ["listenKey"] = gone }.ToJsonString());
        }
    }

    static Endpoint Call(string verb, string path, Security security, int weight, Func<Params, JsonNode> handle, Deed deed = Deed.None) =>
        new(verb, "/fapi/" + path, security, _ => weight, handle) { Deed = deed };

    void OnEvent(SimEvent happened)
    {
        switch (happened)
        {
            case OrderAccepted { Order: var order } when FuturesWire.Note(order).IsAlgo:
                algos[order.Id] = new FuturesAlgo(nextAlgo++, order.Id);
                TellAlgo(order, "NEW");
                break;
            case OrderAccepted accepted:
                Tell(accepted.Order, "NEW");
                break;
            case OrderTriggered triggered:
                OnTriggered(triggered.Order);
                break;
            case OrderFilled filled:
                OnFilled(filled.Order, filled.Fill);
                break;
            case OrderAmended amended:
                Tell(amended.Order, "AMENDMENT");
                break;
            case OrderCanceled canceled:
                OnEnded(canceled.Order, "CANCELED", "CANCELED");
                break;
            case OrderExpired expired:
                OnEnded(expired.Order, "EXPIRED", expired.Order.End == SimEnd.Funds ? "REJECTED" : "EXPIRED");
                break;
            case Printed print:
                prints.Keep(print);
                break;
            case FundsMoved moved:
                Events.Other(FuturesWire.AccountUpdate(moved.Amount > 0 ? "DEPOSIT" : "WITHDRAW", (moved.Asset, moved.Total, moved.Amount), null, NowMs).ToJsonString());
                break;
        }
    }

    void OnTriggered(SimOrder order)
    {
        algos[order.Id].TriggerTime = NowMs;
        TellAlgo(order, "TRIGGERING");
        Tell(order, "NEW");
        TellAlgoLater(order, "TRIGGERED");
    }

    void OnFilled(SimOrder order, SimFill fill)
    {
        var held = Exchange.Position(Account, order.Symbol);
        Events.Other(FuturesWire.TradeLite(order, fill, NowMs).ToJsonString());
        Events.Other(FuturesWire.AccountUpdate(
            "ORDER", (fill.FeeAsset, Exchange.Balance(Account, fill.FeeAsset).Total, 0), (held, held.UnrealizedPnl(Exchange.Mid(order.Symbol))), NowMs).ToJsonString());
        Tell(order, "TRADE", fill);
        if (order.State == SimOrderState.Filled)
        {
            TellAlgoLater(order, "FINISHED");
        }
    }

    // One that still waited ends with the algo service, one in the book by itself.
    void OnEnded(SimOrder order, string happened, string algoStatus)
    {
        if (algos.TryGetValue(order.Id, out var algo) && !order.IsTriggered)
        {
            algo.Reason = order.End switch { SimEnd.Funds => "Margin is insufficient.", SimEnd.ReduceOnly => "Reduce Only reject", _ => null };
            TellAlgo(order, algoStatus);
            return;
        }

        Tell(order, happened);
        TellAlgoLater(order, "FINISHED");
    }

    void Tell(SimOrder order, string happened, SimFill? fill = null) => Events.Order(
        FuturesWire.Report(order, happened, fill, algos.GetValueOrDefault(order.Id), NowMs).ToJsonString(), isFill: fill is not null);

    void TellAlgo(SimOrder order, string status)
    {
        var algo = algos[order.Id];
        algo.Status = status;
        Events.Order(FuturesWire.AlgoReport(algo, order, status, NowMs).ToJsonString(), isFill: false);
    }

    // The algo service is slower than the book: that an order was triggered is told after the order's own first events.
    void TellAlgoLater(SimOrder order, string status)
    {
        if (algos.TryGetValue(order.Id, out var algo))
        {
            algo.Status = status;
            later.Enqueue(FuturesWire.AlgoReport(algo, order, status, NowMs).ToJsonString());
        }
    }

    // What waits with the algo service is no order yet.
    bool IsOrder(SimOrder order) => !algos.TryGetValue(order.Id, out var algo) || algo.IsTriggered;

    SimOrder? Find(long? orderId, string? clientId, bool onlyOpen)
    {
        var all = (onlyOpen ? Exchange.OpenOrders(Account) : Exchange.Orders(Account)).Where(IsOrder);
        return orderId is { } id ? all.LastOrDefault(order => order.Id == id) : all.LastOrDefault(order => order.ClientId == clientId);
    }
}
