namespace Workbench.Simulators.Market;

// Orders that wait for a price or for the clock, and the small questions that matching asks.
public sealed partial class SimExchange
{
    void EndTheDue()
    {
        foreach (var order in books.Values.SelectMany(book => book.Open).Select(id => orders[id]).Where(order => order.Ticket.ExpireAt <= Now).ToList())
        {
            Finish(order, SimOrderState.Expired, SimEnd.Time);
        }
    }

    void LookAtTriggers(SimBook book)
    {
        foreach (var id in book.Open.Where(id => !orders[id].IsTriggered).ToList())
        {
            LookAt(orders[id], book);
        }
    }

    void LookAt(SimOrder order, SimBook book)
    {
        var reference = book.Reference(order.Ticket.Trigger, order.Side);
        if (order.Kind == SimOrderKind.TrailingStop)
        {
            order = Keep(Follow(order, reference));
        }

        if (order.StopPrice is { } stop && IsReached(order.Ticket, stop, book) && !hit.Contains(order.Id))
        {
            hit.Enqueue(order.Id);
        }
    }

    static SimOrder Follow(SimOrder order, decimal reference)
    {
        var sells = order.Side == SimSide.Sell;
        var isActive = order.IsActive || (sells ? reference >= order.Ticket.ActivatePrice : reference <= order.Ticket.ActivatePrice);
        if (!isActive)
        {
            return order;
        }

        var best = order.Best is not { } seen ? reference : sells ? Math.Max(seen, reference) : Math.Min(seen, reference);
        var trail = order.Ticket.TrailBy ?? best * (order.Ticket.TrailRate ?? 0);
        return order with { IsActive = true, Best = best, StopPrice = sells ? best - trail : best + trail };
    }

    // An order that was set off may move the market and so set off others: they come after it, none is set off twice.
    void WorkOffHits()
    {
        while (hit.TryDequeue(out var id))
        {
            if (orders.GetValueOrDefault(id) is { IsOpen: true, IsTriggered: false } order)
            {
                SetOff(order);
            }
        }
    }

    // What the account cannot bear any more, or what has nothing left to reduce, ends as it waited.
    void SetOff(SimOrder order)
    {
        var book = books[order.Symbol];
        if (order.Ticket.ReduceOnly && StillAllowed(order) == 0)
        {
            return;
        }

        var (qty, cost) = Fillable(book, order.Account, order.Side, order.Price, order.LeavesQty);
        if (IsMarket(order) && qty > 0 && !CanBear(accounts[order.Account], book, order.Ticket, qty, cost / qty, order))
        {
            Finish(order, SimOrderState.Expired, SimEnd.Funds);
            return;
        }

        order = Keep(order with { IsTriggered = true, Updated = Now, WorkingSince = Now });
        Raise(new OrderTriggered(Now, order));
        Enter(order.Id);
    }

    static bool IsReached(SimTicket ticket, decimal stop, SimBook book)
    {
        var reference = book.Reference(ticket.Trigger, ticket.Side);
        var isAgainst = ticket.Kind is SimOrderKind.Stop or SimOrderKind.StopLimit or SimOrderKind.TrailingStop;
        return isAgainst == (ticket.Side == SimSide.Buy) ? reference >= stop : reference <= stop;
    }

    // What of a quantity the book could fill at once within a price, and what that would cost.
    (decimal Qty, decimal Cost) Fillable(SimBook book, string account, SimSide side, decimal? limit, decimal qty)
    {
        var others = Opposite(side);
        var levels = book.Quoted(others)
            .Concat(Waiting(book, others).Where(order => order.Account != account).Select(order => new SimLevel(order.Price!.Value, order.LeavesQty)))
            .OrderBy(level => others == SimSide.Buy ? -level.Price : level.Price);
        var (filled, cost) = (0m, 0m);
        foreach (var level in levels.Where(level => limit is null || !IsBetter(side, level.Price, limit.Value)))
        {
            var part = Math.Min(level.Qty, qty - filled);
            filled += part;
            cost += part * level.Price;
        }

        return (filled, cost);
    }

    // An amount to trade for becomes a quantity by walking the book, rounded down to whole steps.
    decimal QtyOf(SimTicket ticket, SimBook book)
    {
        if (ticket.QuoteQty is not { } amount)
        {
            return ticket.Qty;
        }

        var qty = 0m;
        foreach (var level in book.Quoted(Opposite(ticket.Side)))
        {
            var part = Math.Min(level.Qty, amount / level.Price);
            qty += part;
            amount -= part * level.Price;
        }

        return book.Instrument.FloorQty(qty);
    }

    // Resting orders of a side, the best price first, at one price the oldest first.
    IEnumerable<SimOrder> Waiting(SimBook book, SimSide side) => book.Open.Select(id => orders[id])
        .Where(order => order.Side == side && order.IsResting && order.Arrival > 0)
        .OrderBy(order => side == SimSide.Buy ? -order.Price!.Value : order.Price!.Value).ThenBy(order => order.Arrival);

    List<SimLevel> Merge(SimBook book, SimSide side, int levels) => [.. book.Quoted(side)
        .Concat(Waiting(book, side).Select(order => new SimLevel(order.Price!.Value, order.LeavesQty)))
        .GroupBy(level => level.Price, (price, same) => new SimLevel(price, same.Sum(level => level.Qty)))
        .OrderBy(level => side == SimSide.Buy ? -level.Price : level.Price).Take(levels)];

    void RaiseQuote(SimBook book) => Raise(new QuoteChanged(
        Now, book.Instrument.Symbol, Merge(book, SimSide.Buy, 1).FirstOrDefault(), Merge(book, SimSide.Sell, 1).FirstOrDefault(), book.UpdateId));

    void RaisePrint(SimBook book, long trade, decimal price, decimal qty, bool buyerIsMaker)
    {
        book.Last = price;
        Raise(new Printed(Now, book.Instrument.Symbol, trade, price, qty, buyerIsMaker));
        LookAtTriggers(book);
    }

    static bool IsConditional(SimTicket ticket) => ticket.Kind is not (SimOrderKind.Market or SimOrderKind.Limit);

    static bool IsMarket(SimOrder order) => order.Kind switch
    {
        SimOrderKind.Limit or SimOrderKind.StopLimit or SimOrderKind.TakeProfitLimit => false,
        SimOrderKind.TrailingStop => order.Price is null,
        _ => true,
    };

    static SimSide Opposite(SimSide side) => side == SimSide.Buy ? SimSide.Sell : SimSide.Buy;

    // Whether an order would trade at a price.
    static bool Reaches(SimOrder order, decimal price) =>
        order.Price is not { } limit || (order.Side == SimSide.Buy ? price <= limit : price >= limit);

    // Whether, among offers of a side, one price is better for who takes it than another.
    static bool IsBetter(SimSide side, decimal price, decimal than) => side == SimSide.Buy ? price > than : price < than;
}
