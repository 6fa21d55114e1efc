namespace Workbench.Simulators.Oanda;

/// <summary>What the account tells of itself.</summary>
public sealed partial class OandaAccount
{
    const int MostOrders = 500;
    const int MostTransactions = 1_000;

    internal OandaAnswer List() => OandaAnswer.Ok(("accounts", new[] { new { Id = options.AccountID, Tags = Array.Empty<string>() } }));

    internal OandaAnswer Details() => Read(() => Told("account", Summary() with
    {
        Trades = books.Open.Select(Brief).ToList(),
        Positions = books.Traded.Select(Position).ToList(),
        Orders = books.Pending.ToList(),
    }));

    internal OandaAnswer Summarize() => Read(() => Told("account", Summary()));

    internal OandaAnswer Instruments(ISet<string>? names) => Read(() => Told("instruments", Known(names)));

    internal OandaAnswer Pricing(ISet<string> names, bool withConversions) => Read(() =>
    {
        var told = Known(names).Where(each => prices[each.Name] is not null).ToList();
        var currencies = told.SelectMany(each => new[] { each.Quote, each.Base }).Distinct().ToList();
        return OandaAnswer.Ok(
            ("prices", told.Select(each => prices[each.Name]! with { QuoteHomeConversionFactors = prices.Factors(each.Quote) }).ToList()),
            ("homeConversions", !withConversions ? null : currencies.Select(each => new
            {
                Currency = each, AccountGain = prices.GainFactor(each).Scaled(8), AccountLoss = prices.LossFactor(each).Scaled(8),
                PositionValue = prices.Home(each).Scaled(8),
            }).ToList()),
            ("time", now()));
    });

    internal OandaAnswer Order(string specifier) => Read(() =>
        books.Find(specifier) is { } order && !IsHidden(order) ? Told("order", order)
            : OandaAnswer.Error(404, "The order ID specified does not exist", "NO_SUCH_ORDER"));

    internal OandaAnswer PendingOrders() => Read(() => Told("orders", Newest(books.Pending).ToList()));

    internal OandaAnswer Orders(OrderFilter filter) => Read(() =>
    {
        var all = Newest(books.Orders.Values).Where(order => filter.Takes(order, books.InstrumentOf(order)));
        return Page(all.Take(Math.Min(filter.Count, MostOrders) + 1).ToList(), filter, order => order.ID, "orders");
    });

    internal OandaAnswer Trade(string specifier) => Read(() => books.FindTrade(specifier) is { } trade
        ? Told("trade", Full(trade)) : OandaAnswer.Error(404, "The trade ID specified does not exist", "NO_SUCH_TRADE"));

    internal OandaAnswer OpenTrades() => Read(() => Told("trades", books.Open.Reverse().Select(Full).ToList()));

    internal OandaAnswer Trades(OrderFilter filter) => Read(() =>
    {
        var all = books.Trades.Values.Reverse().Where(filter.Takes).Select(Full);
        return Page(all.Take(Math.Min(filter.Count, MostOrders) + 1).ToList(), filter, trade => trade.ID, "trades");
    });

    internal OandaAnswer Positions(bool isOpen) => Read(() => Told("positions",
        books.Traded.Where(each => !isOpen || books.OpenOf(each).Any()).Select(Position).ToList()));

    internal OandaAnswer PositionIn(string instrument) => prices.Instrument(instrument) is null
        ? throw BadRequestException.Invalid("instrument")
        : Read(() => books.Traded.Contains(instrument) ? Told("position", Position(instrument))
            : OandaAnswer.Error(404, "The Position specified does not exist", "NO_SUCH_POSITION"));

    OandaAnswer Told(string name, object value) => OandaAnswer.Ok((name, value), ("lastTransactionID", log.LastID));

    OandaAnswer Page<T>(List<T> found, OrderFilter filter, Func<T, long> id, string name)
    {
        var page = found.Take(Math.Min(filter.Count, MostOrders)).ToList();
        return Told(name, page) with
        {
            Next = found.Count > page.Count ? $"/v3/accounts/{options.AccountID}/{name}?beforeID={id(page[^1]) - 1}&{filter.Query}" : null,
        };
    }

    IEnumerable<OandaOrder> Newest(IEnumerable<OandaOrder> orders) =>
        orders.Reverse().Where(order => !IsHidden(order));

    bool IsHidden(OandaOrder order) => hiddenUntil.TryGetValue(order.ID, out var until) && now() < until;

    List<OandaInstrument> Known(ISet<string>? names) =>
        names is not null && names.Any(name => prices.Instrument(name) is null) ? throw BadRequestException.Invalid("instruments")
            : options.Tradeable.Where(each => names is null || names.Contains(each.Name)).ToList();

    AccountSummary Summary() => new()
    {
        ID = options.AccountID,
        Currency = options.Currency,
        Balance = books.Balance.Money(),
        CreatedByUserID = log.UserID,
        CreatedTime = books.Created,
        PL = books.PL.Money(),
        ResettablePL = books.PL.Money(),
        Financing = books.Financing.Money(),
        Commission = books.Commission.Money(),
        MarginRate = options.Tradeable.Min(each => each.MarginRate),
        MarginCallEnterTime = books.MarginCallEntered,
        OpenTradeCount = books.Open.Count(),
        OpenPositionCount = books.Open.Select(trade => trade.Instrument).Distinct().Count(),
        PendingOrderCount = books.PendingCount,
        HedgingEnabled = options.HedgingEnabled,
        LastOrderFillTimestamp = books.LastFill,
        State = valuation.State(),
        LastTransactionID = log.LastID,
    };

    OandaPosition Position(string instrument)
    {
        var (longs, shorts) = (Side(instrument, true), Side(instrument, false));
        var commission = books.Side(instrument, true).Commission + books.Side(instrument, false).Commission;
        return new OandaPosition
        {
            Instrument = instrument,
            PL = longs.PL + shorts.PL,
            UnrealizedPL = longs.UnrealizedPL + shorts.UnrealizedPL,
            ResettablePL = longs.PL + shorts.PL,
            MarginUsed = books.OpenOf(instrument).Any() ? valuation.Margin(instrument, valuation.Bound(instrument)).Money() : null,
            Financing = longs.Financing + shorts.Financing,
            Commission = commission.Money(),
            Long = longs,
            Short = shorts,
        };
    }

    PositionSide Side(string instrument, bool isLong)
    {
        var open = books.OpenOf(instrument).Where(trade => trade.IsLong == isLong).ToList();
        var totals = books.Side(instrument, isLong);
        var rule = prices.Instrument(instrument)!;
        var units = open.Sum(trade => trade.CurrentUnits);
        return new PositionSide
        {
            Units = rule.Units(units),
            AveragePrice = open.Count == 0 ? null : rule.Price(open.Sum(trade => trade.CurrentUnits * trade.Price) / units),
            TradeIDs = open.Count == 0 ? null : open.Select(trade => trade.ID).ToList(),
            PL = totals.PL.Money(),
            ResettablePL = totals.PL.Money(),
            UnrealizedPL = open.Sum(valuation.Unrealized).Money(),
            Financing = totals.Financing.Money(),
        };
    }

    /// <summary>With its orders in it, as the calls for trades tell it.</summary>
    OandaTrade Full(OandaTrade trade) => Valued(trade) with
    {
        TakeProfitOrder = books.PendingOf(trade.ID, OandaOrderType.TakeProfit),
        StopLossOrder = books.PendingOf(trade.ID, OandaOrderType.StopLoss),
        TrailingStopLossOrder = books.PendingOf(trade.ID, OandaOrderType.TrailingStopLoss),
    };

    /// <summary>With the ids of its orders, as the account tells it.</summary>
    TradeSummary Brief(OandaTrade trade) => new()
    {
        Trade = Valued(trade),
        TakeProfitOrderID = books.PendingOf(trade.ID, OandaOrderType.TakeProfit)?.ID,
        StopLossOrderID = books.PendingOf(trade.ID, OandaOrderType.StopLoss)?.ID,
        TrailingStopLossOrderID = books.PendingOf(trade.ID, OandaOrderType.TrailingStopLoss)?.ID,
    };

    OandaTrade Valued(OandaTrade trade) => !trade.IsOpen ? trade : trade with
    {
        UnrealizedPL = valuation.Unrealized(trade),
        MarginUsed = valuation.Margin(trade.Instrument, trade.CurrentUnits).Money(),
    };
}
