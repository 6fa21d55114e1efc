namespace Workbench.Simulators.Market;

// How orders meet quotes and each other, and what becomes of them.
public sealed partial class SimExchange
{
    SimOrder Accept(SimTicket ticket)
    {
        var book = books[ticket.Symbol];
        var waits = IsConditional(ticket);
        var order = Keep(new SimOrder(nextOrder++, ticket, Now)
        {
            ClientId = ticket.ClientId,
            Qty = QtyOf(ticket, book),
            Price = ticket.Price,
            StopPrice = ticket.StopPrice,
            IsTriggered = !waits,
            IsActive = ticket.ActivatePrice is null,
            Updated = Now,
            WorkingSince = waits ? null : Now,
        });
        accounts[ticket.Account].Orders.Add(order.Id);
        book.Open.Add(order.Id);
        Raise(new OrderAccepted(Now, order));
        if (waits)
        {
            LookAt(order, book);
        }
        else
        {
            Enter(order.Id);
        }

        return order;
    }

    // A live order takes what it can; a limit order waits with the rest, all else ends.
    void Enter(long id)
    {
        var order = orders[id];
        var book = books[order.Symbol];
        if (order.Ticket.Tif == SimTif.Fok && Fillable(book, order.Account, order.Side, order.Price, order.LeavesQty).Qty < order.LeavesQty)
        {
            Finish(order, SimOrderState.Expired, SimEnd.FillOrKill);
            return;
        }

        Take(id, book);
        order = orders[id];
        if (!order.IsOpen)
        {
            return;
        }

        if (IsMarket(order))
        {
            Finish(order, SimOrderState.Expired, order.Price is null ? SimEnd.NoLiquidity : SimEnd.ImmediateOrCancel);
        }
        else if (order.Ticket.Tif is SimTif.Ioc)
        {
            Finish(order, SimOrderState.Expired, SimEnd.ImmediateOrCancel);
        }
        else
        {
            Rest(order, book);
        }
    }

    void Take(long id, SimBook book)
    {
        while (orders[id] is { IsOpen: true } order && StillAllowed(order) is > 0 and var wanted)
        {
            var others = Opposite(order.Side);
            var quoted = book.Best(others);
            var ours = Waiting(book, others).FirstOrDefault();
            if (ours is not null && Reaches(order, ours.Price!.Value) && (quoted.Qty == 0 || IsBetter(others, ours.Price.Value, quoted.Price)))
            {
                MeetOurs(order, ours, wanted, book);
            }
            else if (quoted.Qty > 0 && Reaches(order, quoted.Price))
            {
                var qty = Math.Min(wanted, quoted.Qty);
                book.TakeBest(others, qty);
                Fill(order, quoted.Price, qty, isMaker: false, nextTrade++);
                RaiseQuote(book);
            }
            else
            {
                return;
            }
        }
    }

    void MeetOurs(SimOrder taker, SimOrder maker, decimal wanted, SimBook book)
    {
        // Nobody trades with himself: the order that waited gives way, as is usual where nothing else was chosen.
        if (maker.Account == taker.Account)
        {
            Finish(maker, SimOrderState.Expired, SimEnd.SelfTrade);
            return;
        }

        if (StillAllowed(maker) is > 0 and var offered)
        {
            var (qty, trade) = (Math.Min(wanted, offered), nextTrade++);
            Fill(maker, maker.Price!.Value, qty, isMaker: true, trade);
            Fill(taker, maker.Price.Value, qty, isMaker: false, trade, prints: false);
            book.Touched();
            RaiseQuote(book);
        }
    }

    void Rest(SimOrder order, SimBook book)
    {
        Keep(order with { Arrival = nextArrival++, WorkingSince = order.WorkingSince ?? Now, QueueAhead = book.SizeAt(order.Side, order.Price!.Value) });
        book.Touched();
        RaiseQuote(book);
    }

    // New prices reach orders that wait: they are filled at their own price, the best and oldest first.
    void MeetQuote(SimBook book)
    {
        foreach (var side in new[] { SimSide.Buy, SimSide.Sell })
        {
            foreach (var order in Waiting(book, side).ToList())
            {
                while (orders[order.Id] is { IsOpen: true } live && book.Best(Opposite(side)) is { Qty: > 0 } level
                    && Reaches(live, level.Price) && StillAllowed(live) is > 0 and var wanted)
                {
                    var qty = Math.Min(wanted, level.Qty);
                    book.TakeBest(Opposite(side), qty);
                    Fill(live, live.Price!.Value, qty, isMaker: true, nextTrade++);
                    RaiseQuote(book);
                }
            }
        }
    }

    // A trade of others fills those who waited at a better price, and at its own price those whose turn it is.
    void MeetPrint(SimBook book, decimal price, decimal qty, SimSide waiting)
    {
        foreach (var order in Waiting(book, waiting).Where(order => Reaches(order, price)).ToList())
        {
            var ahead = order.Price == price ? Math.Min(order.QueueAhead, qty) : 0;
            Keep(order with { QueueAhead = order.QueueAhead - ahead });
            var left = Math.Min(qty - ahead, StillAllowed(orders[order.Id]));
            if (left > 0)
            {
                qty -= left;
                Fill(orders[order.Id], order.Price!.Value, left, isMaker: true, nextTrade++);
                book.Touched();
                RaiseQuote(book);
            }
        }
    }

    // A market does not move without a trade: a quote that leaves the last one behind prints the smallest lot at its near side.
    void PrintTheMove(SimBook book)
    {
        var (bid, ask) = (book.Best(SimSide.Buy), book.Best(SimSide.Sell));
        if (ask.Qty > 0 && book.Last > ask.Price)
        {
            RaisePrint(book, nextTrade++, ask.Price, book.Instrument.MinQty, buyerIsMaker: false);
        }
        else if (bid.Qty > 0 && book.Last < bid.Price)
        {
            RaisePrint(book, nextTrade++, bid.Price, book.Instrument.MinQty, buyerIsMaker: true);
        }
    }

    void Fill(SimOrder order, decimal price, decimal qty, bool isMaker, long trade, bool prints = true)
    {
        var account = accounts[order.Account];
        var fill = Book(account, order, price, qty, isMaker, trade);
        var cum = order.CumQty + qty;
        var after = Keep(order with
        {
            CumQty = cum,
            CumQuote = order.CumQuote + price * qty,
            State = cum == order.Qty ? SimOrderState.Filled : SimOrderState.PartiallyFilled,
            Updated = Now,
        });
        if (!after.IsOpen)
        {
            Forget(after);
        }

        account.Fills.Add(fill);
        if (account.Fills.Count > 2 * options.MaxHistory)
        {
            account.Fills.RemoveRange(0, options.MaxHistory);
        }

        Raise(new OrderFilled(Now, after, fill));
        if (prints)
        {
            RaisePrint(books[order.Symbol], trade, price, qty, buyerIsMaker: isMaker == (order.Side == SimSide.Buy));
        }
    }

    SimFill Book(SimAccount account, SimOrder order, decimal price, decimal qty, bool isMaker, long trade)
    {
        var instrument = books[order.Symbol].Instrument;
        var (rate, signed) = (isMaker ? instrument.MakerFee : instrument.TakerFee, order.Side == SimSide.Buy ? qty : -qty);
        if (account.Kind == SimAccountKind.Spot)
        {
            var (fee, asset) = order.Side == SimSide.Buy ? (Cents(qty * rate), instrument.Base) : (Cents(qty * price * rate), instrument.Quote);
            account.Add(instrument.Base, signed);
            account.Add(instrument.Quote, -signed * price);
            account.Add(asset, -fee);
            return new SimFill(trade, order.Id, account.Name, order.Symbol, order.Side, price, qty, fee, asset, 0, isMaker, Now);
        }

        var toSettle = Rate(instrument.Quote, account.Settle);
        var profit = Cents(account.Move(order.Symbol, signed, price) * toSettle);
        var paid = Cents(qty * price * rate * toSettle);
        account.Add(account.Settle, profit - paid);
        return new SimFill(trade, order.Id, account.Name, order.Symbol, order.Side, price, qty, paid, account.Settle, profit, isMaker, Now);
    }

    // Accounts are kept to eight places, so that sums of what was booked are exact.
    static decimal Cents(decimal amount) => Math.Round(amount, 8);

    // How much of an order may still be executed; one that should only reduce ends where nothing is left to reduce.
    decimal StillAllowed(SimOrder order)
    {
        if (!order.Ticket.ReduceOnly)
        {
            return order.LeavesQty;
        }

        var allowed = Math.Min(order.LeavesQty, accounts[order.Account].Reducible(order.Symbol, order.Side));
        if (allowed == 0)
        {
            Finish(order, SimOrderState.Expired, SimEnd.ReduceOnly);
        }

        return allowed;
    }

    SimOrder Apply(SimAmendment wanted)
    {
        var before = orders[wanted.OrderId];
        var book = books[before.Symbol];
        var moves = (wanted.Price is { } price && price != before.Price) || wanted.Qty > before.Qty || wanted.LosesPriority;
        var after = Keep(before with
        {
            Qty = wanted.Qty ?? before.Qty,
            Price = wanted.Price ?? before.Price,
            StopPrice = wanted.StopPrice ?? before.StopPrice,
            ClientId = wanted.ClientId ?? before.ClientId,
            Updated = Now,
        });
        Raise(new OrderAmended(Now, after, before));
        if (!after.IsTriggered)
        {
            LookAt(after, book);
        }
        else if (moves)
        {
            Enter(after.Id);
        }
        else
        {
            book.Touched();
            RaiseQuote(book);
        }

        return orders[after.Id];
    }

    SimOrder Finish(SimOrder order, SimOrderState state, SimEnd why)
    {
        var after = Keep(order with { State = state, End = why, Updated = Now });
        Forget(after);
        Raise(state == SimOrderState.Canceled ? new OrderCanceled(Now, after) : new OrderExpired(Now, after));
        if (order.IsResting)
        {
            books[order.Symbol].Touched();
            RaiseQuote(books[order.Symbol]);
        }

        return after;
    }

    SimOrder Keep(SimOrder order) => orders[order.Id] = order;

    void Forget(SimOrder order)
    {
        books[order.Symbol].Open.Remove(order.Id);
        ended.Enqueue(order.Id);
        if (ended.Count > options.MaxHistory)
        {
            var oldest = ended.Dequeue();
            accounts[orders[oldest].Account].Orders.Remove(oldest);
            orders.Remove(oldest);
        }
    }
}
