using System.Globalization;

namespace Workbench.Simulators.Oanda;

/// <summary>Trades and positions: closing them, and the orders that hang on a trade.</summary>
public sealed partial class OandaAccount
{
    /// <summary>PUT trades/{spec}/close: a market order that closes a trade, or some of it.</summary>
    internal OandaAnswer CloseTrade(string specifier, JsonFields body, string requestID) => Change(requestID, () =>
    {
        var units = body.Text("units") ?? "ALL";
        var trade = books.FindTrade(specifier) is { IsOpen: true } found ? found : null;
        var closed = trade is null ? 0 : Part(units, Math.Abs(trade.CurrentUnits));
        var draft = new OrderDraft(OandaOrderType.Market, new OrderTerms
        {
            Instrument = trade?.Instrument, Units = trade is null ? null : -Math.Sign(trade.CurrentUnits) * closed,
            TimeInForce = OandaTimeInForce.Fok, PositionFill = PositionFill.ReduceOnly,
            TradeClose = new Closeout { TradeID = trade?.ID, ClientTradeID = trade?.ClientExtensions?.ID, Units = units },
        });
        var why = trade is null ? Rejection.NoSuchTrade
            : closed > Math.Abs(trade.CurrentUnits) ? Rejection.Of("CLOSE_TRADE_UNITS_EXCEED_TRADE_SIZE")
            : rules.WhyNot(draft);
        if (why is not null)
        {
            return Refused(file.Refuse(draft, "TRADE_CLOSE", why), why);
        }

        var (entry, order) = file.Place(draft, "TRADE_CLOSE");
        var (fill, cancel) = WorkOrCancel(order);
        return Related(200, ("orderCreateTransaction", entry), ("orderFillTransaction", fill), ("orderCancelTransaction", cancel));
    });

    /// <summary>PUT positions/{instrument}/close. A side that is not spoken of stays.</summary>
    internal OandaAnswer ClosePosition(string instrument, JsonFields body, string requestID) => Change(requestID, () =>
    {
        var wanted = new[] { (IsLong: true, Units: body.Text("longUnits") ?? "NONE"), (IsLong: false, Units: body.Text("shortUnits") ?? "NONE") };
        if (prices.Instrument(instrument) is null)
        {
            throw BadRequestException.Invalid("instrument");
        }

        if (wanted.All(side => side.Units == "NONE"))
        {
            throw new BadRequestException("The Position closeout request was incompletely specified");
        }

        var (status, why) = (200, (Rejection?)null);
        var parts = new List<(string, object?)>();
        foreach (var (isLong, units) in wanted.Where(side => side.Units != "NONE"))
        {
            why = CloseSide(instrument, isLong, units, parts) ?? why;
            status = why?.Status ?? status;
        }

        return Related(status, [.. parts, ("errorCode", why?.Reason), ("errorMessage", why?.Message)]);
    });

    /// <summary>PUT trades/{spec}/orders: takes, stops and trails of a trade. What is null is cancelled, what is not spoken of stays.</summary>
    internal OandaAnswer SetOrders(string specifier, JsonFields body, string requestID) => Change(requestID, () =>
    {
        if (books.FindTrade(specifier) is not { IsOpen: true } trade)
        {
            return OandaAnswer.Error(404, "The Trade specified does not exist", "NO_SUCH_TRADE");
        }

        var wanted = new[] { OandaOrderType.TakeProfit, OandaOrderType.StopLoss, OandaOrderType.TrailingStopLoss }
            .Where(type => body.IsThere(Field(type)))
            .Select(type => (Type: type, Old: books.PendingOf(trade.ID, type), New: OrderDraft.ReadOnFill(body.Object(Field(type)))))
            .Select(each => (each.Type, each.Old, New: each.New is null ? null : OrderDraft.At(trade, each.Type, each.New)))
            .ToList();
        var refused = wanted.Select(each => (each.Type, each.New, Why: each.New is null ? null : rules.WhyNot(each.New, each.Old)))
            .FirstOrDefault(each => each.Why is not null);
        if (refused.Why is { } why)
        {
            return Refused(file.Refuse(refused.New!, "CLIENT_ORDER", why), why, Field(refused.Type) + "OrderRejectTransaction");
        }

        var parts = new List<(string, object?)>();
        foreach (var (type, old, replacement) in wanted)
        {
            SetOrder(Field(type) + "Order", old, replacement, parts);
        }

        return Related(200, [.. parts]);
    });

    /// <summary>PUT trades/{spec}/clientExtensions.</summary>
    internal OandaAnswer RenameTrade(string specifier, JsonFields body, string requestID) => Change(requestID, () =>
    {
        var trade = books.FindTrade(specifier);
        var wanted = OrderDraft.Extensions(body.Object("clientExtensions"));
        var why = trade is null ? Rejection.NoSuchTrade
            : wanted is null ? Rejection.Of("CLIENT_EXTENSIONS_DATA_MISSING")
            : wanted.ID is { } id && books.Open.Any(other => other.ID != trade.ID && other.ClientExtensions?.ID == id)
                ? Rejection.Of("CLIENT_TRADE_ID_ALREADY_EXISTS") : null;
        var entry = log.Add(new ExtensionsTransaction
        {
            TradeID = trade?.ID ?? (long.TryParse(specifier, out var number) ? number : null),
            ClientTradeID = trade?.ClientExtensions?.ID ?? (specifier.StartsWith('@') ? specifier[1..] : null),
            TradeClientExtensionsModify = wanted, RejectReason = why?.Reason,
        });
        if (why is not null)
        {
            return Refused(entry, why, "tradeClientExtensionsModifyRejectTransaction");
        }

        books.Put(trade! with { ClientExtensions = wanted });
        return Related(200, ("tradeClientExtensionsModifyTransaction", entry));
    });

    void SetOrder(string name, OandaOrder? old, OrderDraft? wanted, List<(string, object?)> parts)
    {
        if (wanted is null)
        {
            parts.Add((name + "CancelTransaction", old is null ? null : file.Cancel(old, "CLIENT_REQUEST")));
            return;
        }

        var (entry, cancelling, order) = old is null ? Fresh(wanted) : PutInPlace(old, wanted);
        var (fill, cancel) = Work(order);
        parts.AddRange([
            (name + "CancelTransaction", cancelling), (name + "Transaction", entry), (name + "FillTransaction", fill),
            (name + "CreatedCancelTransaction", cancel),
        ]);
    }

    (OrderTransaction Entry, CancelTransaction? Cancelling, OandaOrder Order) Fresh(OrderDraft wanted)
    {
        var (entry, order) = file.Place(wanted, "CLIENT_ORDER");
        return (entry, null, order);
    }

    Rejection? CloseSide(string instrument, bool isLong, string units, List<(string, object?)> parts)
    {
        var held = books.OpenOf(instrument).Where(trade => trade.IsLong == isLong).Sum(trade => Math.Abs(trade.CurrentUnits));
        var closed = Part(units, held);
        var closeout = new Closeout { Instrument = instrument, Units = units };
        var draft = new OrderDraft(OandaOrderType.Market, new OrderTerms
        {
            Instrument = instrument, Units = isLong ? -closed : closed, TimeInForce = OandaTimeInForce.Fok, PositionFill = PositionFill.ReduceOnly,
            LongPositionCloseout = isLong ? closeout : null, ShortPositionCloseout = isLong ? null : closeout,
        });
        var name = isLong ? "long" : "short";
        var why = held == 0 ? Rejection.NoSuchPosition
            : closed > held ? Rejection.Of("CLOSEOUT_POSITION_UNITS_EXCEED_POSITION_SIZE")
            : rules.WhyNot(draft);
        if (why is not null)
        {
            parts.Add((name + "OrderRejectTransaction", file.Refuse(draft, "POSITION_CLOSEOUT", why)));
            return why;
        }

        var (entry, order) = file.Place(draft, "POSITION_CLOSEOUT");
        var (fill, cancel) = WorkOrCancel(order);
        parts.AddRange([(name + "OrderCreateTransaction", entry), (name + "OrderFillTransaction", fill), (name + "OrderCancelTransaction", cancel)]);
        return null;
    }

    static decimal Part(string units, decimal held) => units == "ALL" ? held
        : decimal.TryParse(units, NumberStyles.Float, CultureInfo.InvariantCulture, out var some) ? Math.Abs(some)
        : throw BadRequestException.Invalid("units");

    static string Field(OandaOrderType type) => char.ToLowerInvariant(type.ToString()[0]) + type.ToString()[1..];
}
