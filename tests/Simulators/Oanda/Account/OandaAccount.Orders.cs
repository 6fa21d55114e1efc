namespace Workbench.Simulators.Oanda;

/// <summary>Orders: create, replace, cancel, and the client's words on them.</summary>
public sealed partial class OandaAccount
{
    /// <summary>POST orders. 201 says that the order was accepted, not that it works: it may hold its end already.</summary>
    internal OandaAnswer Create(JsonFields body, string requestID) => Change(requestID, () =>
    {
        var draft = OrderDraft.Read(body.Object("order") ?? throw BadRequestException.Missing());
        if (rules.WhyNot(draft) is { } why)
        {
            return Refused(file.Refuse(draft, "CLIENT_ORDER", why), why);
        }

        var (entry, order) = file.Place(draft, "CLIENT_ORDER");
        if (faults.Take(FaultKind.Venue, OandaFaults.ReadAfterWriteLag))
        {
            hiddenUntil[order.ID] = OandaTime.From(now().Instant + options.ReadLag);
        }

        var (fill, cancel) = WorkOrCancel(order);
        return Related(201, ("orderCreateTransaction", entry), ("orderFillTransaction", fill), ("orderCancelTransaction", cancel))
            with { Location = $"/v3/accounts/{options.AccountID}/orders/{order.ID}" };
    });

    /// <summary>PUT orders/{spec}: another order in the place of one, which gets an id of its own.</summary>
    internal OandaAnswer Replace(string specifier, JsonFields body, string requestID) => Change(requestID, () =>
    {
        var draft = OrderDraft.Read(body.Object("order") ?? throw BadRequestException.Missing());
        Race(specifier, FaultKind.AmendFillRace);
        if (books.Find(specifier) is not { State: OandaOrderState.Pending } old)
        {
            return CancelRefused(specifier);
        }

        var why = draft.Type == old.Type ? rules.WhyNot(draft, old) : Rejection.Of("REPLACING_ORDER_INVALID");
        if (why is not null)
        {
            return Refused(file.Refuse(draft, "REPLACEMENT", why, replaces: old.ID), why);
        }

        var (entry, cancelling, order) = PutInPlace(old, draft);
        var (fill, cancel) = WorkOrCancel(order);
        return Related(201, ("orderCancelTransaction", cancelling), ("orderCreateTransaction", entry), ("orderFillTransaction", fill),
            ("replacingOrderCancelTransaction", cancel)) with { Location = $"/v3/accounts/{options.AccountID}/orders/{order.ID}" };
    });

    /// <summary>PUT orders/{spec}/cancel.</summary>
    internal OandaAnswer Cancel(string specifier, string requestID) => Change(requestID, () =>
    {
        Race(specifier, FaultKind.PartialFillThenCancelRace);
        return books.Find(specifier) is { State: OandaOrderState.Pending } order
            ? Related(200, ("orderCancelTransaction", file.Cancel(order, "CLIENT_REQUEST")))
            : CancelRefused(specifier);
    });

    /// <summary>PUT orders/{spec}/clientExtensions.</summary>
    internal OandaAnswer Rename(string specifier, JsonFields body, string requestID) => Change(requestID, () =>
    {
        var (own, trade) = (OrderDraft.Extensions(body.Object("clientExtensions")), OrderDraft.Extensions(body.Object("tradeClientExtensions")));
        var order = books.Find(specifier) is { State: OandaOrderState.Pending } found ? found : null;
        var why = order is null ? Rejection.NoSuchOrder
            : own is null && trade is null ? Rejection.Of("CLIENT_EXTENSIONS_DATA_MISSING")
            : own?.ID is { } id && books.Pending.Any(other => other != order && other.Terms.ClientExtensions?.ID == id)
                ? Rejection.Of("CLIENT_ORDER_ID_ALREADY_EXISTS") : null;
        var entry = log.Add(new ExtensionsTransaction
        {
            OrderID = order?.ID, ClientOrderID = order?.Terms.ClientExtensions?.ID, ClientExtensionsModify = own,
            TradeClientExtensionsModify = trade, RejectReason = why?.Reason,
        });
        if (why is not null)
        {
            return Refused(entry, why, "orderClientExtensionsModifyRejectTransaction");
        }

        var terms = order!.Terms;
        books.Put(order with
        {
            Terms = terms with { ClientExtensions = own ?? terms.ClientExtensions, TradeClientExtensions = trade ?? terms.TradeClientExtensions },
        });
        return Related(200, ("orderClientExtensionsModifyTransaction", entry));
    });

    /// <summary>Cancels an order and makes another, each of which names the other.</summary>
    (OrderTransaction Entry, CancelTransaction Cancelling, OandaOrder Order) PutInPlace(OandaOrder old, OrderDraft draft)
    {
        var cancelling = file.Cancel(old, "CLIENT_REQUEST_REPLACED", replacedBy: log.NextID + 1);
        var (entry, order) = file.Place(draft, "REPLACEMENT", old, cancelling);
        return (entry, cancelling, order);
    }

    (FillTransaction? Fill, CancelTransaction? Cancel) WorkOrCancel(OandaOrder order) =>
        faults.Take(FaultKind.Venue, OandaFaults.CancelInAnswer) ? (null, file.Cancel(order, "INSUFFICIENT_MARGIN")) : Work(order);

    /// <summary>The market was quicker: what was to be cancelled or replaced is filled, all of it. There are no partly filled orders here.</summary>
    void Race(string specifier, FaultKind fault)
    {
        if (books.Find(specifier) is { State: OandaOrderState.Pending } order && faults.Take(fault))
        {
            fills.Force(order);
            log.Begin(null);
        }
    }

    OandaAnswer CancelRefused(string specifier)
    {
        var entry = log.Add(new CancelTransaction
        {
            OrderID = books.Find(specifier)?.ID ?? (long.TryParse(specifier, out var id) ? id : null),
            ClientOrderID = specifier.StartsWith('@') ? specifier[1..] : null,
            RejectReason = Rejection.NoSuchOrder.Reason,
        });
        return Refused(entry, Rejection.NoSuchOrder, "orderCancelRejectTransaction");
    }

    OandaAnswer Refused(Transaction entry, Rejection why, string name = "orderRejectTransaction") => OandaAnswer.Of(why.Status,
        (name, entry), ("relatedTransactionIDs", BatchOf(entry)), ("lastTransactionID", log.LastID),
        ("errorCode", why.Reason), ("errorMessage", why.Message));

    OandaAnswer Related(int status, params (string Name, object? Value)[] transactions)
    {
        var first = transactions.Select(each => each.Value).OfType<Transaction>().FirstOrDefault();
        return OandaAnswer.Of(status, [.. transactions, ("relatedTransactionIDs", BatchOf(first)), ("lastTransactionID", log.LastID)]);
    }

    List<long> BatchOf(Transaction? first) =>
        first is null ? [] : log.Since(first.BatchID - 1).Where(entry => entry.BatchID == first.BatchID).Select(entry => entry.ID).ToList();
}
