using System.Buffers;

namespace Workbench.Core;

/// <summary>
/// The venue of a backtest. An order meets the market at the first event after it was sent, never the event that caused it;
/// every assumption that the data leave open is made against the trader, at the branch where it is made.
/// </summary>
sealed class SimulatedVenue(RunConfig config, Door door, ReplayClock clock) : IBroker
{
    readonly List<Market> markets = [];
    long execId;

    /// <summary>Opens a market for orders.</summary>
    public void Open(Market market) => markets.Add(market);

    /// <inheritdoc/>
    public void Submit(RiskApproved<Order> order)
    {
        MarketOf(order.Value).Resting.Add(order.Value);
        door.Post(new ExecutionReport(order.Value.ClientOrderId, ExecType.New, clock.Nanos) { ExecId = ++execId });
    }

    /// <inheritdoc/>
    public void Cancel(Order order)
    {
        MarketOf(order).Resting.Remove(order);
        door.Post(new ExecutionReport(order.ClientOrderId, ExecType.Canceled, clock.Nanos) { ExecId = ++execId });
    }

    /// <inheritdoc/>
    public void Replace(Order order, RiskApproved<OrderTerms> terms) =>
        door.Post(new ExecutionReport(order.ClientOrderId, ExecType.ReplaceRejected, clock.Nanos) { ExecId = ++execId });

    /// <summary>Matches a market's orders against its bid and ask now: a tick, a print, or the open of a stored bar.</summary>
    public void Match(Market market) => Match(market, OrderType.Market, default);

    /// <summary>Matches a market's stops against the range of a stored bar.</summary>
    /// <remarks>Where a stop and a target lie in one bar nobody knows which came first. Stops go first: against the trader.</remarks>
    public void MatchStops(Market market, in Stretch bar) => Match(market, OrderType.Stop, in bar);

    /// <summary>Matches what limits are left against the range of a stored bar, once the strategy has heard of its stops and could cancel.</summary>
    public void MatchLimits(Market market, in Stretch bar) => Match(market, OrderType.Limit, in bar);

    /// <summary>One pass over the orders: all of them at the quote, or those of one type within a bar's range.</summary>
    void Match(Market market, OrderType pass, in Stretch bar)
    {
        var resting = market.Resting;

        // What was sent when a stop was filled came after this bar's prices: it waits for the next event.
        var count = pass == OrderType.Limit ? resting.SettledCount : resting.Count;
        var filled = ArrayPool<bool>.Shared.Rent(count);
        for (var i = 0; i < count; i++)
        {
            var order = resting[i];
            var execution = pass == OrderType.Market ? AtQuote(market, order) : order.Order.Type == pass ? InRange(order, in bar) : null;
            filled[i] = execution is not null;
            if (execution is { } fill)
            {
                Report(market, order.Order, fill);
            }
        }

        resting.Settle(filled.AsSpan(0, count));
        ArrayPool<bool>.Shared.Return(filled);
    }

    Execution? AtQuote(Market market, Resting resting)
    {
        var isBuy = resting.Order.Side == Side.Buy;
        long other = isBuy ? market.Ask : market.Bid, price = resting.PriceRaw;
        switch (resting.Order.Type)
        {
            case OrderType.Market:
                return new Execution(other, PaysSpread: true);

            case OrderType.Stop when isBuy ? other >= price : other <= price:
                // The first price beyond the stop, never the stop's own: in a gap those differ, and the gap is ours to pay.
                return new Execution(other, PaysSpread: true);

            case OrderType.Limit when resting.IsFresh && (isBuy ? other <= price : other >= price):
                // It came in marketable and takes what is quoted.
                return new Execution(other, PaysSpread: true);

            case OrderType.Limit when Reached(isBuy, other, price):
                // It waited at its price and is served there; that the market went further is not our luck.
                return new Execution(price, PaysSpread: false);

            default:
                return null;
        }
    }

    Execution? InRange(Resting resting, in Stretch bar)
    {
        var isBuy = resting.Order.Side == Side.Buy;
        var price = resting.PriceRaw;

        // The price came to the order from within the bar, unless it was sent at the open and lay beyond that already: then it gets the open.
        if (resting.Order.Type == OrderType.Stop)
        {
            return (isBuy ? bar.High >= price : bar.Low <= price)
                ? new Execution(isBuy ? Math.Max(price, bar.First) : Math.Min(price, bar.First), PaysSpread: true)
                : null;
        }

        return Reached(isBuy, isBuy ? bar.Low : bar.High, price)
            ? new Execution(isBuy ? Math.Min(price, bar.First) : Math.Max(price, bar.First), PaysSpread: false)
            : null;
    }

    /// <summary>We cannot see the queue: unless told otherwise the market has to trade through a limit before we believe it filled.</summary>
    bool Reached(bool isBuy, long other, long limit) => config.LimitFill == LimitFillRule.Touch
        ? isBuy ? other <= limit : other >= limit
        : isBuy ? other < limit : other > limit;

    void Report(Market market, Order order, Execution fill)
    {
        var instrument = market.Instrument;
        var price = instrument.FromRaw(fill.PriceRaw);
        var qty = order.LeavesQty;
        door.Post(new ExecutionReport(order.ClientOrderId, ExecType.Trade, clock.Nanos)
        {
            ExecId = ++execId,
            LastQty = qty,
            LastPx = price,
            Commission = CommissionOf(instrument).For(instrument, qty, price),
            SpreadCost = fill.PaysSpread ? HalfSpread(market) * qty * instrument.ContractSize : 0m,
        });
    }

    CommissionSchedule CommissionOf(Instrument instrument) =>
        config.CommissionOf.TryGetValue(instrument.Symbol, out var schedule) ? schedule : config.Commission;

    /// <summary>From mid to the quote. A crossed quote costs nothing and earns nothing: it is a fault of the data, not a gift.</summary>
    static decimal HalfSpread(Market market) =>
        market.Ask > market.Bid ? Scaled.ToDecimal((market.Ask - market.Bid) * 5, (byte)(market.Instrument.PriceScale + 1)) : 0m;

    Market MarketOf(Order order)
    {
        foreach (var market in markets)
        {
            if (ReferenceEquals(market.Instrument, order.Instrument))
            {
                return market;
            }
        }

        throw new InvalidOperationException($"Risk let an order for {order.Instrument} through, which this run does not trade.");
    }

    readonly record struct Execution(long PriceRaw, bool PaysSpread);
}
