namespace Workbench.Simulators.Oanda;

/// <summary>Puts orders into the books and ends them, each with its transaction.</summary>
sealed class OrderFile(OandaPrices prices, OandaBooks books, TransactionLog log)
{
    /// <summary>Writes the transaction that makes an order, and the order.</summary>
    public (OrderTransaction Entry, OandaOrder Order) Place(
        OrderDraft draft, string reason, OandaOrder? replaces = null, CancelTransaction? cancelling = null, long? fillID = null)
    {
        var terms = Spell(draft);
        var entry = log.Add(new OrderTransaction
        {
            OrderType = draft.Type, Terms = terms, Reason = reason, OrderFillTransactionID = fillID, ReplacesOrderID = replaces?.ID,
            CancellingTransactionID = cancelling?.ID,
        });
        var order = new OandaOrder
        {
            ID = entry.ID, CreateTime = entry.Time, Type = draft.Type, Terms = terms, ReplacesOrderID = replaces?.ID,
            InitialMarketPrice = draft.Type == OandaOrderType.MarketIfTouched ? prices[terms.Instrument!]!.Mid : null,
        };
        books.Put(order);
        return (entry, order);
    }

    /// <summary>Writes that an order was refused.</summary>
    public OrderTransaction Refuse(OrderDraft draft, string reason, Rejection why, long? replaces = null) => log.Add(new OrderTransaction
    {
        OrderType = draft.Type, Terms = draft.Terms, Reason = reason, RejectReason = why.Reason, IntendedReplacesOrderID = replaces,
    });

    public CancelTransaction Cancel(OandaOrder order, string reason, long? replacedBy = null, FillTransaction? closing = null)
    {
        var entry = log.Add(new CancelTransaction
        {
            OrderID = order.ID, ClientOrderID = order.Terms.ClientExtensions?.ID, Reason = reason, ReplacedByOrderID = replacedBy,
            ClosedTradeID = closing is null ? null : order.Terms.TradeID, TradeCloseTransactionID = closing?.ID,
        });
        books.Put(order with
        {
            State = OandaOrderState.Cancelled, CancellingTransactionID = entry.ID, CancelledTime = entry.Time, ReplacedByOrderID = replacedBy,
        });
        return entry;
    }

    // Prices and units with the decimals of the instrument, whatever the client wrote; a distance is turned into its price.
    OrderTerms Spell(OrderDraft draft)
    {
        var terms = draft.Terms;
        var trade = books.FindTrade(terms);
        var instrument = prices.Instrument(terms.Instrument ?? trade!.Instrument)!;
        var stop = draft.Type == OandaOrderType.StopLoss && terms.Price is null
            ? trade!.Price - Math.Sign(trade.CurrentUnits) * terms.Distance : terms.Price;
        return terms with
        {
            TradeID = trade?.ID,
            ClientTradeID = trade?.ClientExtensions?.ID,
            Units = terms.Units is { } units ? instrument.Units(units) : null,
            Price = stop is { } price ? instrument.Price(price) : null,
            PriceBound = terms.PriceBound is { } bound ? instrument.Price(bound) : null,
            Distance = terms.Distance is { } distance ? instrument.Price(distance) : null,
            TakeProfitOnFill = Spell(terms.TakeProfitOnFill, instrument),
            StopLossOnFill = Spell(terms.StopLossOnFill, instrument),
            TrailingStopLossOnFill = Spell(terms.TrailingStopLossOnFill, instrument),
        };
    }

    static OnFill? Spell(OnFill? wanted, OandaInstrument instrument) => wanted is null ? null : wanted with
    {
        Price = wanted.Price is { } price ? instrument.Price(price) : null,
        Distance = wanted.Distance is { } distance ? instrument.Price(distance) : null,
    };
}
