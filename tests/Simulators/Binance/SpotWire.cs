using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>Orders, trades and events in the words of spot.</summary>
static class SpotWire
{
    public static string Number(decimal value) => value.ToString("F8", CultureInfo.InvariantCulture);

    public static string Status(SimOrder order) => order.State switch
    {
        SimOrderState.PartiallyFilled => "PARTIALLY_FILLED",
        SimOrderState.Expired when order.End == SimEnd.SelfTrade => "EXPIRED_IN_MATCH",
        _ => order.State.ToString().ToUpperInvariant(),
    };

    public static string? ExpiryReason(SimOrder order) => order.End switch
    {
        SimEnd.ImmediateOrCancel => "UNFILLED_IOC_QUANTITY_EXPIRED",
        SimEnd.FillOrKill => "UNFILLED_FOK_ORDER_EXPIRED",
        SimEnd.NoLiquidity => "INSUFFICIENT_LIQUIDITY",
        SimEnd.Funds => "REJECTED",
        SimEnd.Time => "EXCHANGE_CANCELED",
        _ => null,
    };

    /// <summary>The answer to a new order, as long as asked for: ACK, RESULT or FULL.</summary>
    public static JsonObject Placed(SimOrder order, IEnumerable<SimFill> fills, string length)
    {
        var answer = Head(order);
        answer["clientOrderId"] = order.ClientId;
        answer["transactTime"] = Ms(order.Updated);
        if (length == "ACK")
        {
            return answer;
        }

        AddAmounts(answer, order);
        if (order.WorkingSince is { } since)
        {
            answer["workingTime"] = Ms(since);
        }

        AddExtras(answer, order);
        if (length == "FULL")
        {
            answer["fills"] = new JsonArray([.. fills.Select(Part)]);
        }

        return answer;
    }

    public static JsonObject Canceled(SimOrder order, string cancelId)
    {
        var answer = Head(order);
        answer["origClientOrderId"] = order.ClientId;
        answer["clientOrderId"] = cancelId;
        answer["transactTime"] = Ms(order.Updated);
        AddAmounts(answer, order);
        AddExtras(answer, order);
        return answer;
    }

    public static JsonObject Queried(SimOrder order)
    {
        var answer = Head(order);
        answer["clientOrderId"] = order.ClientId;
        AddAmounts(answer, order);
        answer["stopPrice"] = Number(order.StopPrice ?? 0);
        answer["icebergQty"] = Number(Note(order).IcebergQty);
        answer["time"] = Ms(order.Created);
        answer["updateTime"] = Ms(order.Updated);
        answer["isWorking"] = order.IsTriggered;
        answer["workingTime"] = order.WorkingSince is { } since ? Ms(since) : -1;
        AddExtras(answer, order);
        return answer;
    }

    public static JsonObject Trade(SimFill fill) => new()
    {
        ["symbol"] = fill.Symbol,
        ["id"] = fill.TradeId,
        ["orderId"] = fill.OrderId,
        ["orderListId"] = -1,
        ["price"] = Number(fill.Price),
        ["qty"] = Number(fill.Qty),
        ["quoteQty"] = Number(fill.QuoteQty),
        ["commission"] = Number(fill.Fee),
        ["commissionAsset"] = fill.FeeAsset,
        ["time"] = Ms(fill.Time),
        ["isBuyer"] = fill.Side == SimSide.Buy,
        ["isMaker"] = fill.IsMaker,
        ["isBestMatch"] = true,
    };

    /// <summary>The event of an order.</summary>
    /// <param name="order">The order after what happened.</param>
    /// <param name="happened">Execution type.</param>
    /// <param name="ids">Client id to show and, where it differs, the original one.</param>
    /// <param name="fill">The trade, where it was one.</param>
    /// <param name="executionId">Number of the event.</param>
    /// <param name="now">Milliseconds.</param>
    public static JsonObject Report(SimOrder order, string happened, (string Shown, string Original) ids, SimFill? fill, long executionId, long now)
    {
        var note = Note(order);
        var report = new JsonObject
        {
            ["e"] = "executionReport",
            ["E"] = now,
            ["s"] = order.Symbol,
            ["c"] = ids.Shown,
            ["S"] = Side(order.Side),
            ["o"] = note.Type,
            ["f"] = note.Tif,
            ["q"] = Number(order.Qty),
            ["p"] = Number(order.Price ?? 0),
            ["P"] = Number(order.StopPrice ?? 0),
            ["F"] = Number(note.IcebergQty),
            ["g"] = -1,
            ["C"] = ids.Original,
            ["x"] = happened,
            ["X"] = Status(order),
            ["r"] = "NONE",
            ["i"] = order.Id,
            ["l"] = Number(fill?.Qty ?? 0),
            ["z"] = Number(order.CumQty),
            ["L"] = Number(fill?.Price ?? 0),
            ["n"] = fill is null ? "0" : Number(fill.Fee),
            ["N"] = fill?.FeeAsset,
            ["T"] = Ms(order.Updated),
            ["t"] = fill?.TradeId ?? -1,
            ["I"] = executionId,
            ["w"] = order.IsOpen && order.IsTriggered,
            ["m"] = fill?.IsMaker ?? false,
            ["M"] = fill is not null,
            ["O"] = Ms(order.Created),
            ["Z"] = Number(order.CumQuote),
            ["Y"] = Number(fill?.QuoteQty ?? 0),
            ["Q"] = Number(note.QuoteQty),
        };
        AddSometimes(report, order, note);
        return report;
    }

    public static JsonObject Position(IEnumerable<SimBalance> changed, long now) => new()
    {
        ["e"] = "outboundAccountPosition",
        ["E"] = now,
        ["u"] = now,
        ["B"] = new JsonArray([.. changed.Select(each => new JsonObject { ["a"] = each.Asset, ["f"] = Number(each.Free), ["l"] = Number(each.Locked) })]),
    };

    public static JsonObject BalanceUpdate(FundsMoved moved, long now) => new()
    {
        ["e"] = "balanceUpdate",
        ["E"] = now,
        ["a"] = moved.Asset,
        ["d"] = Number(moved.Amount),
        ["T"] = Ms(moved.Time),
    };

    static void AddSometimes(JsonObject report, SimOrder order, SpotNote note)
    {
        if (note.TrailingDelta is { } delta)
        {
            report["d"] = delta;
        }

        if (note.StrategyId is { } strategy)
        {
            report["j"] = strategy;
        }

        if (note.StrategyType is { } type)
        {
            report["J"] = type;
        }

        if (order.WorkingSince is { } since)
        {
            report["W"] = Ms(since);
        }

        report["V"] = note.SelfTradePrevention;
        if (order.State == SimOrderState.Expired && ExpiryReason(order) is { } reason)
        {
            report["eR"] = reason;
        }
    }

    static JsonObject Head(SimOrder order) => new() { ["symbol"] = order.Symbol, ["orderId"] = order.Id, ["orderListId"] = -1 };

    static void AddAmounts(JsonObject answer, SimOrder order)
    {
        answer["price"] = Number(order.Price ?? 0);
        answer["origQty"] = Number(order.Qty);
        answer["executedQty"] = Number(order.CumQty);
        answer["origQuoteOrderQty"] = Number(Note(order).QuoteQty);
        answer["cummulativeQuoteQty"] = Number(order.CumQuote);
        answer["status"] = Status(order);
        answer["timeInForce"] = Note(order).Tif;
        answer["type"] = Note(order).Type;
        answer["side"] = Side(order.Side);
        if (order.StopPrice is { } stop)
        {
            answer["stopPrice"] = Number(stop);
        }
    }

    static void AddExtras(JsonObject answer, SimOrder order)
    {
        answer["selfTradePreventionMode"] = Note(order).SelfTradePrevention;
        if (order.State == SimOrderState.Expired && ExpiryReason(order) is { } reason)
        {
            answer["expiryReason"] = reason;
        }
    }

    static JsonObject Part(SimFill fill) => new()
    {
        ["price"] = Number(fill.Price),
        ["qty"] = Number(fill.Qty),
        ["commission"] = Number(fill.Fee),
        ["commissionAsset"] = fill.FeeAsset,
        ["tradeId"] = fill.TradeId,
    };

    static SpotNote Note(SimOrder order) => (SpotNote)order.Ticket.Note!;

    public static string Side(SimSide side) => side == SimSide.Buy ? "BUY" : "SELL";

    static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
