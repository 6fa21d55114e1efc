using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

// Placing, cancelling and changing orders.
sealed partial class SpotDesk
{
    JsonNode Place(Params sent) => Placed(Do(Ticket(sent)), sent);

    JsonNode Test(Params sent)
    {
        Ticket(sent);
        return new JsonObject();
    }

    JsonObject Placed(SimOrder order, Params sent)
    {
        var length = sent.Text("newOrderRespType") ?? (order.Kind is SimOrderKind.Market or SimOrderKind.Limit ? "FULL" : "ACK");
        return SpotWire.Placed(order, Exchange.Fills(Account).Where(fill => fill.OrderId == order.Id), length);
    }

    SimOrder Do(SimTicket ticket)
    {
        var result = Exchange.Place(ticket);
        return result.IsDone ? result.Order! : throw SpotErrors.From(result.Refusal);
    }

    // Reads an order and holds it against the rules, the exchange's own apart.
    SimTicket Ticket(Params sent)
    {
        var instrument = Instrument(sent);
        var side = sent.Needed("side") switch { "BUY" => SimSide.Buy, "SELL" => SimSide.Sell, _ => throw CommonErrors.BadSide() };
        var type = sent.Needed("type");
        CheckFields(type, sent);
        var ticket = new SimTicket(Account, sent.ClientId("newClientOrderId") ?? NewId(), instrument.Symbol, side, Kind(type, sent), sent.Decimal("quantity") ?? 0)
        {
            Price = sent.Decimal("price"),
            StopPrice = sent.Has("trailingDelta") ? null : sent.Decimal("stopPrice"),
            Tif = Tif(type, sent),
            QuoteQty = sent.Decimal("quoteOrderQty"),
            TrailRate = sent.Long("trailingDelta") / 10_000m,
            ActivatePrice = sent.Has("trailingDelta") ? sent.Decimal("stopPrice") : null,
            Note = Note(type, sent),
        };
        SpotFilters.Check(instrument, ticket, Exchange.Depth(instrument.Symbol, 1).Last, OpenIn(instrument.Symbol));
        return ticket;
    }

    static SpotNote Note(string type, Params sent) => new(type, sent.Text("timeInForce") ?? "GTC")
    {
        IcebergQty = sent.Decimal("icebergQty") ?? 0,
        QuoteQty = sent.Decimal("quoteOrderQty") ?? 0,
        StrategyId = sent.Long("strategyId"),
        StrategyType = sent.Long("strategyType") is not < 1_000_000 ? sent.Long("strategyType")
            : throw new BinanceRefusal(400, -1134, "strategyType was less than 1000000."),
        TrailingDelta = sent.Long("trailingDelta"),
    };

    // What each type needs and what it must not have.
    static void CheckFields(string type, Params sent)
    {
        var (needed, barred) = type switch
        {
            "LIMIT" => (new[] { "timeInForce", "quantity", "price" }, new[] { "stopPrice", "trailingDelta", "quoteOrderQty" }),
            "LIMIT_MAKER" => (["quantity", "price"], ["timeInForce", "stopPrice", "trailingDelta", "quoteOrderQty"]),
            "MARKET" => ([], ["timeInForce", "price", "stopPrice", "trailingDelta", "icebergQty"]),
            "STOP_LOSS" or "TAKE_PROFIT" => (["quantity"], ["timeInForce", "price", "quoteOrderQty", "icebergQty"]),
            "STOP_LOSS_LIMIT" or "TAKE_PROFIT_LIMIT" => (["timeInForce", "quantity", "price"], ["quoteOrderQty"]),
            _ => throw CommonErrors.BadType(),
        };
        foreach (var name in needed)
        {
            sent.Needed(name);
        }

        if (System.Array.Find(barred, sent.Has) is { } extra)
        {
            throw CommonErrors.NotRequired(extra);
        }

        if (type == "MARKET" && sent.Has("quantity") == sent.Has("quoteOrderQty"))
        {
            throw sent.Has("quantity") ? CommonErrors.NotRequired("quoteOrderQty") : CommonErrors.OneOf("quantity", "quoteOrderQty");
        }

        if (type.Contains('_', StringComparison.Ordinal) && type != "LIMIT_MAKER" && !sent.Has("stopPrice") && !sent.Has("trailingDelta"))
        {
            throw CommonErrors.OneOf("stopPrice", "trailingDelta");
        }
    }

    static SimOrderKind Kind(string type, Params sent) => (type, sent.Has("trailingDelta")) switch
    {
        ("MARKET", _) => SimOrderKind.Market,
        ("LIMIT" or "LIMIT_MAKER", _) => SimOrderKind.Limit,
        ("STOP_LOSS" or "STOP_LOSS_LIMIT", true) => SimOrderKind.TrailingStop,
        (_, true) => throw SpotErrors.Rejected("Trailing stop orders are not supported for this symbol."),
        ("STOP_LOSS", _) => SimOrderKind.Stop,
        ("STOP_LOSS_LIMIT", _) => SimOrderKind.StopLimit,
        ("TAKE_PROFIT", _) => SimOrderKind.TakeProfit,
        _ => SimOrderKind.TakeProfitLimit,
    };

    static SimTif Tif(string type, Params sent) => type == "LIMIT_MAKER" ? SimTif.Gtx : sent.Text("timeInForce") switch
    {
        null or "GTC" => SimTif.Gtc,
        "IOC" => SimTif.Ioc,
        "FOK" => SimTif.Fok,
        _ => throw CommonErrors.BadTif(),
    };

    List<SimOrder> OpenIn(string symbol) => [.. Exchange.OpenOrders(Account).Where(order => order.Symbol == symbol)];

    JsonNode Cancel(Params sent)
    {
        var instrument = Instrument(sent);
        var id = sent.ClientId("newClientOrderId") ?? NewId();
        return Cancel(sent.Long("orderId"), sent.Text("origClientOrderId"), id, instrument.Symbol, sent.Text("cancelRestrictions"));
    }

    JsonObject Cancel(long? orderId, string? clientId, string cancelId, string symbol, string? restriction)
    {
        if (orderId is null && clientId is null)
        {
            throw CommonErrors.OneOf("orderId", "origClientOrderId");
        }

        var order = Find(orderId, clientId, onlyOpen: true) ?? throw SpotErrors.CancelRejected();
        var fits = restriction switch
        {
            null => true,
            "ONLY_NEW" => order.State == SimOrderState.New,
            "ONLY_PARTIALLY_FILLED" => order.State == SimOrderState.PartiallyFilled,
            _ => throw new BinanceRefusal(400, -1145, "Invalid cancelRestrictions"),
        };
        if (order.Symbol != symbol || !fits)
        {
            throw SpotErrors.CancelRejected(fits ? "Unknown order sent." : "Order was not canceled due to cancel restrictions.");
        }

        cancelIds[order.Id] = cancelId;
        var result = Exchange.Cancel(Account, order.Id);
        return result.IsDone ? SpotWire.Canceled(result.Order!, cancelId) : throw SpotErrors.CancelRejected();
    }

    JsonNode CancelAll(Params sent)
    {
        var open = OpenIn(Instrument(sent).Symbol);
        return open.Count == 0
            ? throw SpotErrors.CancelRejected()
            : Array(open.Select(order => Cancel(order.Id, null, NewId(), order.Symbol, null)));
    }

    // Filters come first: where they fail, neither half is tried. Then the cancel, then the new order.
    JsonNode CancelReplace(Params sent)
    {
        var ticket = Ticket(sent);
        var goesOn = sent.Needed("cancelReplaceMode") == "ALLOW_FAILURE";
        var answer = new JsonObject();
        var cancelled = Half(answer, "cancel", () => Cancel(
            sent.Long("cancelOrderId"), sent.Text("cancelOrigClientOrderId"), sent.ClientId("cancelNewClientOrderId") ?? NewId(), ticket.Symbol, sent.Text("cancelRestrictions")));
        if (!cancelled && !goesOn)
        {
            (answer["newOrderResult"], answer["newOrderResponse"]) = ("NOT_ATTEMPTED", null);
            Limits.CountOrder(1);
            throw SpotErrors.NotReplaced(answer);
        }

        var placed = Half(answer, "newOrder", () => Placed(Do(ticket), sent));
        return (cancelled, placed) switch
        {
            (true, true) => answer,
            (false, false) => throw SpotErrors.NotReplaced(answer),
            _ => throw SpotErrors.HalfReplaced(answer),
        };
    }

    static bool Half(JsonObject answer, string name, Func<JsonObject> act)
    {
        try
        {
            var response = act();
            (answer[name + "Result"], answer[name + "Response"]) = ("SUCCESS", response);
            return true;
        }
        catch (BinanceRefusal refusal)
        {
            (answer[name + "Result"], answer[name + "Response"]) = ("FAILURE", refusal.Body);
            return false;
        }
    }

    // The quantity may only fall, and the client id becomes a random one unless one is sent.
    JsonNode Amend(Params sent)
    {
        var instrument = Instrument(sent);
        var order = Find(sent.Long("orderId"), sent.Text("origClientOrderId"), onlyOpen: true);
        if (order is not { IsOpen: true } || order.Symbol != instrument.Symbol)
        {
            throw SpotErrors.NoSuchOrder();
        }

        var qty = sent.NeededDecimal("newQty");
        if (qty >= order.Qty)
        {
            throw SpotErrors.AmendRejected(qty == order.Qty ? "The requested action would change no state; rejecting." : "Order amend (quantity increase) is not supported.");
        }

        SpotFilters.Check(instrument, order.Ticket with { Qty = qty }, Exchange.Depth(instrument.Symbol, 1).Last, []);
        if (amends.AddOrUpdate(order.Id, 1, (_, times) => times + 1) > SpotFilters.MaxAmends)
        {
            throw SpotErrors.Filter("MAX_NUM_ORDER_AMENDS");
        }

        var result = Exchange.Amend(new SimAmendment(Account, order.Id) { Qty = qty, ClientId = sent.ClientId("newClientOrderId") ?? NewId() });
        return result.Refusal switch
        {
            SimRefusal.None => new JsonObject { ["transactTime"] = NowMs, ["executionId"] = Interlocked.Read(ref executionId), ["amendedOrder"] = SpotWire.Queried(result.Order!) },
            SimRefusal.DuplicateClientId => throw SpotErrors.AmendRejected("Duplicate order sent."),
            SimRefusal.Ended => throw SpotErrors.NoSuchOrder(),
            _ => throw SpotErrors.AmendRejected("The requested new quantity is invalid."),
        };
    }
}
