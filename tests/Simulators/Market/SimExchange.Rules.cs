namespace Workbench.Simulators.Market;

// What may be asked for, and what an account can bear.
public sealed partial class SimExchange
{
    SimRefusal WhyNot(SimTicket ticket)
    {
        if (!books.TryGetValue(ticket.Symbol, out var book))
        {
            return SimRefusal.UnknownSymbol;
        }

        if (!accounts.TryGetValue(ticket.Account, out var account))
        {
            return SimRefusal.UnknownAccount;
        }

        if (OpenOf(ticket.Account).Any(order => order.ClientId == ticket.ClientId))
        {
            return SimRefusal.DuplicateClientId;
        }

        if (ticket.ReduceOnly && account.Reducible(ticket.Symbol, ticket.Side) == 0)
        {
            return SimRefusal.NothingToReduce;
        }

        return IsConditional(ticket) ? WhyNotWait(ticket, book, account) : WhyNotNow(ticket, book, account);
    }

    SimRefusal WhyNotWait(SimTicket ticket, SimBook book, SimAccount account) =>
        !ticket.MayTriggerAtOnce && ticket.StopPrice is { } stop && IsReached(ticket, stop, book) ? SimRefusal.WouldTrigger
        : CanBear(account, book, ticket, ticket.Qty, ticket.Price ?? ticket.StopPrice ?? book.Mid) ? SimRefusal.None
        : SimRefusal.Funds;

    SimRefusal WhyNotNow(SimTicket ticket, SimBook book, SimAccount account)
    {
        var (fillable, cost) = Fillable(book, ticket.Account, ticket.Side, ticket.Price, QtyOf(ticket, book));
        if (ticket.Tif == SimTif.Gtx && fillable > 0)
        {
            return SimRefusal.WouldTake;
        }

        if (ticket.Kind == SimOrderKind.Market && fillable == 0 && ticket.Price is null)
        {
            return SimRefusal.NoLiquidity;
        }

        if (ticket is { Tif: SimTif.Fok, RefuseUnfillable: true } && fillable < ticket.Qty)
        {
            return SimRefusal.Unfillable;
        }

        var (qty, price) = ticket.Kind == SimOrderKind.Market ? (fillable, fillable == 0 ? 0 : cost / fillable) : (ticket.Qty, ticket.Price!.Value);
        return CanBear(account, book, ticket, qty, price) && !(ticket.QuoteQty > account.Total(book.Instrument.Quote) && account.Kind == SimAccountKind.Spot)
            ? SimRefusal.None
            : SimRefusal.Funds;
    }

    SimRefusal WhyNotOpen(string account, long orderId) =>
        !orders.TryGetValue(orderId, out var order) || order.Account != account ? SimRefusal.UnknownOrder
        : order.IsOpen ? SimRefusal.None
        : SimRefusal.Ended;

    SimRefusal WhyNotAmend(SimAmendment wanted)
    {
        if (WhyNotOpen(wanted.Account, wanted.OrderId) is var refusal and not SimRefusal.None)
        {
            return refusal;
        }

        var order = orders[wanted.OrderId];
        var book = books[order.Symbol];
        var (qty, price) = (wanted.Qty ?? order.Qty, wanted.Price ?? order.Price);
        if (qty <= order.CumQty)
        {
            return SimRefusal.QtyBelowFilled;
        }

        if (wanted.ClientId is { } id && OpenOf(order.Account).Any(other => other.Id != order.Id && other.ClientId == id))
        {
            return SimRefusal.DuplicateClientId;
        }

        if (order.Ticket.Tif == SimTif.Gtx && Fillable(book, order.Account, order.Side, price, qty).Qty > 0)
        {
            return SimRefusal.WouldTake;
        }

        if (wanted.StopPrice is { } stop && !order.IsTriggered && !order.Ticket.MayTriggerAtOnce && IsReached(order.Ticket, stop, book))
        {
            return SimRefusal.WouldTrigger;
        }

        return CanBear(accounts[order.Account], book, order.Ticket, qty - order.CumQty, price ?? wanted.StopPrice ?? order.StopPrice ?? book.Mid, order)
            ? SimRefusal.None
            : SimRefusal.Funds;
    }

    // Whether the account could pay, or has margin, for so much. What the order itself binds already is free for it.
    bool CanBear(SimAccount account, SimBook book, SimTicket ticket, decimal qty, decimal price, SimOrder? own = null)
    {
        var instrument = book.Instrument;
        if (account.Kind == SimAccountKind.Spot)
        {
            var (asset, need) = ticket.Side == SimSide.Buy ? (instrument.Quote, qty * price) : (instrument.Base, qty);
            return need <= BalanceOf(account, asset).Free + (own is null ? 0 : LockOf(own));
        }

        var growing = Math.Max(0, qty - account.Reducible(instrument.Symbol, ticket.Side));
        return growing == 0 || ticket.ReduceOnly
            || growing * price * Rate(instrument.Quote, account.Settle) / account.Leverage
                <= MarginOf(account).Available + (own is null ? 0 : OrderMarginOf(own, account));
    }

    IEnumerable<SimOrder> OpenOf(string account) =>
        books.Values.SelectMany(book => book.Open).Select(id => orders[id]).Where(order => order.Account == account);

    SimBalance BalanceOf(SimAccount account, string asset) => new(
        asset, account.Total(asset),
        account.Kind == SimAccountKind.Spot ? OpenOf(account.Name).Where(order => LockedAsset(order) == asset).Sum(LockOf) : 0);

    string LockedAsset(SimOrder order) =>
        order.Side == SimSide.Buy ? books[order.Symbol].Instrument.Quote : books[order.Symbol].Instrument.Base;

    decimal LockOf(SimOrder order) =>
        order.LeavesQty * (order.Side == SimSide.Buy ? order.Price ?? order.StopPrice ?? books[order.Symbol].Mid : 1);

    SimMargin MarginOf(SimAccount account) => new(
        account.Total(account.Settle),
        account.Positions.Sum(held => held.UnrealizedPnl(books[held.Symbol].Mid) * QuoteRate(held.Symbol, account)),
        account.Positions.Sum(held => Math.Abs(held.Qty) * books[held.Symbol].Mid * QuoteRate(held.Symbol, account)) / account.Leverage,
        OpenOf(account.Name).Sum(order => OrderMarginOf(order, account)));

    decimal OrderMarginOf(SimOrder order, SimAccount account) =>
        order.Ticket.ReduceOnly ? 0
        : Math.Max(0, order.LeavesQty - account.Reducible(order.Symbol, order.Side))
            * (order.Price ?? order.StopPrice ?? books[order.Symbol].Mid) * QuoteRate(order.Symbol, account) / account.Leverage;

    decimal QuoteRate(string symbol, SimAccount account) => Rate(books[symbol].Instrument.Quote, account.Settle);

    decimal Rate(string from, string to) => Direct(from, to) ?? books.Values
        .SelectMany(book => new[] { book.Instrument.Base, book.Instrument.Quote }).Distinct()
        .Select(over => Direct(from, over) * Direct(over, to)).FirstOrDefault(rate => rate is not null)
        ?? throw new InvalidOperationException($"No instrument leads from {from} to {to}.");

    decimal? Direct(string from, string to) =>
        from == to ? 1
        : books.Values.FirstOrDefault(book => book.Instrument.Base == from && book.Instrument.Quote == to) is { } straight ? straight.Mid
        : books.Values.FirstOrDefault(book => book.Instrument.Base == to && book.Instrument.Quote == from) is { } inverse ? 1 / inverse.Mid
        : null;
}
