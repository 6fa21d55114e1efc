using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>USD-M futures: which calls there are, what they cost, and what their answers come to.</summary>
sealed class BinanceFuturesMarket(BinanceRest rest, BinanceRest? rights, BinanceFuturesStream events, string account) : IBinanceMarket
{
    const string Order = "/fapi/v1/order";
    const string AlgoOrder = "/fapi/v1/algoOrder";

    static readonly VenueCall PlaceCall = new("POST order") { Buckets = ["orders-10s", "orders-1m"] };
    static readonly VenueCall PlaceAlgoCall = new("POST algoOrder") { Buckets = ["orders-10s", "orders-1m"] };
    static readonly VenueCall ModifyCall = new("PUT order") { Buckets = ["weight", "orders-10s", "orders-1m"] };
    static readonly VenueCall CancelCall = new("DELETE order") { Buckets = ["weight"], IsUrgent = true, IsRepeatable = true };
    static readonly VenueCall CancelAlgoCall = new("DELETE algoOrder") { Buckets = ["weight"], IsUrgent = true, IsRepeatable = true };
    static readonly VenueCall QueryCall = BinanceRest.Reading("GET order", 1);
    static readonly VenueCall QueryAlgoCall = BinanceRest.Reading("GET algoOrder", 1);
    static readonly VenueCall OpenCall = BinanceRest.Reading("GET openOrders", 1);
    static readonly VenueCall OpenAlgoCall = BinanceRest.Reading("GET openAlgoOrders", 1);
    static readonly VenueCall FillsCall = BinanceRest.Reading("GET userTrades", 5);
    static readonly VenueCall BalanceCall = BinanceRest.Reading("GET balance", 5);
    static readonly VenueCall PositionCall = BinanceRest.Reading("GET positionRisk", 5);
    static readonly VenueCall ConfigCall = BinanceRest.Reading("GET accountConfig", 5);
    static readonly VenueCall RightsCall = BinanceRest.Reading("GET account/apiRestrictions", 1);
    static readonly VenueCall RulesCall = BinanceRest.Reading("GET exchangeInfo", 1);
    static readonly VenueCall BookCall = BinanceRest.Reading("GET depth", 20);

    public VenueCapabilities Capabilities { get; private set; } = new()
    {
        Venue = "binance-futures",
        OrderTypes =
        [
            OrderType.Market, OrderType.Limit, OrderType.Stop, OrderType.StopLimit, OrderType.MarketIfTouched, OrderType.LimitIfTouched, OrderType.TrailingStop,
        ],
        TimesInForce = [TimeInForce.Gtc, TimeInForce.Ioc, TimeInForce.Fok, TimeInForce.Gtd],
        PostOnly = true,
        ReduceOnly = true,
        Replace = true,
        Feeds = [DataKind.Ticks, DataKind.Trades, DataKind.Bars, DataKind.Depth],
        Rates =
        [
            new RateRule("weight", 2_400, TimeSpan.FromMinutes(1)) { FollowsClock = true, UsedHeader = "X-MBX-USED-WEIGHT-1M" },
            new RateRule("orders-10s", 300, TimeSpan.FromSeconds(10)) { FollowsClock = true, UsedHeader = "X-MBX-ORDER-COUNT-10S" },
            new RateRule("orders-1m", 1_200, TimeSpan.FromMinutes(1)) { FollowsClock = true, UsedHeader = "X-MBX-ORDER-COUNT-1M" },
        ],
    };

    public BinanceRest Rest => rest;

    public async Task<IReadOnlyList<Instrument>> Instruments(IReadOnlyList<string> symbols, CancellationToken cancel)
    {
        var answer = await rest.Open(RulesCall, "/fapi/v1/exchangeInfo", new BinanceQuery(), cancel).ConfigureAwait(false);
        var rules = BinanceRest.Answer<BinanceExchangeWire>(RulesCall, answer);
        Capabilities = Capabilities with { Rates = BinanceRates.Told(rules, Capabilities.Rates) };
        return [.. symbols.Select(symbol => Instrument(rules, symbol))];
    }

    public async Task<VenueAccount> Account(IReadOnlyList<Instrument> instruments, CancellationToken cancel)
    {
        var balances = BinanceRest.Answer<BinanceFuturesBalanceWire[]>(BalanceCall, await Get(BalanceCall, "/fapi/v3/balance", new BinanceQuery(), cancel).ConfigureAwait(false));
        var positions = BinanceRest.Answer<BinanceFuturesPositionWire[]>(
            PositionCall, await Get(PositionCall, "/fapi/v3/positionRisk", new BinanceQuery(), cancel).ConfigureAwait(false));
        var config = BinanceRest.Answer<BinanceFuturesConfigWire>(ConfigCall, await Get(ConfigCall, "/fapi/v1/accountConfig", new BinanceQuery(), cancel).ConfigureAwait(false));
        var key = rights is null ? new BinanceKeyRightsWire { EnableFutures = true, EnableWithdrawals = config.CanWithdraw } : await Rights(rights, cancel).ConfigureAwait(false);
        return new VenueAccount(account, BinanceMap.Nanos(rest.Now))
        {
            Balances = [.. balances.Where(balance => balance.Balance != 0m).Select(balance => new Money(balance.Balance, balance.Asset))],
            Positions = [.. instruments.Select(each => Position(each.Symbol, positions)).Where(position => position.Qty != 0m)],
            MayTrade = config.CanTrade && key.EnableFutures,
            MayWithdraw = key.EnableWithdrawals,
        };
    }

    public async Task<BinanceSaid> Submit(OrderRequest order, CancellationToken cancel)
    {
        if (BinanceFuturesMap.WhyNot(order) is { } why)
        {
            return BinanceSaid.Refused(order, ExecType.Rejected, BinanceMap.Nanos(rest.Now), RejectReason.NotOffered, why);
        }

        return BinanceFuturesMap.IsConditional(order.Type)
            ? Placed(order, await rest.Signed(PlaceAlgoCall, HttpMethod.Post, AlgoOrder, BinanceFuturesMap.PlaceConditional(order), cancel).ConfigureAwait(false),
                told => [BinanceFuturesMap.Placed(told.Read<BinanceAlgoOrderWire>())])
            : Placed(order, await rest.Signed(PlaceCall, HttpMethod.Post, Order, BinanceFuturesMap.Place(order), cancel).ConfigureAwait(false),
                told => BinanceFuturesMap.Placed(told.Read<BinanceFuturesOrderWire>(), ExecType.New));
    }

    public async Task<BinanceSaid> Cancel(OrderKey order, CancellationToken cancel)
    {
        var isAlgo = BinanceFuturesMap.IsAlgo(order.VenueOrderId);
        var first = await CancelAt(order, isAlgo, cancel).ConfigureAwait(false);
        // A conditional order lives in one place until it is triggered and in the other after that: where it is not here, it may be there.
        var isElsewhere = first is { Outcome: BinanceOutcome.Refused } && BinanceFuturesRefusals.IsMissing(first.Code)
            && order.ClOrdId.Length > 0 && (isAlgo || order.VenueOrderId.Length == 0);
        return isElsewhere
            ? Cancelled(order, !isAlgo, await CancelAt(order with { VenueOrderId = "" }, !isAlgo, cancel).ConfigureAwait(false))
            : Cancelled(order, isAlgo, first);
    }

    public async Task<BinanceSaid> Replace(OrderKey order, OrderRequest wanted, CancellationToken cancel)
    {
        if (wanted.Type != OrderType.Limit)
        {
            return BinanceSaid.Refused(
                wanted, ExecType.ReplaceRejected, BinanceMap.Nanos(rest.Now), RejectReason.NotOffered, "the futures amend limit orders alone: cancel it and place another");
        }

        var query = Named(order).With("side", BinanceMap.Word(wanted.Side)).With("quantity", wanted.OrderQty).With("price", wanted.Price);
        var answer = await rest.Signed(ModifyCall, HttpMethod.Put, Order, query, cancel).ConfigureAwait(false);
        return BinanceSaid.Of(
            answer,
            told => BinanceSaid.Answered(BinanceFuturesMap.Placed(told.Read<BinanceFuturesOrderWire>(), ExecType.Replaced)),
            refused => BinanceSaid.Refused(order, ExecType.ReplaceRejected, BinanceMap.Nanos(rest.Now), BinanceFuturesRefusals.Reason(refused.Code), refused.Text));
    }

    public async Task<VenueOrder?> Query(OrderKey order, CancellationToken cancel)
    {
        var isAlgo = BinanceFuturesMap.IsAlgo(order.VenueOrderId);
        return isAlgo && await Algo(order, cancel).ConfigureAwait(false) is { } waiting ? waiting
            : !(isAlgo && order.ClOrdId.Length == 0) && await One(isAlgo ? order with { VenueOrderId = "" } : order, cancel).ConfigureAwait(false) is { } found ? found
            : !isAlgo && order.ClOrdId.Length > 0 ? await Algo(order, cancel).ConfigureAwait(false)
            : null;
    }

    public async Task<IReadOnlyList<VenueOrder>> OpenOrders(IReadOnlyList<Instrument> instruments, CancellationToken cancel)
    {
        List<VenueOrder> open = [];
        foreach (var instrument in instruments)
        {
            var orders = await Get(OpenCall, "/fapi/v1/openOrders", new BinanceQuery().With("symbol", instrument.Symbol), cancel).ConfigureAwait(false);
            var waiting = await Get(OpenAlgoCall, "/fapi/v1/openAlgoOrders", new BinanceQuery().With("symbol", instrument.Symbol), cancel).ConfigureAwait(false);
            open.AddRange(BinanceRest.Answer<BinanceFuturesOrderWire[]>(OpenCall, orders).Select(order => BinanceFuturesMap.Order(order, [])));
            open.AddRange(BinanceRest.Answer<BinanceAlgoOrderWire[]>(OpenAlgoCall, waiting).Select(BinanceFuturesMap.Order));
        }

        return open;
    }

    public Task Listen(IInbox inbox, Action flows, CancellationToken cancel) => events.Listen(inbox, flows, cancel);

    public (string Path, string Stream) Feed(string symbol, DataKind kind) => kind switch
    {
        DataKind.Ticks => ("/public/stream", symbol.ToLowerInvariant() + "@bookTicker"),
        DataKind.Trades => ("/market/stream", symbol.ToLowerInvariant() + "@aggTrade"),
        DataKind.Bars => ("/market/stream", symbol.ToLowerInvariant() + "@kline_1m"),
        DataKind.Depth => ("/public/stream", symbol.ToLowerInvariant() + "@depth@100ms"),
        _ => throw BinanceErrors.NoSuchFeed(kind),
    };

    public Task<BinanceAnswer> Snapshot(string symbol, CancellationToken cancel) =>
        rest.Open(BookCall, "/fapi/v1/depth", new BinanceQuery().With("symbol", symbol).With("limit", 1_000), cancel);

    BinanceSaid Placed(OrderRequest order, BinanceAnswer answer, Func<BinanceAnswer, IReadOnlyList<VenueReport>> told) => BinanceSaid.Of(
        answer,
        done => BinanceSaid.Answered(told(done)),
        refused => BinanceFuturesRefusals.IsDuplicate(refused.Code, refused.Text)
            ? BinanceSaid.Unknown("the venue has an order of that id: it was sent before")
            : BinanceSaid.Refused(order, ExecType.Rejected, BinanceMap.Nanos(rest.Now), BinanceFuturesRefusals.Reason(refused.Code), refused.Text));

    Task<BinanceAnswer> CancelAt(OrderKey order, bool isAlgo, CancellationToken cancel) => isAlgo
        ? rest.Signed(CancelAlgoCall, HttpMethod.Delete, AlgoOrder, NamedAlgo(order), cancel)
        : rest.Signed(CancelCall, HttpMethod.Delete, Order, Named(order), cancel);

    BinanceSaid Cancelled(OrderKey order, bool isAlgo, BinanceAnswer answer) => BinanceSaid.Of(
        answer,
        told => BinanceSaid.Answered([isAlgo ? CancelledAlgo(order, told) : CancelledOrder(told)]),
        refused => BinanceSaid.Refused(order, ExecType.CancelRejected, BinanceMap.Nanos(rest.Now), BinanceFuturesRefusals.Reason(refused.Code), refused.Text));

    VenueReport CancelledAlgo(OrderKey order, BinanceAnswer told)
    {
        var cancelled = told.Read<BinanceAlgoCancelWire>();
        return new VenueReport(cancelled.ClientAlgoId, ExecType.Canceled, BinanceMap.Nanos(rest.Now)) { VenueOrderId = order.VenueOrderId, Symbol = order.Instrument.Symbol };
    }

    static VenueReport CancelledOrder(BinanceAnswer told)
    {
        var order = told.Read<BinanceFuturesOrderWire>();
        return new VenueReport(order.ClientOrderId, ExecType.Canceled, BinanceMap.Nanos(order.UpdateTime))
        {
            VenueOrderId = BinanceMap.Text(order.OrderId),
            Symbol = order.Symbol,
            Side = BinanceMap.Side(order.Side),
            CumQty = order.ExecutedQty,
        };
    }

    async Task<VenueOrder?> One(OrderKey order, CancellationToken cancel)
    {
        var answer = await Get(QueryCall, Order, Named(order), cancel).ConfigureAwait(false);
        if (answer is { Outcome: BinanceOutcome.Refused, Code: BinanceFuturesRefusals.NoSuchOrder })
        {
            return null;
        }

        var found = BinanceRest.Answer<BinanceFuturesOrderWire>(QueryCall, answer);
        var fills = found.ExecutedQty == 0m
            ? []
            : await BinanceFills.Of(rest, FillsCall, "/fapi/v1/userTrades", found.Symbol, found.OrderId, found.ExecutedQty, cancel).ConfigureAwait(false);
        return BinanceFuturesMap.Order(found, fills);
    }

    async Task<VenueOrder?> Algo(OrderKey order, CancellationToken cancel)
    {
        var answer = await Get(QueryAlgoCall, AlgoOrder, NamedAlgo(order), cancel).ConfigureAwait(false);
        if (answer is { Outcome: BinanceOutcome.Refused, Code: -2011 or BinanceFuturesRefusals.NoSuchOrder })
        {
            return null;
        }

        var found = BinanceRest.Answer<BinanceAlgoOrderWire>(QueryAlgoCall, answer);
        return found.ActualOrderId is { Length: > 0 } real
            ? await One(order with { ClOrdId = "", VenueOrderId = real }, cancel).ConfigureAwait(false)
            : BinanceFuturesMap.Order(found);
    }

    // An account in hedge mode has two of a symbol, which net in this house.
    static VenuePosition Position(string symbol, IEnumerable<BinanceFuturesPositionWire> positions)
    {
        var sides = positions.Where(position => position.Symbol == symbol && position.PositionAmt != 0m).ToList();
        return new VenuePosition(symbol, sides.Sum(side => side.PositionAmt), sides.MaxBy(side => Math.Abs(side.PositionAmt))?.EntryPrice ?? 0m);
    }

    static async Task<BinanceKeyRightsWire> Rights(BinanceRest rights, CancellationToken cancel) => BinanceRest.Answer<BinanceKeyRightsWire>(
        RightsCall, await rights.Signed(RightsCall, HttpMethod.Get, "/sapi/v1/account/apiRestrictions", new BinanceQuery(), cancel).ConfigureAwait(false));

    Task<BinanceAnswer> Get(VenueCall call, string path, BinanceQuery query, CancellationToken cancel) => rest.Signed(call, HttpMethod.Get, path, query, cancel);

    Instrument Instrument(BinanceExchangeWire rules, string symbol)
    {
        var found = rules.Symbols.FirstOrDefault(each => each.Symbol == symbol) ?? throw BinanceErrors.UnknownSymbol(symbol);
        return BinanceMap.Instrument(found, Capabilities.Venue, found.PricePrecision, found.QuantityPrecision);
    }

    // Our id first: it names the order before and after it was triggered, and before the venue has told its own.
    static BinanceQuery Named(OrderKey order)
    {
        var query = new BinanceQuery().With("symbol", order.Instrument.Symbol);
        return order.ClOrdId.Length > 0 ? query.With("origClientOrderId", order.ClOrdId) : query.With("orderId", order.VenueOrderId);
    }

    static BinanceQuery NamedAlgo(OrderKey order) => BinanceFuturesMap.IsAlgo(order.VenueOrderId)
        ? new BinanceQuery().With("algoId", BinanceFuturesMap.AlgoId(order.VenueOrderId))
        : new BinanceQuery().With("clientAlgoId", order.ClOrdId);
}
