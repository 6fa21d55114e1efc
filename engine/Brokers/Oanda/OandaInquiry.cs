using System.Text.Json;
using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>
/// Where one order stands, put together from the venue's orders and its ledger: an amended order is several orders there, each
/// with an id of its own, and fills are told by the ledger alone.
/// </summary>
sealed class OandaInquiry(OandaRest rest, OandaSymbols symbols, OandaOptions options, TimeProvider time)
{
    /// <summary>Entries that the venue gives at once.</summary>
    const int Page = 1_000;

    /// <summary>An order that was amended more often is not followed further.</summary>
    const int MostAmendments = 1_000;

    /// <summary>The order with its fills; null where the venue has none such, by two reads with a pause and by its ledger.</summary>
    public async Task<VenueOrder?> Ask(OrderKey key, string currency, CancellationToken cancel)
    {
        var found = await Find(key, cancel).ConfigureAwait(false);
        if (found is null)
        {
            // One just made can be missing for half a second.
            await Task.Delay(options.LookAgain, time, cancel).ConfigureAwait(false);
            found = await Find(key, cancel).ConfigureAwait(false);
        }

        return found is not null ? await Whole(await Newest(found, cancel).ConfigureAwait(false), currency, cancel).ConfigureAwait(false)
            : key.ClOrdId.Length > 0 ? await InLedger(key.ClOrdId, currency, cancel).ConfigureAwait(false)
            : null;
    }

    async Task<OandaOrder?> Find(OrderKey key, CancellationToken cancel)
    {
        var byOurs = key.ClOrdId.Length == 0 ? null : await rest.Order("@" + key.ClOrdId, cancel).ConfigureAwait(false);
        return byOurs ?? (key.VenueOrderId.Length == 0 ? null : await rest.Order(key.VenueOrderId, cancel).ConfigureAwait(false));
    }

    /// <summary>Looks through the ledger, newest first: whether the venue still finds an order that is done by our id is written nowhere.</summary>
    async Task<VenueOrder?> InLedger(string clOrdId, string currency, CancellationToken cancel)
    {
        var end = OandaLedger.NumberOf((await rest.Summary(cancel).ConfigureAwait(false)).Value.LastTransactionId);
        OandaTransaction? refusal = null;
        for (var to = end; to > 0 && to > end - options.LookBack; to -= Page)
        {
            var stretch = await Stretch(Math.Max(1, to - Page + 1), to, cancel).ConfigureAwait(false);
            if (stretch.Select(each => IdOf(each, clOrdId)).LastOrDefault(id => id is not null) is { } id)
            {
                return await Whole(await Newest(await Known(id, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false), currency, cancel).ConfigureAwait(false);
            }

            refusal ??= stretch.LastOrDefault(each => IsRefusalOf(each, clOrdId));
        }

        return refusal is null ? null : Refused(refusal);
    }

    VenueOrder Refused(OandaTransaction refusal)
    {
        var order = new OandaOrder
        {
            Type = refusal.Type.Replace("_ORDER_REJECT", "", StringComparison.Ordinal),
            CreateTime = refusal.Time,
            ClientExtensions = refusal.ClientExtensions,
            Instrument = refusal.Instrument,
            Units = refusal.Units,
            Price = refusal.Price,
        };
        return OandaMap.Order(order, OrdStatus.Rejected, symbols, 0m) with { RejectReason = OandaReasons.Of(refusal.RejectReason), Text = refusal.RejectReason ?? "" };
    }

    async Task<OandaOrder> Newest(OandaOrder order, CancellationToken cancel)
    {
        for (var amended = 0; order.ReplacedByOrderId is { } next && amended < MostAmendments; amended++)
        {
            order = await Known(next, cancel).ConfigureAwait(false);
        }

        return order;
    }

    async Task<VenueOrder> Whole(OandaOrder order, string currency, CancellationToken cancel)
    {
        var fills = new List<VenueFill>(await Fills(order, currency, cancel).ConfigureAwait(false));
        var own = fills.Sum(fill => fill.Qty);
        var earlier = order;
        for (var amended = 0; earlier.ReplacesOrderId is { } before && amended < MostAmendments; amended++)
        {
            earlier = await Known(before, cancel).ConfigureAwait(false);
            fills.InsertRange(0, await Fills(earlier, currency, cancel).ConfigureAwait(false));
        }

        var filled = fills.Sum(fill => fill.Qty);
        var ended = order is { State: "CANCELLED", CancellingTransactionId: { } by } ? await rest.Transaction(by, cancel).ConfigureAwait(false) : null;
        var whole = OandaMap.Order(order, Status(order, ended, own, filled), symbols, filled - own);
        return whole with { CumQty = filled, Fills = fills, Text = ended?.Reason ?? "", RejectReason = OandaReasons.OfEnd(ended?.Reason) };
    }

    static OrdStatus Status(OandaOrder order, OandaTransaction? ended, decimal own, decimal filled) => order.State switch
    {
        "FILLED" => own < Math.Abs(order.Units ?? 0m) ? OrdStatus.Canceled : OrdStatus.Filled,
        "CANCELLED" when ended is not null => OandaReports.End(ended, atOnce: ended.BatchId == order.Id && order.ReplacesOrderId is null) switch
        {
            ExecType.Expired => OrdStatus.Expired,
            ExecType.Rejected => OrdStatus.Rejected,
            _ => OrdStatus.Canceled,
        },
        "CANCELLED" => OrdStatus.Canceled,
        _ => filled > 0m ? OrdStatus.PartiallyFilled : OrdStatus.New,
    };

    /// <summary>The fills of one of the venue's orders. It names the last one; there may be others between.</summary>
    async Task<IReadOnlyList<VenueFill>> Fills(OandaOrder order, string currency, CancellationToken cancel)
    {
        if (order.FillingTransactionId is null)
        {
            return order.State == "FILLED" ? throw OandaErrors.NotUnderstood("GET order", $"order {order.Id} is filled and names no fill") : [];
        }

        var (from, to) = (OandaLedger.NumberOf(order.Id), OandaLedger.NumberOf(order.FillingTransactionId));
        var fills = new List<VenueFill>();
        for (var at = from; at <= to; at += Page)
        {
            var stretch = await Stretch(at, Math.Min(to, at + Page - 1), cancel).ConfigureAwait(false);
            fills.AddRange(stretch.Where(each => each.Type == "ORDER_FILL" && each.OrderId == order.Id).SelectMany(each => OandaReports.Parts(each, currency)));
        }

        return fills.Count > 0 ? fills : throw OandaErrors.NotUnderstood("GET transactions/idrange", $"the ledger lacks the fill {to}");
    }

    async Task<List<OandaTransaction>> Stretch(long from, long to, CancellationToken cancel)
    {
        var answer = await rest.Between(from, to, cancel).ConfigureAwait(false);
        try
        {
            return [.. answer.Transactions.Select(entry => entry.Deserialize(OandaWire.Default.OandaTransaction) ?? throw new JsonException("an entry is empty"))];
        }
        catch (JsonException unreadable)
        {
            // What cannot be read may be what is looked for: then nothing is known.
            throw OandaErrors.NotUnderstood("GET transactions/idrange", rest.Plain(unreadable.Message), unreadable);
        }
    }

    async Task<OandaOrder> Known(string id, CancellationToken cancel) =>
        await rest.Order(id, cancel).ConfigureAwait(false) ?? throw OandaErrors.NotUnderstood("GET order", $"order {id} is named elsewhere and not there");

    static string? IdOf(OandaTransaction each, string clOrdId) =>
        each.ClientOrderId == clOrdId ? each.OrderId
        : each.ClientExtensions?.Id == clOrdId && each.Type.EndsWith("_ORDER", StringComparison.Ordinal) ? each.Id
        : null;

    static bool IsRefusalOf(OandaTransaction each, string clOrdId) =>
        each.ClientExtensions?.Id == clOrdId && each.Type.EndsWith("_ORDER_REJECT", StringComparison.Ordinal) && each.RejectReason != OandaReasons.Duplicate;
}
