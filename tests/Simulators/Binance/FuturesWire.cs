using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>Orders, trades and accounts in the words of USD-M futures.</summary>
static class FuturesWire
{
    /// <summary>Without needless zeros, as the events have it.</summary>
    public static string Number(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public static string Status(SimOrder order) => order.State switch
    {
        SimOrderState.PartiallyFilled => "PARTIALLY_FILLED",
        SimOrderState.Expired when order.End == SimEnd.SelfTrade => "EXPIRED_IN_MATCH",
        _ => order.State.ToString().ToUpperInvariant(),
    };

    public static string Side(SimSide side) => side == SimSide.Buy ? "BUY" : "SELL";

    public static FuturesNote Note(SimOrder order) => (FuturesNote)order.Ticket.Note!;

    public static JsonObject Order(SimOrder order, bool isQuery)
    {
        var note = Note(order);
        var answer = new JsonObject
        {
            ["orderId"] = order.Id,
            ["symbol"] = order.Symbol,
            ["status"] = Status(order),
            ["clientOrderId"] = order.ClientId,
            ["price"] = Number(order.Price ?? 0),
            ["avgPrice"] = Number(Math.Round(order.AvgPrice, 8)),
            ["origQty"] = Number(order.Qty),
            ["executedQty"] = Number(order.CumQty),
            ["cumQty"] = Number(order.CumQty),
            ["cumQuote"] = Number(order.CumQuote),
            ["timeInForce"] = note.Tif,
            ["type"] = note.BookType,
            ["reduceOnly"] = order.Ticket.ReduceOnly,
            ["closePosition"] = note.ClosePosition,
            ["side"] = Side(order.Side),
            ["positionSide"] = "BOTH",
            ["stopPrice"] = "0",
            ["workingType"] = note.WorkingType,
            ["priceProtect"] = note.PriceProtect,
            ["origType"] = note.BookType,
            ["priceMatch"] = "NONE",
            ["selfTradePreventionMode"] = "EXPIRE_MAKER",
            ["goodTillDate"] = note.GoodTillDate,
            ["updateTime"] = Ms(order.Updated),
        };
        if (isQuery)
        {
            answer.Remove("cumQty");
            answer["time"] = Ms(order.Created);
        }

        return answer;
    }

    public static JsonObject Algo(FuturesAlgo algo, SimOrder order, bool isQuery)
    {
        var note = Note(order);
        var answer = new JsonObject
        {
            ["algoId"] = algo.AlgoId,
            ["clientAlgoId"] = order.ClientId,
            ["algoType"] = "CONDITIONAL",
            ["orderType"] = note.Type,
            ["symbol"] = order.Symbol,
            ["side"] = Side(order.Side),
            ["positionSide"] = "BOTH",
            ["timeInForce"] = note.Tif,
            ["quantity"] = Number(order.Qty),
            ["algoStatus"] = algo.Status,
            ["triggerPrice"] = Number(order.StopPrice ?? 0),
            ["price"] = Number(order.Price ?? 0),
            ["icebergQuantity"] = null,
            ["selfTradePreventionMode"] = "EXPIRE_MAKER",
            ["workingType"] = note.WorkingType,
            ["priceMatch"] = "NONE",
            ["closePosition"] = note.ClosePosition,
            ["priceProtect"] = note.PriceProtect,
            ["reduceOnly"] = order.Ticket.ReduceOnly,
            ["activatePrice"] = order.Ticket.ActivatePrice is { } activate ? Number(activate) : "",
            ["callbackRate"] = note.CallbackRate is { } rate ? Number(rate) : "",
            ["createTime"] = Ms(order.Created),
            ["updateTime"] = Ms(order.Updated),
            ["triggerTime"] = algo.TriggerTime,
            ["goodTillDate"] = note.GoodTillDate,
        };
        if (isQuery)
        {
            answer["actualOrderId"] = algo.IsTriggered ? Id(order.Id) : "";
            answer["actualPrice"] = Number(Math.Round(order.AvgPrice, 8));
        }

        return answer;
    }

    public static JsonObject Trade(SimFill fill) => new()
    {
        ["buyer"] = fill.Side == SimSide.Buy,
        ["commission"] = Number(fill.Fee),
        ["commissionAsset"] = fill.FeeAsset,
        ["id"] = fill.TradeId,
        ["maker"] = fill.IsMaker,
        ["orderId"] = fill.OrderId,
        ["price"] = Number(fill.Price),
        ["qty"] = Number(fill.Qty),
        ["quoteQty"] = Number(fill.QuoteQty),
        ["realizedPnl"] = Number(fill.RealizedPnl),
        ["side"] = Side(fill.Side),
        ["positionSide"] = "BOTH",
        ["symbol"] = fill.Symbol,
        ["time"] = Ms(fill.Time),
    };

    public static JsonObject Report(SimOrder order, string happened, SimFill? fill, FuturesAlgo? algo, long now)
    {
        var note = Note(order);
        var open = order.IsOpen ? order.LeavesQty * (order.Price ?? 0) : 0;
        var inner = new JsonObject
        {
            ["s"] = order.Symbol,
            ["c"] = order.ClientId,
            ["S"] = Side(order.Side),
            ["o"] = note.BookType,
            ["f"] = note.Tif,
            ["q"] = Number(order.Qty),
            ["p"] = Number(order.Price ?? 0),
            ["ap"] = Number(Math.Round(order.AvgPrice, 8)),
            ["sp"] = "0",
            ["x"] = happened,
            ["X"] = Status(order),
            ["i"] = order.Id,
            ["l"] = Number(fill?.Qty ?? 0),
            ["z"] = Number(order.CumQty),
            ["L"] = Number(fill?.Price ?? 0),
            ["n"] = Number(fill?.Fee ?? 0),
            ["N"] = fill?.FeeAsset ?? "USDT",
            ["T"] = Ms(order.Updated),
            ["t"] = fill?.TradeId ?? 0,
            ["b"] = Number(order.Side == SimSide.Buy ? open : 0),
            ["a"] = Number(order.Side == SimSide.Sell ? open : 0),
            ["m"] = fill?.IsMaker ?? false,
            ["R"] = order.Ticket.ReduceOnly,
            ["wt"] = note.WorkingType,
            ["ot"] = note.BookType,
            ["ps"] = "BOTH",
            ["cp"] = note.ClosePosition,
            ["rp"] = Number(fill?.RealizedPnl ?? 0),
            ["pP"] = note.PriceProtect,
            ["si"] = algo?.AlgoId ?? 0,
            ["ss"] = algo is null ? 0 : -1,
        };
        if (algo is not null)
        {
            inner["st"] = "ALGO_CONDITION";
        }

        inner["V"] = "EXPIRE_MAKER";
        inner["pm"] = "NONE";
        inner["gtd"] = note.GoodTillDate;
        inner["er"] = ExpiryReason(order);
        return Event("ORDER_TRADE_UPDATE", Ms(order.Updated), now, ("o", inner));
    }

    public static JsonObject AlgoReport(FuturesAlgo algo, SimOrder order, string status, long now)
    {
        var note = Note(order);
        var inner = new JsonObject
        {
            ["caid"] = order.ClientId,
            ["aid"] = algo.AlgoId,
            ["at"] = "CONDITIONAL",
            ["o"] = note.Type,
            ["s"] = order.Symbol,
            ["S"] = Side(order.Side),
            ["ps"] = "BOTH",
            ["f"] = note.Tif,
            ["q"] = Number(order.Qty),
            ["X"] = status,
            ["ai"] = status is "TRIGGERED" or "FINISHED" ? Id(order.Id) : "",
        };
        if (status is "TRIGGERED" or "FINISHED")
        {
            (inner["ap"], inner["aq"], inner["act"]) = (Number(Math.Round(order.AvgPrice, 8)), Number(order.CumQty), note.BookType);
        }

        (inner["tp"], inner["p"], inner["V"], inner["wt"]) = (Number(order.StopPrice ?? 0), Number(order.Price ?? 0), "EXPIRE_MAKER", note.WorkingType);
        (inner["pm"], inner["cp"], inner["pP"], inner["R"]) = ("NONE", note.ClosePosition, note.PriceProtect, order.Ticket.ReduceOnly);
        (inner["tt"], inner["gtd"]) = (algo.TriggerTime, note.GoodTillDate);
        if (algo.Reason is { } reason)
        {
            inner["rm"] = reason;
        }

        return Event("ALGO_UPDATE", now, now, ("o", inner));
    }

    public static JsonObject TradeLite(SimOrder order, SimFill fill, long now) => new()
    {
        ["e"] = "TRADE_LITE",
        ["E"] = now,
        ["T"] = Ms(fill.Time),
        ["s"] = order.Symbol,
        ["q"] = Number(order.Qty),
        ["p"] = Number(order.Price ?? 0),
        ["m"] = fill.IsMaker,
        ["c"] = order.ClientId,
        ["S"] = Side(order.Side),
        ["L"] = Number(fill.Price),
        ["l"] = Number(fill.Qty),
        ["t"] = fill.TradeId,
        ["i"] = order.Id,
    };

    /// <summary>What changed of the account, and only that.</summary>
    public static JsonObject AccountUpdate(string why, (string Asset, decimal Total, decimal Change) funds, (SimPosition Held, decimal Unrealized)? position, long now)
    {
        var balance = new JsonObject
        {
            ["a"] = funds.Asset, ["wb"] = Number(funds.Total), ["cw"] = Number(funds.Total), ["bc"] = Number(funds.Change),
        };
        var positions = position is not var (held, unrealized) ? [] : new JsonArray(new JsonObject
        {
            ["s"] = held.Symbol,
            ["pa"] = Number(held.Qty),
            ["ep"] = Number(Math.Round(held.AvgPrice, 8)),
            ["bep"] = Number(Math.Round(held.AvgPrice, 8)),
            ["cr"] = Number(held.RealizedPnl),
            ["up"] = Number(Math.Round(unrealized, 8)),
            ["mt"] = "cross",
            ["iw"] = "0",
            ["ps"] = "BOTH",
        });
        return Event("ACCOUNT_UPDATE", now, now, ("a", new JsonObject { ["m"] = why, ["B"] = new JsonArray(balance), ["P"] = positions }));
    }

    static JsonObject Event(string type, long time, long now, (string Name, JsonObject Value) inner) =>
        new() { ["e"] = type, ["T"] = time, ["E"] = now, [inner.Name] = inner.Value };

    // 8 for fill-or-kill stands in a recorded event and on no page.
    static string ExpiryReason(SimOrder order) => order.End switch
    {
        SimEnd.SelfTrade => "1",
        SimEnd.ImmediateOrCancel or SimEnd.NoLiquidity => "2",
        SimEnd.ReduceOnly => "4",
        SimEnd.FillOrKill => "8",
        _ => "0",
    };

    static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
