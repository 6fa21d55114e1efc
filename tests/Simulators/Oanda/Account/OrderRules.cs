namespace Workbench.Simulators.Oanda;

/// <summary>What OANDA refuses before an order exists. Each rule gives its documented reason; the first that is broken counts.</summary>
sealed class OrderRules(OandaOptions options, OandaPrices prices, OandaBooks books, Func<OandaTime> now)
{
    const int LongestText = 128;

    /// <summary>Why an order is refused.</summary>
    /// <param name="draft">What the client wants.</param>
    /// <param name="replaced">The order that it is to replace.</param>
    public Rejection? WhyNot(OrderDraft draft, OandaOrder? replaced = null) =>
        (draft.IsAtTrade ? AtTrade(draft, replaced) : Entry(draft)) ?? Common(draft, replaced);

    Rejection? Entry(OrderDraft draft)
    {
        var terms = draft.Terms;
        var instrument = prices.Instrument(terms.Instrument);
        return terms.Instrument is null ? Rejection.Of("INSTRUMENT_MISSING")
            : instrument is null ? new Rejection("INSTRUMENT_NOT_TRADEABLE", "The instrument specified is not tradeable by the Account")
            : prices[instrument.Name] is null ? Rejection.Of("INSTRUMENT_PRICE_UNKNOWN")
            : Units(terms, instrument)
            ?? (draft.Type == OandaOrderType.Market ? null : Price(terms.Price, instrument))
            ?? Bound(terms, instrument)
            ?? OnFills(terms, instrument);
    }

    static Rejection? Units(OrderTerms terms, OandaInstrument instrument) => terms.Units switch
    {
        null => Rejection.Of("UNITS_MISSING"),
        0 => new Rejection("UNITS_INVALID", "Order units specified are invalid"),
        { } units when units != decimal.Round(units, instrument.TradeUnitsPrecision) => new Rejection(
            "UNITS_PRECISION_EXCEEDED", "The units specified contain more precision than is allowed for the Order's instrument"),
        { } units when Math.Abs(units) < instrument.MinimumTradeSize => Rejection.Of("UNITS_MIMIMUM_NOT_MET"),
        { } units when Math.Abs(units) > instrument.MaximumOrderUnits => Rejection.Of("UNITS_LIMIT_EXCEEDED"),
        _ => null,
    };

    static Rejection? Price(decimal? price, OandaInstrument instrument) => price switch
    {
        null => Rejection.Of("PRICE_MISSING"),
        <= 0 => Rejection.Of("PRICE_INVALID"),
        { } value when value != decimal.Round(value, instrument.DisplayPrecision) => Rejection.PricePrecision,
        _ => null,
    };

    static Rejection? Bound(OrderTerms terms, OandaInstrument instrument) => terms.PriceBound switch
    {
        null => null,
        <= 0 => Rejection.Of("PRICE_BOUND_INVALID"),
        { } value when value != decimal.Round(value, instrument.DisplayPrecision) => Rejection.Of("PRICE_BOUND_PRECISION_EXCEEDED"),
        _ => null,
    };

    Rejection? OnFills(OrderTerms terms, OandaInstrument instrument) =>
        OnFill("TAKE_PROFIT_ON_FILL", terms.TakeProfitOnFill, instrument, needsPrice: true)
        ?? (terms.StopLossOnFill is { Price: null, Distance: null } ? Rejection.Of("STOP_LOSS_ON_FILL_PRICE_AND_DISTANCE_BOTH_MISSING")
            : terms.StopLossOnFill is { Price: not null, Distance: not null } ? Rejection.Of("STOP_LOSS_ON_FILL_PRICE_AND_DISTANCE_BOTH_SPECIFIED")
            : OnFill("STOP_LOSS_ON_FILL", terms.StopLossOnFill, instrument, needsPrice: false))
        ?? (terms.TrailingStopLossOnFill is { } trailing
            ? Distance("TRAILING_STOP_LOSS_ON_FILL_PRICE_DISTANCE", trailing.Distance, instrument) ?? Life("TRAILING_STOP_LOSS_ON_FILL", trailing)
            : null);

    Rejection? OnFill(string code, OnFill? wanted, OandaInstrument instrument, bool needsPrice) => wanted switch
    {
        null => null,
        { Price: null } when needsPrice => Rejection.Of(code + "_PRICE_MISSING"),
        { Price: <= 0 } => Rejection.Of(code + "_PRICE_INVALID"),
        { Price: { } price } when price != decimal.Round(price, instrument.DisplayPrecision) => Rejection.Of(code + "_PRICE_PRECISION_EXCEEDED"),
        { Distance: <= 0 } => Rejection.Of(code + "_DISTANCE_INVALID"),
        { Distance: { } distance } when distance != decimal.Round(distance, instrument.DisplayPrecision) =>
            Rejection.Of(code + "_DISTANCE_PRECISION_EXCEEDED"),
        _ => Life(code, wanted),
    };

    Rejection? Life(string code, OnFill wanted) => wanted switch
    {
        { TimeInForce: OandaTimeInForce.Fok or OandaTimeInForce.Ioc } => Rejection.Of(code + "_TIME_IN_FORCE_INVALID"),
        { TimeInForce: OandaTimeInForce.Gtd, GtdTime: null } => Rejection.Of(code + "_GTD_TIMESTAMP_MISSING"),
        { TimeInForce: OandaTimeInForce.Gtd, GtdTime: { } until } when until <= now() => Rejection.Of(code + "_GTD_TIMESTAMP_IN_PAST"),
        _ => null,
    };

    static Rejection? Distance(string code, decimal? distance, OandaInstrument instrument) => distance switch
    {
        null => Rejection.Of(code + "_MISSING"),
        <= 0 => Rejection.Of(code + "_INVALID"),
        { } value when value != decimal.Round(value, instrument.DisplayPrecision) => Rejection.Of(code + "_PRECISION_EXCEEDED"),
        { } value when value > instrument.MaximumTrailingStopDistance => Rejection.Of(code + "_MAXIMUM_EXCEEDED"),
        { } value when value < instrument.MinimumTrailingStopDistance => Rejection.Of(code + "_MINIMUM_NOT_MET"),
        _ => null,
    };

    Rejection? AtTrade(OrderDraft draft, OandaOrder? replaced)
    {
        var terms = draft.Terms;
        if (terms.TradeID is null && terms.ClientTradeID is null)
        {
            return Rejection.Of("TRADE_ID_UNSPECIFIED");
        }

        if (books.FindTrade(terms) is not { IsOpen: true } trade)
        {
            return Rejection.NoSuchTrade;
        }

        return terms.ClientTradeID is not null && terms.ClientTradeID != trade.ClientExtensions?.ID ? Rejection.Of("TRADE_IDENTIFIER_INCONSISTENCY")
            : replaced is not null && replaced.Terms.TradeID != trade.ID ? Rejection.Of("REPLACING_TRADE_ID_INVALID")
            : books.PendingOf(trade.ID, draft.Type) is { } other && other != replaced ? Rejection.Of(Word(draft.Type) + "_ALREADY_EXISTS")
            : Level(draft, prices.Instrument(trade.Instrument)!);
    }

    static Rejection? Level(OrderDraft draft, OandaInstrument instrument) => (draft.Type, draft.Terms) switch
    {
        (OandaOrderType.TrailingStopLoss, var terms) => Distance("PRICE_DISTANCE", terms.Distance, instrument),
        (OandaOrderType.StopLoss, { Price: not null, Distance: not null }) => Rejection.Of("STOP_LOSS_ORDER_PRICE_AND_DISTANCE_BOTH_SPECIFIED"),
        (OandaOrderType.StopLoss, { Price: null, Distance: null }) => Rejection.Of("STOP_LOSS_ORDER_PRICE_AND_DISTANCE_BOTH_MISSING"),
        (OandaOrderType.StopLoss, { Price: null, Distance: { } distance }) =>
            distance <= 0 ? Rejection.Of("PRICE_DISTANCE_INVALID")
            : distance != decimal.Round(distance, instrument.DisplayPrecision) ? Rejection.Of("PRICE_DISTANCE_PRECISION_EXCEEDED") : null,
        (_, var terms) => Price(terms.Price, instrument),
    };

    Rejection? Common(OrderDraft draft, OandaOrder? replaced)
    {
        var terms = draft.Terms;
        var id = terms.ClientExtensions?.ID;
        return !Allows(draft.Type, terms.TimeInForce!.Value) ? Rejection.Of("TIME_IN_FORCE_INVALID")
            : terms.TimeInForce == OandaTimeInForce.Gtd && terms.GtdTime is null ? Rejection.Of("TIME_IN_FORCE_GTD_TIMESTAMP_MISSING")
            : terms.TimeInForce == OandaTimeInForce.Gtd && terms.GtdTime <= now() ? Rejection.Of("TIME_IN_FORCE_GTD_TIMESTAMP_IN_PAST")
            : id is { Length: 0 or > LongestText } ? Rejection.Of("CLIENT_ORDER_ID_INVALID")
            : terms.ClientExtensions?.Tag is { Length: > LongestText } ? Rejection.Of("CLIENT_ORDER_TAG_INVALID")
            : terms.ClientExtensions?.Comment is { Length: > LongestText } ? Rejection.Of("CLIENT_ORDER_COMMENT_INVALID")
            : terms.TradeClientExtensions?.ID is { Length: 0 or > LongestText } ? Rejection.Of("CLIENT_TRADE_ID_INVALID")
            : id is not null && books.Pending.Any(order => order != replaced && order.Terms.ClientExtensions?.ID == id)
                ? new Rejection("CLIENT_ORDER_ID_ALREADY_EXISTS", "The client Order ID specified is already assigned to another pending Order")
            : draft.Type != OandaOrderType.Market && replaced is null && books.PendingCount >= options.MaxPendingOrders
                ? Rejection.Of("PENDING_ORDERS_ALLOWED_EXCEEDED")
            : null;
    }

    static bool Allows(OandaOrderType type, OandaTimeInForce life) => type switch
    {
        OandaOrderType.Market => life is OandaTimeInForce.Fok or OandaTimeInForce.Ioc,
        OandaOrderType.Limit or OandaOrderType.Stop => true,
        _ => life is not (OandaTimeInForce.Fok or OandaTimeInForce.Ioc),
    };

    static string Word(OandaOrderType type) => OrderTransaction.Spell(type);
}
