using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>Spot: which calls there are, what they cost, and what their answers come to.</summary>
sealed class BinanceSpotMarket(BinanceRest rest, BinanceRest? rights, BinanceSpotStream events, string account) : IBinanceMarket
{
    const string Order = "/api/v3/order";

    static readonly VenueCall PlaceCall = new("POST order") { Buckets = ["weight", "orders-10s", "orders-1d"] };
    static readonly VenueCall ReplaceCall = new("POST order/cancelReplace") { Buckets = ["weight", "orders-10s", "orders-1d"] };
    static readonly VenueCall AmendCall = new("PUT order/amend/keepPriority") { Buckets = ["weight"], Weight = 4 };
    static readonly VenueCall CancelCall = new("DELETE order") { Buckets = ["weight"], IsUrgent = true, IsRepeatable = true };
    static readonly VenueCall QueryCall = BinanceRest.Reading("GET order", 4);
    static readonly VenueCall OpenCall = BinanceRest.Reading("GET openOrders", 6);
    static readonly VenueCall FillsCall = BinanceRest.Reading("GET myTrades", 5);
    static readonly VenueCall AccountCall = BinanceRest.Reading("GET account", 20);
    static readonly VenueCall RightsCall = BinanceRest.Reading("GET account/apiRestrictions", 1);
    static readonly VenueCall RulesCall = BinanceRest.Reading("GET exchangeInfo", 20);
    static readonly VenueCall BookCall = BinanceRest.Reading("GET depth", 50);

    public VenueCapabilities Capabilities { get; private set; } = new()
    {
        Venue = "binance",
        OrderTypes =
        [
            OrderType.Market, OrderType.Limit, OrderType.Stop, OrderType.StopLimit, OrderType.MarketIfTouched, OrderType.LimitIfTouched, OrderType.TrailingStop,
        ],
        TimesInForce = [TimeInForce.Gtc, TimeInForce.Ioc, TimeInForce.Fok],
        PostOnly = true,
        Iceberg = true,
        Replace = true,
        Short = false,
        IsSpot = true,
        Feeds = [DataKind.Ticks, DataKind.Trades, DataKind.Bars, DataKind.Depth],
        Rates =
        [
            new RateRule("weight", 6_000, TimeSpan.FromMinutes(1)) { FollowsClock = true, UsedHeader = "X-MBX-USED-WEIGHT-1M" },
            new RateRule("orders-10s", 50, TimeSpan.FromSeconds(10)) { FollowsClock = true, UsedHeader = "X-MBX-ORDER-COUNT-10S" },
            new RateRule("orders-1d", 160_000, TimeSpan.FromDays(1)) { FollowsClock = true, UsedHeader = "X-MBX-ORDER-COUNT-1D" },
        ],
    };

    public BinanceRest Rest => rest;

    public async Task<IReadOnlyList<Instrument>> Instruments(IReadOnlyList<string> symbols, CancellationToken cancel)
    {
        var list = $"[{string.Join(',', symbols.Select(symbol => $"\"{symbol}\""))}]";
        var answer = await rest.Open(RulesCall, "/api/v3/exchangeInfo", new BinanceQuery().With("symbols", list), cancel).ConfigureAwait(false);
        var rules = BinanceRest.Answer<BinanceExchangeWire>(RulesCall, answer);
        Capabilities = Capabilities with { Rates = BinanceRates.Told(rules, Capabilities.Rates) };
        return [.. symbols.Select(symbol => Instrument(rules, symbol))];
    }

    public async Task<VenueAccount> Account(IReadOnlyList<Instrument> instruments, CancellationToken cancel)
    {
        var answer = await rest.Signed(AccountCall, HttpMethod.Get, "/api/v3/account", new BinanceQuery().With("omitZeroBalances", "true"), cancel).ConfigureAwait(false);
        var told = BinanceRest.Answer<BinanceSpotAccountWire>(AccountCall, answer);
        var held = told.Balances.ToDictionary(balance => balance.Asset, balance => balance.Free + balance.Locked);
        var (mayTrade, mayWithdraw) = await Rights(told, cancel).ConfigureAwait(false);
        return new VenueAccount(told.Uid == 0 ? account : BinanceMap.Text(told.Uid), BinanceMap.Nanos(rest.Now))
        {
            Balances = [.. held.Where(balance => balance.Value != 0m).Select(balance => new Money(balance.Value, balance.Key))],
            Positions = [.. instruments.Select(each => new VenuePosition(each.Symbol, held.GetValueOrDefault(each.BaseCurrency), 0m)).Where(position => position.Qty != 0m)],
            MayTrade = mayTrade,
            MayWithdraw = mayWithdraw,
        };
    }

    public async Task<BinanceSaid> Submit(OrderRequest order, CancellationToken cancel)
    {
        if (BinanceSpotMap.WhyNot(order) is { } why)
        {
            return BinanceSaid.Refused(order, ExecType.Rejected, BinanceMap.Nanos(rest.Now), RejectReason.NotOffered, why);
        }

        var query = BinanceSpotMap.Place(order, order.OrderQty).With("newClientOrderId", order.ClOrdId);
        var answer = await rest.Signed(PlaceCall, HttpMethod.Post, Order, query, cancel).ConfigureAwait(false);
        return BinanceSaid.Of(
            answer,
            told => BinanceSaid.Answered(BinanceSpotMap.Placed(told.Read<BinanceSpotOrderWire>(), ExecType.New, null)),
            refused => BinanceSpotRefusals.IsDuplicate(refused.Code, refused.Text)
                ? BinanceSaid.Unknown("the venue has an order of that id: it was sent before")
                : Refused(order, ExecType.Rejected, refused));
    }

    public async Task<BinanceSaid> Cancel(OrderKey order, CancellationToken cancel)
    {
        var answer = await rest.Signed(CancelCall, HttpMethod.Delete, Order, Named(order), cancel).ConfigureAwait(false);
        if (answer.Outcome == BinanceOutcome.Refused && order.ClOrdId.Length > 0
            && BinanceSpotRefusals.Reason(answer.Code, answer.Text) == RejectReason.OrderIsDone
            && await Living(order, cancel).ConfigureAwait(false) is { } living)
        {
            answer = await rest.Signed(CancelCall, HttpMethod.Delete, Order, Named(order with { VenueOrderId = living }), cancel).ConfigureAwait(false);
        }

        return BinanceSaid.Of(
            answer,
            told => BinanceSaid.Answered([BinanceSpotMap.Cancelled(told.Read<BinanceSpotOrderWire>())]),
            refused => BinanceSaid.Refused(
                order, ExecType.CancelRejected, BinanceMap.Nanos(rest.Now), BinanceSpotRefusals.Reason(refused.Code, refused.Text), refused.Text));
    }

    public async Task<BinanceSaid> Replace(OrderKey order, OrderRequest wanted, CancellationToken cancel)
    {
        if (BinanceSpotMap.WhyNot(wanted) is { } why)
        {
            return BinanceSaid.Refused(wanted, ExecType.ReplaceRejected, BinanceMap.Nanos(rest.Now), RejectReason.NotOffered, why);
        }

        IReadOnlyList<BinanceSpotOrderWire> links;
        try
        {
            links = await Links(order, cancel).ConfigureAwait(false);
        }
        catch (Exception unasked) when (unasked is WorkbenchException or OperationCanceledException)
        {
            // The question before the amendment failed: the amendment itself never left.
            return BinanceSaid.NotSent(unasked.Message);
        }

        var plan = BinanceSpotReplacement.Plan(links, wanted);
        if (plan.Refusal is not null)
        {
            return BinanceSaid.Refused(wanted, ExecType.ReplaceRejected, BinanceMap.Nanos(rest.Now), plan.Reason, plan.Refusal);
        }

        var answer = plan.KeepsPriority
            ? await rest.Signed(AmendCall, HttpMethod.Put, "/api/v3/order/amend/keepPriority", plan.Query, cancel).ConfigureAwait(false)
            : await rest.Signed(ReplaceCall, HttpMethod.Post, "/api/v3/order/cancelReplace", plan.Query, cancel).ConfigureAwait(false);
        return BinanceSaid.Of(
            answer, told => plan.Told(told), refused => plan.Refused(refused, BinanceMap.Nanos(rest.Now)));
    }

    public async Task<VenueOrder?> Query(OrderKey order, CancellationToken cancel)
    {
        var links = await Links(order, cancel).ConfigureAwait(false);
        if (links.Count == 0)
        {
            return null;
        }

        List<VenueFill> fills = [];
        foreach (var link in links.Where(link => link.ExecutedQty > 0m))
        {
            fills.AddRange(await BinanceFills.Of(rest, FillsCall, "/api/v3/myTrades", link.Symbol, link.OrderId, link.ExecutedQty, cancel).ConfigureAwait(false));
        }

        return BinanceSpotMap.Order(links, fills);
    }

    public async Task<IReadOnlyList<VenueOrder>> OpenOrders(IReadOnlyList<Instrument> instruments, CancellationToken cancel)
    {
        List<VenueOrder> open = [];
        foreach (var instrument in instruments)
        {
            var answer = await rest.Signed(
                OpenCall, HttpMethod.Get, "/api/v3/openOrders", new BinanceQuery().With("symbol", instrument.Symbol), cancel).ConfigureAwait(false);
            foreach (var order in BinanceRest.Answer<BinanceSpotOrderWire[]>(OpenCall, answer))
            {
                var (clOrdId, revision) = BinanceAlias.Read(order.ClientOrderId);
                // A replacement knows nothing of what was filled before it: its whole story has to be asked for.
                var whole = revision == 0 ? null : await Query(new OrderKey(instrument, clOrdId, ""), cancel).ConfigureAwait(false);
                open.Add(whole ?? BinanceSpotMap.Order([order], []));
            }
        }

        return open;
    }

    public Task Listen(IInbox inbox, Action flows, CancellationToken cancel) => events.Listen(inbox, flows, cancel);

    public (string Path, string Stream) Feed(string symbol, DataKind kind) => ("/stream", symbol.ToLowerInvariant() + kind switch
    {
        DataKind.Ticks => "@bookTicker",
        DataKind.Trades => "@trade",
        DataKind.Bars => "@kline_1m",
        DataKind.Depth => "@depth@100ms",
        _ => throw BinanceErrors.NoSuchFeed(kind),
    });

    public Task<BinanceAnswer> Snapshot(string symbol, CancellationToken cancel) =>
        rest.Open(BookCall, "/api/v3/depth", new BinanceQuery().With("symbol", symbol).With("limit", 1_000), cancel);

    /// <summary>The orders of the venue that an order of ours was, in turn. A cancelled one may have been cancelled for a replacement: the next id tells.</summary>
    async Task<IReadOnlyList<BinanceSpotOrderWire>> Links(OrderKey order, CancellationToken cancel)
    {
        List<BinanceSpotOrderWire> links = [];
        if (order.ClOrdId.Length > 0)
        {
            for (var revision = 0; revision <= BinanceAlias.Most; revision++)
            {
                var alias = new BinanceQuery().With("symbol", order.Instrument.Symbol).With("origClientOrderId", BinanceAlias.Of(order.ClOrdId, revision));
                if (await One(alias, cancel).ConfigureAwait(false) is not { } link)
                {
                    break;
                }

                links.Add(link);
                if (link.Status != "CANCELED")
                {
                    break;
                }
            }
        }

        if (links.Count == 0 && order.VenueOrderId.Length > 0
            && await One(new BinanceQuery().With("symbol", order.Instrument.Symbol).With("orderId", order.VenueOrderId), cancel).ConfigureAwait(false) is { } only)
        {
            links.Add(only);
        }

        return links;
    }

    /// <summary>The id under which an order works now, where it was replaced and the caller does not know it yet; null where nothing works, or cannot be asked.</summary>
    async Task<string?> Living(OrderKey order, CancellationToken cancel)
    {
        try
        {
            var links = await Links(order, cancel).ConfigureAwait(false);
            return links is [.., var last] && !BinanceMap.IsDone(BinanceMap.Status(last.Status, last.Type, last.TimeInForce, 0m)) ? BinanceMap.Text(last.OrderId) : null;
        }
        catch (Exception unasked) when (unasked is WorkbenchException or OperationCanceledException)
        {
            return null;
        }
    }

    async Task<BinanceSpotOrderWire?> One(BinanceQuery query, CancellationToken cancel)
    {
        var answer = await rest.Signed(QueryCall, HttpMethod.Get, Order, query, cancel).ConfigureAwait(false);
        return answer is { Outcome: BinanceOutcome.Refused, Code: BinanceSpotRefusals.NoSuchOrder or BinanceSpotRefusals.Archived }
            ? null
            : BinanceRest.Answer<BinanceSpotOrderWire>(QueryCall, answer);
    }

    // The account's own flags say what the person may do; what the key may do is told where real money is, and nowhere else.
    async Task<(bool MayTrade, bool MayWithdraw)> Rights(BinanceSpotAccountWire told, CancellationToken cancel)
    {
        if (rights is null)
        {
            return (told.CanTrade, told.CanWithdraw);
        }

        var answer = await rights.Signed(RightsCall, HttpMethod.Get, "/sapi/v1/account/apiRestrictions", new BinanceQuery(), cancel).ConfigureAwait(false);
        var key = BinanceRest.Answer<BinanceKeyRightsWire>(RightsCall, answer);
        return (told.CanTrade && key.EnableSpotAndMarginTrading, key.EnableWithdrawals);
    }

    Instrument Instrument(BinanceExchangeWire rules, string symbol)
    {
        var found = rules.Symbols.FirstOrDefault(each => each.Symbol == symbol) ?? throw BinanceErrors.UnknownSymbol(symbol);
        return BinanceMap.Instrument(found, Capabilities.Venue, found.QuoteAssetPrecision, found.BaseAssetPrecision);
    }

    BinanceSaid Refused(OrderRequest order, ExecType type, BinanceAnswer answer) =>
        BinanceSaid.Refused(order, type, BinanceMap.Nanos(rest.Now), BinanceSpotRefusals.Reason(answer.Code, answer.Text), answer.Text);

    static BinanceQuery Named(OrderKey order)
    {
        var query = new BinanceQuery().With("symbol", order.Instrument.Symbol);
        // The venue's id names the replacement that lives now; ours names the first of them.
        return order.VenueOrderId.Length > 0 ? query.With("orderId", order.VenueOrderId) : query.With("origClientOrderId", order.ClOrdId);
    }
}
