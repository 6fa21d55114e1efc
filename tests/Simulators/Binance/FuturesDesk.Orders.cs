using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

// Placing, cancelling and changing orders that go into the book at once.
sealed partial class FuturesDesk
{
    const int MaxChanges = 10_000;
    const long Week = 7 * 24 * 3_600_000L;

    IEnumerable<Endpoint> OrderCalls =>
    [
        Call("POST", "v1/order", Security.Signed, 0, Place, Deed.Submit),
        Call("POST", "v1/order/test", Security.Signed, 0, Test),
        Call("PUT", "v1/order", Security.Signed, 1, Modify, Deed.Amend),
        Call("DELETE", "v1/order", Security.Signed, 1, Cancel, Deed.Cancel),
        Call("DELETE", "v1/allOpenOrders", Security.Signed, 1, CancelAll, Deed.Cancel),
        Call("POST", "v1/countdownCancelAll", Security.Signed, 10, Countdown),
        Call("GET", "v1/order", Security.Signed, 1, QueryOrder),
        Call("GET", "v1/openOrder", Security.Signed, 1, QueryOpenOrder),
        Call("GET", "v1/openOrders", Security.Signed, 1, OpenOrders) with { Weight = sent => sent.Has("symbol") ? 1 : 40 },
        Call("GET", "v1/allOrders", Security.Signed, 5, AllOrders),
        Call("GET", "v1/userTrades", Security.Signed, 5, UserTrades),
    ];

    // An ACK shows the order as it was taken in, whatever became of it since.
    JsonNode Place(Params sent)
    {
        var order = Do(Ticket(sent));
        var shown = sent.Text("newOrderRespType") == "RESULT" ? order : order with { CumQty = 0, CumQuote = 0, State = SimOrderState.New };
        return FuturesWire.Order(shown, isQuery: false);
    }

    JsonNode Test(Params sent)
    {
        Ticket(sent);
        return new JsonObject();
    }

    SimOrder Do(SimTicket ticket)
    {
        var result = Exchange.Place(ticket);
        return result.IsDone ? result.Order! : throw FuturesErrors.From(result.Refusal);
    }

    SimTicket Ticket(Params sent)
    {
        var instrument = Instrument(sent);
        var type = sent.Needed("type");
        if (type is "STOP" or "STOP_MARKET" or "TAKE_PROFIT" or "TAKE_PROFIT_MARKET" or "TRAILING_STOP_MARKET")
        {
            throw FuturesErrors.UseAlgo();
        }

        var isLimit = type switch { "LIMIT" => true, "MARKET" => false, _ => throw CommonErrors.BadType() };
        var (tif, until) = (isLimit ? sent.Needed("timeInForce") : "GTC", sent.Long("goodTillDate") ?? 0);
        var ticket = new SimTicket(
            Account, sent.ClientId("newClientOrderId") ?? NewId(), instrument.Symbol, SideOf(sent), isLimit ? SimOrderKind.Limit : SimOrderKind.Market, sent.NeededDecimal("quantity"))
        {
            Price = isLimit ? sent.NeededDecimal("price") : null,
            Tif = TifOf(tif),
            ExpireAt = tif == "GTD" ? Until(until) : null,
            ReduceOnly = sent.Flag("reduceOnly"),
            RefuseUnfillable = true,
            Note = new FuturesNote(type, tif) { GoodTillDate = tif == "GTD" ? until : 0 },
        };
        FuturesFilters.Check(instrument, ticket, Exchange.Mid(instrument.Symbol));
        return ticket;
    }

    static SimSide SideOf(Params sent)
    {
        if (sent.Text("positionSide") is not (null or "BOTH"))
        {
            throw FuturesErrors.PositionSide();
        }

        return sent.Needed("side") switch { "BUY" => SimSide.Buy, "SELL" => SimSide.Sell, _ => throw CommonErrors.BadSide() };
    }

    static SimTif TifOf(string tif) => tif switch
    {
        "GTC" or "GTE_GTC" => SimTif.Gtc,
        "IOC" => SimTif.Ioc,
        "FOK" => SimTif.Fok,
        "GTX" => SimTif.Gtx,
        "GTD" => SimTif.Gtd,
        _ => throw CommonErrors.BadTif(),
    };

    // Whole seconds count, and it must lie ten minutes ahead.
    DateTimeOffset Until(long until) => until > NowMs + 600_000
        ? DateTimeOffset.FromUnixTimeMilliseconds(until / 1000 * 1000)
        : throw CommonErrors.BadData("goodTillDate");

    SimOrder Named(Params sent, bool onlyOpen, Func<BinanceRefusal> otherwise)
    {
        var symbol = Instrument(sent).Symbol;
        if (!sent.Has("orderId") && !sent.Has("origClientOrderId"))
        {
            throw CommonErrors.OneOf("orderId", "origClientOrderId");
        }

        return Find(sent.Long("orderId"), sent.Text("origClientOrderId"), onlyOpen) is { } order && order.Symbol == symbol ? order : throw otherwise();
    }

    JsonNode Cancel(Params sent)
    {
        var result = Exchange.Cancel(Account, Named(sent, onlyOpen: true, FuturesErrors.CancelRejected).Id);
        return result.IsDone ? FuturesWire.Order(result.Order!, isQuery: false) : throw FuturesErrors.CancelRejected();
    }

    JsonNode CancelAll(Params sent)
    {
        CancelAll(Instrument(sent).Symbol);
        return new JsonObject { ["code"] = 200, ["msg"] = "The operation of cancel all open order is done." };
    }

    void CancelAll(string symbol)
    {
        foreach (var order in Exchange.OpenOrders(Account).Where(order => order.Symbol == symbol && IsOrder(order)))
        {
            Exchange.Cancel(Account, order.Id);
        }
    }

    // The dead man's switch: unless it is wound up again in time, all orders of the symbol are cancelled.
    JsonNode Countdown(Params sent)
    {
        var (symbol, ms) = (Instrument(sent).Symbol, sent.NeededLong("countdownTime"));
        if (ms == 0)
        {
            countdowns.TryRemove(symbol, out _);
        }
        else
        {
            countdowns[symbol] = NowMs + ms;
        }

        return new JsonObject { ["symbol"] = symbol, ["countdownTime"] = FuturesWire.Number(ms) };
    }

    // Limit orders only, both figures needed, the turn is lost. What cannot stand any more is cancelled; a broken filter leaves all as it was.
    JsonNode Modify(Params sent)
    {
        var order = Named(sent, onlyOpen: true, FuturesErrors.NoSuchOrder);
        var (qty, price) = (sent.NeededDecimal("quantity"), sent.NeededDecimal("price"));
        if (FuturesWire.Note(order).BookType != "LIMIT")
        {
            throw FuturesErrors.LimitOnly();
        }

        if (qty == order.Qty && price == order.Price)
        {
            throw FuturesErrors.NothingToChange();
        }

        FuturesFilters.Check(Exchange.Instruments.First(each => each.Symbol == order.Symbol), order.Ticket with { Qty = qty, Price = price, StopPrice = null }, Exchange.Mid(order.Symbol));
        if (changes.AddOrUpdate(order.Id, 1, (_, times) => times + 1) > MaxChanges)
        {
            throw FuturesErrors.TooManyChanges();
        }

        var result = Exchange.Amend(new SimAmendment(Account, order.Id) { Qty = qty, Price = price, LosesPriority = true });
        if (result.Refusal is SimRefusal.QtyBelowFilled or SimRefusal.WouldTake)
        {
            result = Exchange.Cancel(Account, order.Id);
        }

        return result.IsDone ? FuturesWire.Order(result.Order!, isQuery: false)
            : throw (result.Refusal == SimRefusal.Ended ? FuturesErrors.NoSuchOrder() : FuturesErrors.From(result.Refusal));
    }

    JsonNode QueryOrder(Params sent) => FuturesWire.Order(Named(sent, onlyOpen: false, FuturesErrors.NoSuchOrder), isQuery: true);

    JsonNode QueryOpenOrder(Params sent) => FuturesWire.Order(Named(sent, onlyOpen: true, FuturesErrors.NoSuchOrder), isQuery: true);

    JsonNode OpenOrders(Params sent)
    {
        var symbol = sent.Has("symbol") ? Instrument(sent).Symbol : null;
        return Array(Exchange.OpenOrders(Account).Where(order => IsOrder(order) && (symbol is null || order.Symbol == symbol)).Select(order => FuturesWire.Order(order, isQuery: true)));
    }

    JsonNode AllOrders(Params sent)
    {
        var symbol = Instrument(sent).Symbol;
        var all = Exchange.Orders(Account).Where(order => order.Symbol == symbol && IsOrder(order));
        return Array(Window(all, sent, order => Ms(order.Created), order => order.Id, "orderId", 1_000, Week).Select(order => FuturesWire.Order(order, isQuery: true)));
    }

    JsonNode UserTrades(Params sent)
    {
        var (symbol, orderId) = (Instrument(sent).Symbol, sent.Long("orderId"));
        var all = Exchange.Fills(Account).Where(fill => fill.Symbol == symbol && (orderId is null || fill.OrderId == orderId));
        return Array(Window(all, sent, fill => Ms(fill.Time), fill => fill.TradeId, "fromId", 1_000, Week).Select(FuturesWire.Trade));
    }
}
