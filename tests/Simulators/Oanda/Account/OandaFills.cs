namespace Workbench.Simulators.Oanda;

/// <summary>Fills orders at the market: first whether it may be done, then what it does to trades, money and other orders.</summary>
sealed class OandaFills(
    OandaOptions options, OandaPrices prices, OandaBooks books, TransactionLog log, OandaValuation valuation, OrderFile file)
{
    /// <summary>Fills an order whose trigger is met, in whole, or in part where it is IOC.</summary>
    /// <returns>The fill; or the reason for which it cannot be, in the words of OrderCancelReason.</returns>
    public (FillTransaction? Fill, string? Obstacle) Try(OandaOrder order)
    {
        var instrument = prices.Instrument(books.InstrumentOf(order))!;
        var price = prices[instrument.Name]!;
        if (!price.Tradeable)
        {
            return (null, "MARKET_HALTED");
        }

        var plan = Plan(order, instrument.Name, books.UnitsOf(order));
        var ladder = Ladder.Take(price, plan.Units, instrument);
        if (ladder.Units != plan.Units && order.Terms.TimeInForce == OandaTimeInForce.Ioc && ladder.Units != 0)
        {
            plan = Plan(order, instrument.Name, ladder.Units);
        }

        var obstacle = plan.Units == 0 ? "POSITION_CLOSEOUT_FAILED"
            : ladder.Units != plan.Units ? "INSUFFICIENT_LIQUIDITY"
            : IsBeyondBound(order, ladder) ? "BOUNDS_VIOLATION"
            : plan.Closes.Any(close => BreaksFifo(close.Trade)) ? "FIFO_VIOLATION"
            : plan.Opens == 0 ? null
            : WhyNotOpen(order, instrument, plan, ladder.Price) ?? WhyNotAttach(order.Terms, plan.Opens, price);
        return obstacle is null ? (Book(order, instrument, price, plan, ladder.Price), null) : (null, obstacle);
    }

    /// <summary>Fills an order at its own price, wherever the market is.</summary>
    public FillTransaction Force(OandaOrder order)
    {
        var instrument = prices.Instrument(books.InstrumentOf(order))!;
        var price = prices[instrument.Name]!;
        return Book(order, instrument, price, Plan(order, instrument.Name, books.UnitsOf(order)), order.Terms.Price ?? instrument.Price(price.Mid));
    }

    FillPlan Plan(OandaOrder order, string instrument, decimal units)
    {
        var closed = order.Terms.TradeID ?? order.Terms.TradeClose?.TradeID;
        var fill = order.Terms.PositionFill ?? PositionFill.Default;
        return closed is { } id ? FillPlan.Close(books.Trades[id], units)
            : FillPlan.Net(books.OpenOf(instrument), units, fill != PositionFill.Default ? fill
                : options.HedgingEnabled ? PositionFill.OpenOnly : PositionFill.ReduceFirst);
    }

    // A limit is a bound too: what wakes such an order may be another side of the market than the one it trades at.
    static bool IsBeyondBound(OandaOrder order, Ladder ladder) =>
        (order.Terms.PriceBound ?? (order.Type is OandaOrderType.Limit or OandaOrderType.TakeProfit ? order.Terms.Price : null)) is { } bound
        && (ladder.Units > 0 ? ladder.Price > bound : ladder.Price < bound);

    bool BreaksFifo(OandaTrade trade) => options.Fifo && books.OpenOf(trade.Instrument)
        .Any(other => other.ID < trade.ID && other.CurrentUnits == trade.CurrentUnits);

    string? WhyNotOpen(OandaOrder order, OandaInstrument instrument, FillPlan plan, decimal price)
    {
        var isOtherSideHeld = !options.HedgingEnabled && books.OpenOf(instrument.Name).Any(trade => trade.IsLong != plan.Opens > 0);
        return isOtherSideHeld && order.Terms.PositionFill == PositionFill.OpenOnly ? "FIFO_VIOLATION"
            : instrument.MaximumPositionSize > 0 && valuation.Bound(instrument.Name, plan.Units) > instrument.MaximumPositionSize ? "POSITION_SIZE_EXCEEDED"
            : order.Terms.TradeClientExtensions?.ID is { } id && books.Open.Any(trade => trade.ClientExtensions?.ID == id) ? "CLIENT_TRADE_ID_ALREADY_EXISTS"
            : LacksMargin(instrument, plan, price) ? "INSUFFICIENT_MARGIN"
            : null;
    }

    // What the account would be worth with the fill in its books, the spread paid, against what would be bound then.
    bool LacksMargin(OandaInstrument instrument, FillPlan plan, decimal at)
    {
        var price = prices[instrument.Name]!;
        var more = valuation.Margin(instrument.Name, valuation.Bound(instrument.Name, plan.Units))
            - valuation.Margin(instrument.Name, valuation.Bound(instrument.Name));
        var realized = plan.Closes.Sum(close =>
            Realized(close, at, instrument) + valuation.Unrealized(close.Trade) * close.Units / close.Trade.CurrentUnits);
        var spread = prices.ToHome(-Math.Abs(plan.Opens * (at - (plan.Opens > 0 ? price.Bid : price.Ask))), instrument.Quote);
        return more > 0 && valuation.MarginUsed() + more > valuation.Nav() + realized + spread;
    }

    string? WhyNotAttach(OrderTerms terms, decimal opens, OandaPrice price)
    {
        var isLong = opens > 0;
        var (entry, exit) = isLong ? (price.Ask, price.Bid) : (price.Bid, price.Ask);
        var stop = terms.StopLossOnFill?.Price ?? (terms.StopLossOnFill?.Distance is { } distance ? entry - Math.Sign(opens) * distance : null);
        return terms.TakeProfitOnFill?.Price is { } take && (isLong ? take <= exit : take >= exit) ? "TAKE_PROFIT_ON_FILL_LOSS"
            : terms.TakeProfitOnFill?.Price is { } losing && (isLong ? losing < entry : losing > entry) ? "LOSING_TAKE_PROFIT"
            : stop is { } level && (isLong ? level >= exit : level <= exit) ? "STOP_LOSS_ON_FILL_LOSS"
            : IsTaken(terms.TakeProfitOnFill) ? "TAKE_PROFIT_ON_FILL_CLIENT_ORDER_ID_ALREADY_EXISTS"
            : IsTaken(terms.StopLossOnFill) ? "STOP_LOSS_ON_FILL_CLIENT_ORDER_ID_ALREADY_EXISTS"
            : IsTaken(terms.TrailingStopLossOnFill) ? "TRAILING_STOP_LOSS_ON_FILL_CLIENT_ORDER_ID_ALREADY_EXISTS"
            : null;
    }

    bool IsTaken(OnFill? wanted) =>
        wanted?.ClientExtensions?.ID is { } id && books.Pending.Any(order => order.Terms.ClientExtensions?.ID == id);

    FillTransaction Book(OandaOrder order, OandaInstrument instrument, OandaPrice price, FillPlan plan, decimal at)
    {
        var commission = Commission(instrument, plan.Units);
        foreach (var (trade, units) in plan.Closes)
        {
            books.Pay(instrument.Name, trade.IsLong, new SideTotals(PL: Realized((trade, units), at, instrument)));
        }

        books.Pay(instrument.Name, plan.Units > 0, new SideTotals(Commission: commission));
        var fill = log.Add(Describe(order, instrument, price, plan, at, commission));
        books.LastFill = fill.Time;
        foreach (var close in plan.Closes)
        {
            Reduce(close, at, instrument, fill);
        }

        books.Orders[order.ID] = order with
        {
            State = OandaOrderState.Filled, FillingTransactionID = fill.ID, FilledTime = fill.Time, TradeOpenedID = fill.TradeOpened?.TradeID,
            TradeReducedID = fill.TradeReduced?.TradeID, TradeClosedIDs = fill.TradesClosed?.Select(closed => closed.TradeID).ToList(),
        };
        EndWithTheirTrades(plan, fill);
        Open(order, instrument, fill);
        return fill;
    }

    FillTransaction Describe(OandaOrder order, OandaInstrument instrument, OandaPrice price, FillPlan plan, decimal at, decimal commission)
    {
        var parts = plan.Closes.Select(close => (close.Trade, Part: Part(close, at, price, instrument))).ToList();
        var closed = parts.Where(each => each.Trade.CurrentUnits == -each.Part.Units).Select(each => each.Part).ToList();
        return new FillTransaction
        {
            OrderID = order.ID,
            ClientOrderID = order.Terms.ClientExtensions?.ID,
            Instrument = instrument.Name,
            Units = instrument.Units(plan.Units),
            RequestedUnits = instrument.Units(books.UnitsOf(order)),
            GainQuoteHomeConversionFactor = prices.GainFactor(instrument.Quote).Scaled(8),
            LossQuoteHomeConversionFactor = prices.LossFactor(instrument.Quote).Scaled(8),
            Price = at,
            FullVWAP = at,
            FullPrice = price,
            Reason = Reason(order),
            PL = parts.Sum(each => each.Part.RealizedPL).Money(),
            QuotePL = plan.Closes.Sum(close => (at - close.Trade.Price) * -close.Units),
            Financing = 0m.Money(),
            Commission = commission,
            AccountBalance = books.Balance.Money(),
            HalfSpreadCost = HalfSpread(plan.Units, price, instrument),
            TradeOpened = plan.Opens == 0 ? null : new TradeOpen
            {
                TradeID = log.NextID,
                Units = instrument.Units(plan.Opens),
                Price = at,
                HalfSpreadCost = HalfSpread(plan.Opens, price, instrument),
                InitialMarginRequired = valuation.Margin(instrument.Name, plan.Opens).Money(),
                ClientExtensions = order.Terms.TradeClientExtensions,
            },
            TradesClosed = closed.Count == 0 ? null : closed,
            TradeReduced = parts.Select(each => each.Part).FirstOrDefault(part => !closed.Contains(part)),
        };
    }

    TradeReduce Part((OandaTrade Trade, decimal Units) close, decimal at, OandaPrice price, OandaInstrument instrument) => new()
    {
        TradeID = close.Trade.ID,
        ClientTradeID = close.Trade.ClientExtensions?.ID,
        Units = instrument.Units(close.Units),
        Price = at,
        RealizedPL = Realized(close, at, instrument),
        Financing = 0m.Money(),
        HalfSpreadCost = HalfSpread(close.Units, price, instrument),
    };

    decimal Realized((OandaTrade Trade, decimal Units) close, decimal at, OandaInstrument instrument) =>
        prices.ToHome((at - close.Trade.Price) * -close.Units, instrument.Quote).Money();

    decimal HalfSpread(decimal units, OandaPrice price, OandaInstrument instrument) =>
        (Math.Abs(units) * (price.Ask - price.Bid) / 2 * prices.Home(instrument.Quote)).Money();

    static decimal Commission(OandaInstrument instrument, decimal units) => instrument.Commission is not { } rule ? 0m.Money()
        : Math.Max(rule.MinimumCommission, Math.Abs(units) * rule.Commission / rule.UnitsTraded).Money();

    void Reduce((OandaTrade Trade, decimal Units) close, decimal at, OandaInstrument instrument, FillTransaction fill)
    {
        var trade = close.Trade;
        var left = instrument.Units(trade.CurrentUnits + close.Units);
        var closedBefore = trade.InitialUnits - trade.CurrentUnits;
        var average = ((trade.AverageClosePrice ?? 0) * closedBefore + at * -close.Units) / (closedBefore - close.Units);
        books.Trades[trade.ID] = trade with
        {
            CurrentUnits = left,
            RealizedPL = (trade.RealizedPL + Realized(close, at, instrument)).Money(),
            AverageClosePrice = instrument.Price(average),
            ClosingTransactionIDs = [.. trade.ClosingTransactionIDs ?? [], fill.ID],
            CloseTime = left == 0 ? fill.Time : null,
        };
    }

    void EndWithTheirTrades(FillPlan plan, FillTransaction fill)
    {
        var ended = plan.Closes.Select(close => books.Trades[close.Trade.ID]).Where(trade => !trade.IsOpen);
        foreach (var order in ended.SelectMany(books.PendingOf).ToList())
        {
            file.Cancel(order, "LINKED_TRADE_CLOSED", closing: fill);
        }
    }

    void Open(OandaOrder order, OandaInstrument instrument, FillTransaction fill)
    {
        if (fill.TradeOpened is not { } opened)
        {
            return;
        }

        var trade = new OandaTrade
        {
            ID = opened.TradeID, Instrument = instrument.Name, Price = opened.Price, OpenTime = fill.Time, InitialUnits = opened.Units,
            InitialMarginRequired = opened.InitialMarginRequired, CurrentUnits = opened.Units, RealizedPL = 0m.Money(), Financing = 0m.Money(),
            ClientExtensions = opened.ClientExtensions,
        };
        books.Trades.Add(trade.ID, trade);
        Attach(trade, OandaOrderType.TakeProfit, order.Terms.TakeProfitOnFill, fill);
        Attach(trade, OandaOrderType.StopLoss, order.Terms.StopLossOnFill, fill);
        Attach(trade, OandaOrderType.TrailingStopLoss, order.Terms.TrailingStopLossOnFill, fill);
    }

    void Attach(OandaTrade trade, OandaOrderType type, OnFill? wanted, FillTransaction fill)
    {
        if (wanted is null)
        {
            return;
        }

        var order = file.Place(OrderDraft.At(trade, type, wanted), "ON_FILL", fillID: fill.ID).Order;
        books.Orders[order.ID] = Trigger.Trail(order, !trade.IsLong, prices[trade.Instrument]!);
    }

    static string Reason(OandaOrder order) => OrderTransaction.Spell(order.Type)
        + (order.Terms.TradeClose is not null ? "_TRADE_CLOSE"
            : (order.Terms.LongPositionCloseout ?? order.Terms.ShortPositionCloseout) is not null ? "_POSITION_CLOSEOUT"
            : order.Terms.MarginCloseout is not null ? "_MARGIN_CLOSEOUT" : "");
}
