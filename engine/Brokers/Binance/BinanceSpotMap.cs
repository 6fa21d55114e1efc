using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>Spot's messages and the house's words for them; pure.</summary>
static class BinanceSpotMap
{
    /// <summary>Why an order cannot be said in spot's words; null where it can.</summary>
    public static string? WhyNot(OrderRequest order) => order switch
    {
        { ReduceOnly: true } => "spot has no reduce-only orders",
        { TimeInForce: not (TimeInForce.Gtc or TimeInForce.Ioc or TimeInForce.Fok) } => "spot takes GTC, IOC and FOK",
        { PostOnly: true, Type: not OrderType.Limit } => "only a limit order can be post-only",
        { Type: OrderType.TrailingStop, Trail.Unit: not TrailUnit.Percent } => "a trailing stop of Binance trails by percent",
        { DisplayQty: > 0m, Type: not OrderType.Limit } => "only a limit order can be an iceberg",
        { Type: OrderType.TrailingStopLimit or OrderType.MarketOnOpen or OrderType.MarketOnClose } => "spot has no such order type",
        _ => null,
    };

    /// <summary>A new order: its fields, and a quantity that may be the rest of one replaced.</summary>
    public static BinanceQuery Place(OrderRequest order, decimal qty)
    {
        var query = new BinanceQuery().With("symbol", order.Instrument.Symbol).With("side", BinanceMap.Word(order.Side))
            .With("type", Word(order)).With("quantity", qty);
        if (order.Type is OrderType.Limit or OrderType.StopLimit or OrderType.LimitIfTouched)
        {
            query.With("price", order.Price);
            if (!order.PostOnly)
            {
                query.With("timeInForce", Word(order.TimeInForce));
            }
        }

        if (order.Type == OrderType.TrailingStop)
        {
            // In hundredths of a percent.
            query.With("trailingDelta", (long)(order.Trail.Distance * 100m));
        }

        return query.WithAny("stopPrice", order.StopPx).WithAny("icebergQty", order.DisplayQty).With("newOrderRespType", "FULL");
    }

    /// <summary>What the answer to a new order says. Fills in it took liquidity: they came with the order's arrival.</summary>
    public static IReadOnlyList<VenueReport> Placed(BinanceSpotOrderWire order, ExecType accepted, OrderTerms? terms)
    {
        var (clOrdId, revision) = BinanceAlias.Read(order.ClientOrderId);
        var time = BinanceMap.Nanos(order.TransactTime);
        var stem = new VenueReport(clOrdId, accepted, time)
        {
            VenueOrderId = BinanceMap.Text(order.OrderId),
            Symbol = order.Symbol,
            Side = BinanceMap.Side(order.Side),
        };
        List<VenueReport> reports = [order.Status == "REJECTED" ? stem with { ExecType = ExecType.Rejected, RejectReason = RejectReason.VenueRule } : stem with { Terms = terms }];
        var filled = 0m;
        foreach (var fill in order.Fills)
        {
            filled += fill.Qty;
            reports.Add(stem with
            {
                ExecType = ExecType.Trade,
                TradeId = BinanceMap.TradeId(order.Symbol, fill.TradeId),
                LastQty = fill.Qty,
                LastPx = fill.Price,
                CumQty = revision == 0 ? filled : null,
                Commission = fill.Commission,
                CommissionCurrency = fill.CommissionAsset ?? "",
            });
        }

        if (End(order.Status, order.Type, order.TimeInForce) is { } end)
        {
            reports.Add(stem with { ExecType = end, Text = Reason(order.ExpiryReason) });
        }

        return reports;
    }

    /// <summary>What the answer to a cancellation says.</summary>
    public static VenueReport Cancelled(BinanceSpotOrderWire order)
    {
        var (clOrdId, revision) = BinanceAlias.Read(order.OrigClientOrderId ?? order.ClientOrderId);
        return new VenueReport(clOrdId, ExecType.Canceled, BinanceMap.Nanos(order.TransactTime))
        {
            VenueOrderId = BinanceMap.Text(order.OrderId),
            Symbol = order.Symbol,
            Side = BinanceMap.Side(order.Side),
            CumQty = revision == 0 ? order.ExecutedQty : null,
        };
    }

    /// <summary>What an executionReport says; null where it is nothing to the house.</summary>
    public static VenueReport? Report(BinanceSpotReportWire said)
    {
        // The cancelling half of a replacement ends an order of the venue's, not ours: the answer and the new half's event tell how it went.
        if (said.ExecutionType == "CANCELED" && BinanceAlias.IsCancel(said.ClientOrderId))
        {
            return null;
        }

        var isRenamed = said.ExecutionType is "CANCELED" or "REPLACED" && said.OrigClientOrderId is { Length: > 0 };
        var (clOrdId, revision) = BinanceAlias.Read(isRenamed ? said.OrigClientOrderId! : said.ClientOrderId);
        if (Type(said, revision) is not { } type)
        {
            return null;
        }

        var report = new VenueReport(clOrdId, type, BinanceMap.Nanos(said.TransactTime))
        {
            VenueOrderId = BinanceMap.Text(said.OrderId),
            Symbol = said.Symbol,
            Side = BinanceMap.Side(said.Side),
            // A replacement counts from 0 again: what was filled before, the venue has forgotten in it.
            CumQty = revision == 0 ? said.CumQty : null,
            Terms = said.ExecutionType == "REPLACED" && revision == 0 ? new OrderTerms(said.Qty, said.Price, said.StopPrice) : null,
            RejectReason = type == ExecType.Rejected ? BinanceSpotRefusals.Reason(0, said.RejectReason ?? "") : RejectReason.None,
            Text = type is ExecType.Canceled or ExecType.Expired or ExecType.Rejected ? Reason(said.ExpiryReason ?? said.RejectReason) : "",
        };
        return type == ExecType.Trade ? WithFill(report, said) : report;
    }

    /// <summary>An order as the venue has it, its replacements included: one order of ours may have been several there, in turn.</summary>
    public static VenueOrder Order(IReadOnlyList<BinanceSpotOrderWire> links, IReadOnlyList<VenueFill> fills)
    {
        var last = links[^1];
        var before = links.SkipLast(1).Sum(link => link.ExecutedQty);
        var filled = before + last.ExecutedQty;
        var isMaker = last.Type == "LIMIT_MAKER";
        return new VenueOrder(
            BinanceAlias.Read(last.ClientOrderId).ClOrdId, BinanceMap.Text(last.OrderId), last.Symbol, BinanceMap.Status(last.Status, last.Type, last.TimeInForce, filled))
        {
            Side = BinanceMap.Side(last.Side),
            Type = isMaker ? OrderType.Limit : TypeOf(last.Type),
            TimeInForce = BinanceMap.TimeInForce(last.TimeInForce),
            Terms = new OrderTerms(before + last.OrigQty, last.Price, last.StopPrice),
            CumQty = filled,
            Time = BinanceMap.Nanos(Math.Max(last.UpdateTime, last.Time)),
            Fills = fills,
            Text = Reason(last.ExpiryReason),
        };
    }

    static VenueReport WithFill(VenueReport report, BinanceSpotReportWire said) => report with
    {
        TradeId = BinanceMap.TradeId(said.Symbol, said.TradeId),
        LastQty = said.LastQty,
        LastPx = said.LastPrice,
        Commission = said.Commission,
        CommissionCurrency = said.CommissionAsset ?? "",
        AddedLiquidity = said.IsMaker,
    };

    static ExecType? Type(BinanceSpotReportWire said, int revision) => said.ExecutionType switch
    {
        // A stop that is reached says NEW a second time, now on the book and later than it was made.
        "NEW" when said.IsOnBook && said.TransactTime > said.CreatedTime && TypeOf(said.Type) is not (OrderType.Limit or OrderType.Market) => ExecType.Triggered,
        "NEW" => revision == 0 ? ExecType.New : ExecType.Replaced,
        "TRADE" => ExecType.Trade,
        "CANCELED" => ExecType.Canceled,
        "REPLACED" => ExecType.Replaced,
        // The new half of a replacement failed after the old one was cancelled: nothing is left of the order.
        "REJECTED" => revision == 0 ? ExecType.Rejected : ExecType.Canceled,
        "EXPIRED" => BinanceMap.Expired(said.Type, said.TimeInForce),
        "TRADE_PREVENTION" when said.Status == "EXPIRED_IN_MATCH" => BinanceMap.Expired(said.Type, said.TimeInForce),
        _ => null,
    };

    static ExecType? End(string status, string type, string? timeInForce) => status switch
    {
        "CANCELED" => ExecType.Canceled,
        "EXPIRED" or "EXPIRED_IN_MATCH" => BinanceMap.Expired(type, timeInForce),
        _ => null,
    };

    static string Word(OrderRequest order) => order.Type switch
    {
        OrderType.Market => "MARKET",
        OrderType.Limit => order.PostOnly ? "LIMIT_MAKER" : "LIMIT",
        OrderType.Stop or OrderType.TrailingStop => "STOP_LOSS",
        OrderType.StopLimit => "STOP_LOSS_LIMIT",
        OrderType.MarketIfTouched => "TAKE_PROFIT",
        _ => "TAKE_PROFIT_LIMIT",
    };

    static string Word(TimeInForce timeInForce) => timeInForce switch
    {
        TimeInForce.Ioc => "IOC",
        TimeInForce.Fok => "FOK",
        _ => "GTC",
    };

    static OrderType TypeOf(string word) => word switch
    {
        "MARKET" => OrderType.Market,
        "STOP_LOSS" => OrderType.Stop,
        "STOP_LOSS_LIMIT" => OrderType.StopLimit,
        "TAKE_PROFIT" => OrderType.MarketIfTouched,
        "TAKE_PROFIT_LIMIT" => OrderType.LimitIfTouched,
        _ => OrderType.Limit,
    };

    static string Reason(string? word) => word is null or "NONE" ? "" : word;
}
