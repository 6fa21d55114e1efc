namespace Workbench.Simulators.Oanda;

/// <summary>An order as a client asks for it, before any rule was looked at.</summary>
sealed record OrderDraft(OandaOrderType Type, OrderTerms Terms)
{
    public bool IsAtTrade => Type is OandaOrderType.TakeProfit or OandaOrderType.StopLoss or OandaOrderType.TrailingStopLoss;

    /// <summary>Reads the order of a create or replace request, and puts in what the venue assumes where nothing is said.</summary>
    public static OrderDraft Read(JsonFields order)
    {
        var type = order.Word<OandaOrderType>("type") ?? OandaOrderType.Market;
        var draft = new OrderDraft(type, Common(order));
        return draft.IsAtTrade ? draft with { Terms = AtTrade(draft.Terms, order) } : draft with { Terms = Entry(draft.Terms, type, order) };
    }

    /// <summary>Reads a stop loss or its like as it stands in an order, or in the orders of a trade.</summary>
    public static OnFill? ReadOnFill(JsonFields? fields) => fields is not { } at ? null : new OnFill
    {
        Price = at.Decimal("price"),
        Distance = at.Decimal("distance"),
        TimeInForce = at.Word<OandaTimeInForce>("timeInForce") ?? OandaTimeInForce.Gtc,
        GtdTime = at.Time("gtdTime"),
        TriggerCondition = at.Word<TriggerCondition>("triggerCondition"),
        ClientExtensions = Extensions(at.Object("clientExtensions")),
    };

    /// <summary>The order that a stop loss or its like becomes once its trade is there.</summary>
    public static OrderDraft At(OandaTrade trade, OandaOrderType type, OnFill wanted) => new(type, new OrderTerms
    {
        TradeID = trade.ID,
        ClientTradeID = trade.ClientExtensions?.ID,
        Price = wanted.Price,
        Distance = wanted.Distance,
        TimeInForce = wanted.TimeInForce,
        GtdTime = wanted.GtdTime,
        TriggerCondition = wanted.TriggerCondition ?? TriggerCondition.Default,
        ClientExtensions = wanted.ClientExtensions,
    });

    public static ClientExtensions? Extensions(JsonFields? fields) => fields is not { } at ? null
        : new ClientExtensions { ID = at.Text("id"), Tag = at.Text("tag"), Comment = at.Text("comment") };

    static OrderTerms Common(JsonFields order) => new()
    {
        Price = order.Decimal("price"),
        Distance = order.Decimal("distance"),
        TimeInForce = order.Word<OandaTimeInForce>("timeInForce"),
        GtdTime = order.Time("gtdTime"),
        ClientExtensions = Extensions(order.Object("clientExtensions")),
    };

    static OrderTerms AtTrade(OrderTerms terms, JsonFields order) => terms with
    {
        TradeID = order.ID("tradeID"),
        ClientTradeID = order.Text("clientTradeID"),
        TimeInForce = terms.TimeInForce ?? OandaTimeInForce.Gtc,
        TriggerCondition = order.Word<TriggerCondition>("triggerCondition") ?? TriggerCondition.Default,
    };

    static OrderTerms Entry(OrderTerms terms, OandaOrderType type, JsonFields order) => terms with
    {
        Instrument = order.Text("instrument"),
        Units = order.Decimal("units"),
        PriceBound = order.Decimal("priceBound"),
        TimeInForce = terms.TimeInForce ?? (type == OandaOrderType.Market ? OandaTimeInForce.Fok : OandaTimeInForce.Gtc),
        PositionFill = order.Word<PositionFill>("positionFill") ?? PositionFill.Default,
        PartialFill = type == OandaOrderType.Market ? null : "DEFAULT",
        TriggerCondition = type == OandaOrderType.Market ? null : order.Word<TriggerCondition>("triggerCondition") ?? TriggerCondition.Default,
        TakeProfitOnFill = ReadOnFill(order.Object("takeProfitOnFill")),
        StopLossOnFill = ReadOnFill(order.Object("stopLossOnFill")),
        TrailingStopLossOnFill = ReadOnFill(order.Object("trailingStopLossOnFill")),
        TradeClientExtensions = Extensions(order.Object("tradeClientExtensions")),
    };
}
