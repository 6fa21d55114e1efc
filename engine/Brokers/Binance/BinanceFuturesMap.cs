using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>The futures' messages and the house's words for them; pure.</summary>
static class BinanceFuturesMap
{
    /// <summary>Stands before the id of a conditional order, which is counted apart from the orders.</summary>
    const char AlgoMark = 'a';

    /// <summary>Why an order cannot be said in the futures' words; null where it can.</summary>
    public static string? WhyNot(OrderRequest order) => order switch
    {
        { TimeInForce: TimeInForce.Day } => "the futures have no day orders",
        { TimeInForce: TimeInForce.Gtd } when IsConditional(order.Type) => "a conditional order takes GTC, IOC and FOK",
        { PostOnly: true, Type: not OrderType.Limit } => "only a limit order can be post-only",
        { PostOnly: true, TimeInForce: not TimeInForce.Gtc } => "a post-only order works until it is cancelled",
        { DisplayQty: > 0m } => "the futures have no icebergs",
        { Type: OrderType.TrailingStop, Trail.Unit: not TrailUnit.Percent } => "a trailing stop of Binance trails by percent",
        { Type: OrderType.TrailingStopLimit or OrderType.MarketOnOpen or OrderType.MarketOnClose } => "the futures have no such order type",
        _ => null,
    };

    /// <summary>Whether an order waits for a price in the service for conditional orders.</summary>
    public static bool IsConditional(OrderType type) => type is not (OrderType.Market or OrderType.Limit);

    public static bool IsAlgo(string venueOrderId) => venueOrderId.Length > 0 && venueOrderId[0] == AlgoMark;

    public static string AlgoId(string venueOrderId) => venueOrderId[1..];

    public static BinanceQuery Place(OrderRequest order)
    {
        var query = new BinanceQuery().With("symbol", order.Instrument.Symbol).With("side", BinanceMap.Word(order.Side))
            .With("type", order.Type == OrderType.Market ? "MARKET" : "LIMIT").With("quantity", order.OrderQty);
        if (order.Type == OrderType.Limit)
        {
            query.With("price", order.Price).With("timeInForce", order.PostOnly ? "GTX" : Word(order.TimeInForce));
        }

        if (order.TimeInForce == TimeInForce.Gtd)
        {
            query.With("goodTillDate", order.ExpireNanos / UtcNanos.Millisecond);
        }

        return ReduceOnly(query, order).With("newOrderRespType", "RESULT").With("newClientOrderId", order.ClOrdId);
    }

    public static BinanceQuery PlaceConditional(OrderRequest order)
    {
        var query = new BinanceQuery().With("algoType", "CONDITIONAL").With("symbol", order.Instrument.Symbol)
            .With("side", BinanceMap.Word(order.Side)).With("type", Word(order.Type)).With("quantity", order.OrderQty);
        if (order.Type is OrderType.StopLimit or OrderType.LimitIfTouched)
        {
            query.With("price", order.Price).With("timeInForce", Word(order.TimeInForce));
        }

        if (order.Type == OrderType.TrailingStop)
        {
            query.With("callbackRate", order.Trail.Distance);
        }
        else
        {
            query.With("triggerPrice", order.StopPx);
        }

        return ReduceOnly(query, order).With("clientAlgoId", order.ClOrdId);
    }

    /// <summary>What an answer to a new or amended order says: it holds no fills, those come as events. An end with fills before it is left to them too, since they come first.</summary>
    public static IReadOnlyList<VenueReport> Placed(BinanceFuturesOrderWire order, ExecType accepted)
    {
        var report = new VenueReport(order.ClientOrderId, accepted, BinanceMap.Nanos(order.UpdateTime))
        {
            VenueOrderId = BinanceMap.Text(order.OrderId),
            Symbol = order.Symbol,
            Side = BinanceMap.Side(order.Side),
            CumQty = order.ExecutedQty,
            Terms = accepted == ExecType.Replaced ? new OrderTerms(order.OrigQty, order.Price, order.StopPrice) : null,
        };
        ExecType? end = order.ExecutedQty > 0m ? null : order.Status switch
        {
            "CANCELED" => ExecType.Canceled,
            "REJECTED" => ExecType.Rejected,
            "EXPIRED" or "EXPIRED_IN_MATCH" => BinanceMap.Expired(order.Type, order.TimeInForce),
            _ => null,
        };
        return end is null ? [report] : [report, report with { ExecType = end.Value, Terms = null, RejectReason = PostOnly(order.TimeInForce), Text = order.Status }];
    }

    /// <summary>What an answer to a new conditional order says.</summary>
    public static VenueReport Placed(BinanceAlgoOrderWire order) => new(order.ClientAlgoId, ExecType.New, BinanceMap.Nanos(order.CreateTime))
    {
        VenueOrderId = AlgoMark + BinanceMap.Text(order.AlgoId),
        Symbol = order.Symbol,
        Side = BinanceMap.Side(order.Side),
    };

    /// <summary>What an ORDER_TRADE_UPDATE says; null where it is nothing to the house.</summary>
    public static VenueReport? Report(BinanceFuturesReportWire said)
    {
        var order = said.Order;
        if (Type(order) is not { } type)
        {
            return null;
        }

        var isExpiry = order.ExecutionType == "EXPIRED";
        var report = new VenueReport(order.ClientOrderId, type, BinanceMap.Nanos(order.TransactTime == 0 ? said.TransactTime : order.TransactTime))
        {
            VenueOrderId = BinanceMap.Text(order.OrderId),
            Symbol = order.Symbol,
            Side = BinanceMap.Side(order.Side),
            CumQty = order.CumQty,
            Terms = type == ExecType.Replaced ? new OrderTerms(order.Qty, order.Price, order.StopPrice) : null,
            RejectReason = isExpiry && order.CumQty == 0m ? PostOnly(order.TimeInForce) : RejectReason.None,
            Text = isExpiry ? Expiry(order.ExpiryReason) : "",
        };
        return type == ExecType.Trade ? WithFill(report, order) : report;
    }

    /// <summary>What an ALGO_UPDATE says. Once triggered, the real order speaks for itself under the same client id.</summary>
    public static VenueReport? Report(BinanceAlgoReportWire said)
    {
        var order = said.Order;
        ExecType? type = order.Status switch
        {
            "NEW" => ExecType.New,
            "CANCELED" => ExecType.Canceled,
            "EXPIRED" => ExecType.Expired,
            "REJECTED" => ExecType.Rejected,
            "TRIGGERED" => ExecType.Triggered,
            _ => null,
        };
        return type is null ? null : new VenueReport(order.ClientAlgoId, type.Value, BinanceMap.Nanos(said.TransactTime))
        {
            VenueOrderId = order.ActualOrderId is { Length: > 0 } real ? real : AlgoMark + BinanceMap.Text(order.AlgoId),
            Symbol = order.Symbol,
            Side = BinanceMap.Side(order.Side),
            RejectReason = type == ExecType.Rejected ? RejectReason.VenueRule : RejectReason.None,
            Text = order.Reason ?? "",
        };
    }

    public static VenueOrder Order(BinanceFuturesOrderWire order, IReadOnlyList<VenueFill> fills) => new(
        order.ClientOrderId, BinanceMap.Text(order.OrderId), order.Symbol, BinanceMap.Status(order.Status, order.Type, order.TimeInForce, order.ExecutedQty))
    {
        Side = BinanceMap.Side(order.Side),
        Type = TypeOf(order.Type),
        TimeInForce = BinanceMap.TimeInForce(order.TimeInForce),
        Terms = new OrderTerms(order.OrigQty, order.Price, order.StopPrice),
        CumQty = order.ExecutedQty,
        Time = BinanceMap.Nanos(Math.Max(order.UpdateTime, order.Time)),
        Fills = fills,
    };

    public static VenueOrder Order(BinanceAlgoOrderWire order)
    {
        var type = order.OrderType ?? order.Type ?? "";
        return new VenueOrder(
            order.ClientAlgoId, AlgoMark + BinanceMap.Text(order.AlgoId), order.Symbol, BinanceMap.Status(order.AlgoStatus, type, null, 0m))
        {
            Side = BinanceMap.Side(order.Side),
            Type = TypeOf(type),
            TimeInForce = BinanceMap.TimeInForce(order.TimeInForce),
            Terms = new OrderTerms(order.Quantity, order.Price, order.TriggerPrice),
            Time = BinanceMap.Nanos(Math.Max(order.UpdateTime, order.CreateTime)),
        };
    }

    static VenueReport WithFill(VenueReport report, BinanceFuturesReportOrderWire order) => report with
    {
        TradeId = BinanceMap.TradeId(order.Symbol, order.TradeId),
        LastQty = order.LastQty,
        LastPx = order.LastPrice,
        Commission = order.Commission,
        CommissionCurrency = order.CommissionAsset ?? "",
        AddedLiquidity = order.IsMaker,
    };

    static ExecType? Type(BinanceFuturesReportOrderWire order) => order.ExecutionType switch
    {
        "NEW" => order.AlgoId != 0 && order.Origin == "ALGO_CONDITION" ? ExecType.Triggered : ExecType.New,
        "TRADE" => ExecType.Trade,
        // A liquidation: the venue trades for us, and says so before it has.
        "CALCULATED" => order.LastQty > 0m ? ExecType.Trade : ExecType.New,
        "CANCELED" => ExecType.Canceled,
        "EXPIRED" => BinanceMap.Expired(order.Type, order.TimeInForce),
        "AMENDMENT" => ExecType.Replaced,
        _ => null,
    };

    static RejectReason PostOnly(string? timeInForce) => timeInForce == "GTX" ? RejectReason.WouldTrade : RejectReason.None;

    static BinanceQuery ReduceOnly(BinanceQuery query, OrderRequest order) => order.ReduceOnly ? query.With("reduceOnly", "true") : query;

    static string Word(TimeInForce timeInForce) => timeInForce switch
    {
        TimeInForce.Ioc => "IOC",
        TimeInForce.Fok => "FOK",
        TimeInForce.Gtd => "GTD",
        _ => "GTC",
    };

    static string Word(OrderType type) => type switch
    {
        OrderType.Stop => "STOP_MARKET",
        OrderType.StopLimit => "STOP",
        OrderType.MarketIfTouched => "TAKE_PROFIT_MARKET",
        OrderType.LimitIfTouched => "TAKE_PROFIT",
        _ => "TRAILING_STOP_MARKET",
    };

    static OrderType TypeOf(string word) => word switch
    {
        "MARKET" => OrderType.Market,
        "STOP_MARKET" => OrderType.Stop,
        "STOP" => OrderType.StopLimit,
        "TAKE_PROFIT_MARKET" => OrderType.MarketIfTouched,
        "TAKE_PROFIT" => OrderType.LimitIfTouched,
        "TRAILING_STOP_MARKET" => OrderType.TrailingStop,
        _ => OrderType.Limit,
    };

    static string Expiry(string? code) => code switch
    {
        "1" => "it would have traded with ourselves",
        "2" => "the rest could not be filled at once",
        "3" => "it would have traded with ourselves; the rest could not be filled at once",
        "4" => "pushed out by a higher reduce-only order",
        "5" => "the account was liquidated",
        "6" => "its condition ended",
        "7" => "the symbol was delisted",
        "8" => "it could not be filled when it was triggered",
        _ => "",
    };
}
