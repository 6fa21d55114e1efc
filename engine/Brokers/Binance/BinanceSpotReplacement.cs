using System.Text.Json;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>
/// How spot amends an order: a smaller quantity at the same price keeps its place in the queue, everything else is cancel and
/// new, of which either half may fail.
/// </summary>
sealed record BinanceSpotReplacement
{
    /// <summary>Why it cannot be; null where it can.</summary>
    public string? Refusal { get; private init; }

    public RejectReason Reason { get; private init; }

    /// <summary>Whether it is amended in place.</summary>
    public bool KeepsPriority { get; private init; }

    public BinanceQuery Query { get; private init; } = new();

    public required OrderRequest Wanted { get; init; }

    /// <summary>Filled of the orders before the one that lives now.</summary>
    decimal FilledBefore { get; init; }

    /// <summary>Decides how, from what the venue just said of the order.</summary>
    public static BinanceSpotReplacement Plan(IReadOnlyList<BinanceSpotOrderWire> links, OrderRequest wanted)
    {
        if (links.Count == 0 || BinanceMap.IsDone(BinanceMap.Status(links[^1].Status, links[^1].Type, links[^1].TimeInForce, 0m)))
        {
            return No(wanted, RejectReason.OrderIsDone, "the order is done, or was never known");
        }

        var present = links[^1];
        var before = links.SkipLast(1).Sum(link => link.ExecutedQty);
        var rest = wanted.OrderQty - before - present.ExecutedQty;
        var (_, revision) = BinanceAlias.Read(present.ClientOrderId);
        if (rest <= 0m)
        {
            return No(wanted, RejectReason.BadQuantity, "as much or more of it is filled already");
        }

        var plan = new BinanceSpotReplacement { Wanted = wanted, FilledBefore = before };
        return IsSmallerOnly(present, wanted, before) ? plan.InPlace(present, wanted.OrderQty - before)
            : revision >= BinanceAlias.Most ? No(wanted, RejectReason.VenueRule, $"an order is replaced at most {BinanceAlias.Most} times")
            : plan.Anew(present, rest, revision + 1);
    }

    /// <summary>What a success says.</summary>
    public BinanceSaid Told(BinanceAnswer answer)
    {
        if (KeepsPriority)
        {
            return BinanceSaid.Answered(InPlaceReports(answer.Read<BinanceSpotAmendWire>()));
        }

        var halves = answer.Read<BinanceReplaceWire>();
        var old = BinanceWire.Read<BinanceSpotOrderWire>(halves.CancelResponse);
        var made = BinanceWire.Read<BinanceSpotOrderWire>(halves.NewOrderResponse);
        // What was filled between our question and the cancellation comes on top: the venue's own sum is told, not what was wished.
        var terms = new OrderTerms(FilledBefore + old.ExecutedQty + made.OrigQty, Wanted.Price, Wanted.StopPx);
        return BinanceSaid.Answered(BinanceSpotMap.Placed(made, ExecType.Replaced, terms));
    }

    /// <summary>What a refusal says. Where the old half is gone and the new one failed, the order is gone with it.</summary>
    public BinanceSaid Refused(BinanceAnswer answer, long now)
    {
        if (answer.Code is not (BinanceSpotRefusals.HalfReplaced or BinanceSpotRefusals.NotReplaced))
        {
            return BinanceSaid.Refused(Wanted, ExecType.ReplaceRejected, now, BinanceSpotRefusals.Reason(answer.Code, answer.Text), answer.Text);
        }

        var halves = answer.Read<BinanceErrorWire>().Data ?? throw new JsonException("neither half is told of");
        var isCancelled = halves.CancelResult == "SUCCESS";
        var failed = BinanceWire.Read<BinanceErrorWire>(isCancelled ? halves.NewOrderResponse : halves.CancelResponse);
        if (BinanceAnswer.LeavesOpen(failed.Code))
        {
            return BinanceSaid.Unknown($"half of the replacement is open: {failed.Msg}");
        }

        var rejected = BinanceSaid.Refused(Wanted, ExecType.ReplaceRejected, now, BinanceSpotRefusals.Reason(failed.Code, failed.Msg ?? ""), failed.Msg ?? "");
        return isCancelled
            ? BinanceSaid.Answered([.. rejected.Reports, BinanceSpotMap.Cancelled(BinanceWire.Read<BinanceSpotOrderWire>(halves.CancelResponse)) with { Text = failed.Msg ?? "" }])
            : rejected;
    }

    static BinanceSpotReplacement No(OrderRequest wanted, RejectReason reason, string why) => new() { Wanted = wanted, Reason = reason, Refusal = why };

    static bool IsSmallerOnly(BinanceSpotOrderWire present, OrderRequest wanted, decimal before) =>
        wanted.Type == OrderType.Limit && wanted.Price == present.Price && wanted.OrderQty - before < present.OrigQty;

    BinanceSpotReplacement InPlace(BinanceSpotOrderWire present, decimal qty) => this with
    {
        KeepsPriority = true,
        // The id it has is sent again: without one, the venue would give it one of its own.
        Query = new BinanceQuery().With("symbol", present.Symbol).With("orderId", present.OrderId).With("newQty", qty).With("newClientOrderId", present.ClientOrderId),
    };

    BinanceSpotReplacement Anew(BinanceSpotOrderWire present, decimal rest, int revision)
    {
        var query = BinanceSpotMap.Place(Wanted, rest)
            .With("cancelReplaceMode", "STOP_ON_FAILURE").With("cancelOrderId", present.OrderId)
            .With("newClientOrderId", BinanceAlias.Of(Wanted.ClOrdId, revision)).With("cancelNewClientOrderId", BinanceAlias.Cancel(Wanted.ClOrdId, revision));
        // A fill that came since we asked would be bought a second time: where nothing was filled, the venue guards that.
        return this with { Query = present.ExecutedQty == 0m ? query.With("cancelRestrictions", "ONLY_NEW") : query };
    }

    IReadOnlyList<VenueReport> InPlaceReports(BinanceSpotAmendWire amended)
    {
        var order = amended.AmendedOrder with { TransactTime = amended.TransactTime, Fills = [] };
        return BinanceSpotMap.Placed(order, ExecType.Replaced, new OrderTerms(FilledBefore + order.OrigQty, order.Price, order.StopPrice));
    }
}
