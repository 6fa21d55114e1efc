using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

// Conditional orders, which since 2025-12-09 have a service of their own.
sealed partial class FuturesDesk
{
    IEnumerable<Endpoint> AlgoCalls =>
    [
        Call("POST", "v1/algoOrder", Security.Signed, 0, PlaceAlgo, Deed.Submit),
        Call("DELETE", "v1/algoOrder", Security.Signed, 1, CancelAlgo, Deed.Cancel),
        Call("DELETE", "v1/algoOpenOrders", Security.Signed, 1, CancelAlgos, Deed.Cancel),
        Call("GET", "v1/algoOrder", Security.Signed, 1, QueryAlgo),
        Call("GET", "v1/openAlgoOrders", Security.Signed, 1, OpenAlgos) with { Weight = sent => sent.Has("symbol") ? 1 : 40 },
        Call("GET", "v1/allAlgoOrders", Security.Signed, 5, AllAlgos),
    ];

    JsonNode PlaceAlgo(Params sent)
    {
        if (sent.Needed("algoType") != "CONDITIONAL")
        {
            throw CommonErrors.BadData("algoType");
        }

        if (Waiting(null).Count() >= Options.MaxOpenAlgoOrders)
        {
            throw FuturesErrors.TooManyStops();
        }

        var order = Do(AlgoTicket(sent));
        return FuturesWire.Algo(algos[order.Id], order, isQuery: false);
    }

    SimTicket AlgoTicket(Params sent)
    {
        var instrument = Instrument(sent);
        var (type, side, closes) = (sent.Needed("type"), SideOf(sent), sent.Flag("closePosition"));
        var tif = sent.Text("timeInForce") ?? "GTC";
        var trails = type == "TRAILING_STOP_MARKET";
        var ticket = new SimTicket(Account, sent.ClientId("clientAlgoId") ?? NewId(), instrument.Symbol, side, AlgoKind(type), AlgoQty(sent, instrument, side, closes))
        {
            Price = type is "STOP" or "TAKE_PROFIT" ? sent.NeededDecimal("price") : null,
            StopPrice = trails ? null : sent.NeededDecimal("triggerPrice"),
            Tif = TifOf(tif),
            ExpireAt = tif == "GTD" ? Until(sent.Long("goodTillDate") ?? 0) : null,
            ReduceOnly = closes || sent.Flag("reduceOnly"),
            TrailRate = trails ? Callback(sent) / 100m : null,
            ActivatePrice = sent.Decimal("activatePrice"),
            Trigger = sent.Text("workingType") == "MARK_PRICE" ? SimTrigger.Mid : SimTrigger.Last,
            Note = new FuturesNote(type, tif)
            {
                IsAlgo = true,
                WorkingType = sent.Text("workingType") ?? "CONTRACT_PRICE",
                PriceProtect = sent.Flag("priceProtect"),
                ClosePosition = closes,
                CallbackRate = sent.Decimal("callbackRate"),
                GoodTillDate = sent.Long("goodTillDate") ?? 0,
            },
        };
        FuturesFilters.Check(instrument, ticket, Exchange.Mid(instrument.Symbol));
        return ticket;
    }

    static SimOrderKind AlgoKind(string type) => type switch
    {
        "STOP_MARKET" => SimOrderKind.Stop,
        "STOP" => SimOrderKind.StopLimit,
        "TAKE_PROFIT_MARKET" => SimOrderKind.TakeProfit,
        "TAKE_PROFIT" => SimOrderKind.TakeProfitLimit,
        "TRAILING_STOP_MARKET" => SimOrderKind.TrailingStop,
        _ => throw CommonErrors.BadType(),
    };

    // One that closes the position takes its size as it is now; the venue takes it as it will be.
    decimal AlgoQty(Params sent, SimInstrument instrument, SimSide side, bool closes)
    {
        if (!closes)
        {
            return sent.NeededDecimal("quantity");
        }

        var held = Exchange.Position(Account, instrument.Symbol).Qty;
        return held != 0 && held > 0 == (side == SimSide.Sell) ? Math.Abs(held) : throw FuturesErrors.ReduceOnly();
    }

    static decimal Callback(Params sent) => sent.NeededDecimal("callbackRate") is var rate and >= 0.1m and <= 10m ? rate : throw CommonErrors.BadData("callbackRate");

    (FuturesAlgo Algo, SimOrder Order) NamedAlgo(Params sent)
    {
        if (!sent.Has("algoId") && !sent.Has("clientAlgoId"))
        {
            throw CommonErrors.OneOf("algoId", "clientAlgoId");
        }

        var (algoId, clientId) = (sent.Long("algoId"), sent.Text("clientAlgoId"));
        return All().LastOrDefault(each => algoId is { } id ? each.Algo.AlgoId == id : each.Order.ClientId == clientId) is { Algo: not null } found
            ? found
            : throw FuturesErrors.NoSuchOrder();
    }

    IEnumerable<(FuturesAlgo Algo, SimOrder Order)> All() => algos.OrderBy(each => each.Key)
        .Select(each => (each.Value, Exchange.Find(each.Key)!)).Where(each => each.Item2 is not null);

    IEnumerable<(FuturesAlgo Algo, SimOrder Order)> Waiting(string? symbol) =>
        All().Where(each => each.Order.IsOpen && !each.Order.IsTriggered && (symbol is null || each.Order.Symbol == symbol));

    JsonNode CancelAlgo(Params sent)
    {
        var (algo, order) = NamedAlgo(sent);
        if (order.IsTriggered || !Exchange.Cancel(Account, order.Id).IsDone)
        {
            throw FuturesErrors.CancelRejected();
        }

        return new JsonObject { ["algoId"] = algo.AlgoId, ["clientAlgoId"] = order.ClientId, ["code"] = "200", ["msg"] = "success" };
    }

    JsonNode CancelAlgos(Params sent)
    {
        foreach (var (_, order) in Waiting(Instrument(sent).Symbol).ToList())
        {
            Exchange.Cancel(Account, order.Id);
        }

        return new JsonObject { ["code"] = 200, ["msg"] = "The operation of cancel all open order is done." };
    }

    JsonNode QueryAlgo(Params sent)
    {
        var (algo, order) = NamedAlgo(sent);
        return FuturesWire.Algo(algo, order, isQuery: true);
    }

    JsonNode OpenAlgos(Params sent) => Array(Waiting(sent.Has("symbol") ? Instrument(sent).Symbol : null).Select(each => FuturesWire.Algo(each.Algo, each.Order, isQuery: true)));

    JsonNode AllAlgos(Params sent)
    {
        var symbol = Instrument(sent).Symbol;
        return Array(Window(All().Where(each => each.Order.Symbol == symbol), sent, each => Ms(each.Order.Created), each => each.Algo.AlgoId, "algoId", 1_000, Week)
            .Select(each => FuturesWire.Algo(each.Algo, each.Order, isQuery: true)));
    }
}
