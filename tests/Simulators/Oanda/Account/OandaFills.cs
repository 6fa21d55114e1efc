namespace Workbench.Simulators.Oanda;

/// <summary>Fills orders at the market, where nothing is in the way.</summary>
sealed class OandaFills(OandaOptions options, OandaPrices prices, OandaBooks books, OandaValuation valuation, FillBooking booking)
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
        return obstacle is null ? (booking.Book(order, instrument, price, plan, ladder.Price), null) : (null, obstacle);
    }

    /// <summary>Fills an order at its own price, wherever the market is.</summary>
    public FillTransaction Force(OandaOrder order)
    {
        var instrument = prices.Instrument(books.InstrumentOf(order))!;
        var price = prices[instrument.Name]!;
        var plan = Plan(order, instrument.Name, books.UnitsOf(order));
        return booking.Book(order, instrument, price, plan, order.Terms.Price ?? instrument.Price(price.Mid));
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
            : instrument.MaximumPositionSize > 0 && valuation.Bound(instrument.Name, plan.Units) > instrument.MaximumPositionSize
                ? "POSITION_SIZE_EXCEEDED"
            : order.Terms.TradeClientExtensions?.ID is { } id && books.Open.Any(trade => trade.ClientExtensions?.ID == id)
                ? "CLIENT_TRADE_ID_ALREADY_EXISTS"
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
            prices.Realized(close.Trade, close.Units, at) + valuation.Unrealized(close.Trade) * close.Units / close.Trade.CurrentUnits);
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
}
