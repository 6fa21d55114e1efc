using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>Spot: what can be called, by REST under /api/v3 and by the WebSocket API.</summary>
sealed partial class SpotDesk : BinanceDesk
{
    readonly ConcurrentDictionary<long, string> cancelIds = new();
    readonly ConcurrentDictionary<long, int> amends = new();
    long executionId = 1_000_000;

    public SpotDesk(SimExchange exchange, SimClock clock, Faults faults, BinanceOptions options)
        : base(exchange, clock, faults, options, new BinanceLimits(
            clock, options.SpotWeight, options.OrdersPerTenSeconds, TimeSpan.FromDays(1), "1D", options.RefusalsBeforeBan))
    {
        Endpoints =
        [
            Open("ping", 1, Ping),
            Open("time", 1, Time),
            Open("exchangeInfo", 20, ExchangeInfo),
            Open("depth", 5, Depth) with { Weight = DepthWeight },
            Open("trades", 25, RecentTrades) with { Method = "trades.recent" },
            Open("avgPrice", 2, AveragePrice),
            Open("ticker/price", 2, Price) with { Method = "ticker.price" },
            Open("ticker/bookTicker", 2, BookTicker) with { Method = "ticker.book" },
            Change("POST", "order", "order.place", Deed.Submit, Place),
            Change("POST", "order/test", "order.test", Deed.None, Test),
            Change("DELETE", "order", "order.cancel", Deed.Cancel, Cancel),
            Change("POST", "order/cancelReplace", "order.cancelReplace", Deed.Submit, CancelReplace),
            Change("PUT", "order/amend/keepPriority", "order.amend.keepPriority", Deed.Amend, Amend) with { Weight = _ => 4 },
            Change("DELETE", "openOrders", "openOrders.cancelAll", Deed.Cancel, CancelAll),
            Signed("order", "order.status", _ => 4, QueryOrder),
            Signed("openOrders", "openOrders.status", sent => sent.Has("symbol") ? 6 : 80, OpenOrders),
            Signed("allOrders", "allOrders", _ => 20, AllOrders),
            Signed("myTrades", "myTrades", sent => sent.Has("orderId") ? 5 : 20, MyTrades),
            Signed("account", "account.status", _ => 20, AccountStatus),
            Signed("account/commission", "account.commission", _ => 20, Commission),
            Signed("rateLimit/order", "account.rateLimits.orders", _ => 40, OrderRates),
        ];
        exchange.Subscribe(OnEvent);
    }

    public override IReadOnlyList<Endpoint> Endpoints { get; }

    public override BinanceRefusal UnknownOutcome => SpotErrors.Unknown();

    public override BinanceRefusal Closed => SpotErrors.Closed();

    public override SimOrder? Meant(Params sent) => Find(
        sent.Long("orderId") ?? sent.Long("cancelOrderId"), sent.Text("origClientOrderId") ?? sent.Text("cancelOrigClientOrderId"), onlyOpen: true);

    static Endpoint Open(string path, int weight, Func<Params, JsonNode> handle) =>
        new("GET", "/api/v3/" + path, Security.None, _ => weight, handle) { Method = path };

    static Endpoint Signed(string path, string method, Func<Params, int> weight, Func<Params, JsonNode> handle) =>
        new("GET", "/api/v3/" + path, Security.Signed, weight, handle) { Method = method };

    static Endpoint Change(string verb, string path, string method, Deed deed, Func<Params, JsonNode> handle) =>
        new(verb, "/api/v3/" + path, Security.Signed, _ => 1, handle) { Method = method, Deed = deed, IsFreeWhenDone = true };

    // What happens to an order goes out as its report and then as the funds that it touched.
    void OnEvent(SimEvent happened)
    {
        switch (happened)
        {
            case OrderAccepted accepted:
                Report(accepted.Order, "NEW");
                break;
            case OrderTriggered triggered:
                Report(triggered.Order, "NEW");
                break;
            case OrderFilled filled:
                Limits.CountOrder(filled.Order.State == SimOrderState.Filled ? -1 : 0);
                Report(filled.Order, "TRADE", fill: filled.Fill);
                break;
            case OrderCanceled canceled:
                Report(canceled.Order, "CANCELED", cancelIds.GetValueOrDefault(canceled.Order.Id));
                break;
            case OrderAmended amended:
                Report(amended.Order, "REPLACED", original: amended.Before.ClientId);
                break;
            case OrderExpired expired:
                Report(expired.Order, expired.Order.End == SimEnd.SelfTrade ? "TRADE_PREVENTION" : "EXPIRED");
                break;
            case Printed print:
                prints.Keep(print);
                break;
            case FundsMoved moved:
                Events.Other(SpotWire.BalanceUpdate(moved, NowMs).ToJsonString());
                Events.Other(SpotWire.Position([Exchange.Balance(Account, moved.Asset)], NowMs).ToJsonString());
                break;
        }
    }

    void Report(SimOrder order, string what, string? shown = null, string? original = null, SimFill? fill = null)
    {
        var ids = shown is null ? (order.ClientId, original ?? "") : (shown, order.ClientId);
        var report = SpotWire.Report(order, what, ids, fill, Interlocked.Increment(ref executionId), NowMs);
        Events.Order(report.ToJsonString(), isFill: fill is not null);
        var instrument = Exchange.Instruments.First(each => each.Symbol == order.Symbol);
        Events.Other(SpotWire.Position(new[] { instrument.Base, instrument.Quote }.Select(asset => Exchange.Balance(Account, asset)), NowMs).ToJsonString());
    }

    SimOrder? Find(long? orderId, string? clientId, bool onlyOpen)
    {
        if (orderId is { } id)
        {
            var found = Exchange.Find(id);
            return found is null || clientId is null || found.ClientId == clientId ? found : throw SpotErrors.IdMismatch();
        }

        return (onlyOpen ? Exchange.OpenOrders(Account) : Exchange.Orders(Account)).LastOrDefault(order => order.ClientId == clientId);
    }
}
