using System.Globalization;
using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>The account's ledger as reports and movements of money. Pure: the same transaction gives the same reports with the same ids,
/// whether an answer, the stream, a resume or a query brought it.</summary>
/// <param name="symbols">How the house spells instruments.</param>
/// <param name="currency">The account's currency: commission and financing are in it.</param>
sealed class OandaReports(OandaSymbols symbols, string currency)
{
    /// <summary>What transactions that came together say of orders, in their order.</summary>
    /// <param name="together">The transactions.</param>
    /// <param name="isForNow">Whether an order told before was for now: immediate or cancel.</param>
    public IEnumerable<VenueReport> Of(IReadOnlyList<OandaTransaction> together, Func<string?, bool>? isForNow = null)
    {
        foreach (var each in together)
        {
            // An order that lacked the margin when it came never worked: it is refused, and was not new before.
            // A rest that is issued anew under another id is the same order to us: nothing of it changes.
            IEnumerable<VenueReport> reports = each.Type switch
            {
                "ORDER_FILL" => IsTheRestGone(each, isForNow) ? [.. Fills(each), Rest(each)] : Fills(each),
                "ORDER_CANCEL" => IsReplaced(each) ? [] : [Ended(each, together.Any(create => create.Id == each.OrderId && create.ReplacesOrderId is null))],
                _ when !IsOrder(each) => [],
                _ when IsReplacement(each, together) => [Replaced(each)],
                _ when each.ReplacesOrderId is not null || together.Any(end => end.OrderId == each.Id && IsNeverWorked(end)) => [],
                _ => [Created(each)],
            };
            foreach (var report in reports)
            {
                yield return report;
            }
        }
    }

    /// <summary>A command that was refused, as its answer tells; the stream does not say which command a refusal answers.</summary>
    public static VenueReport Refused(OrderKey key, ExecType what, string? reason, string text, long time) => new(key.ClOrdId, what, time)
    {
        VenueOrderId = key.VenueOrderId,
        Symbol = key.Instrument.Symbol,
        RejectReason = OandaReasons.Of(reason),
        Text = text,
    };

    /// <summary>Money that came or went otherwise than by the price of a fill. A margin call moves none: it is told with an amount of zero.</summary>
    public IEnumerable<(string Id, Money Amount, string Kind)> Moves(OandaTransaction each)
    {
        var amount = each.Type switch
        {
            "DAILY_FINANCING" or "ORDER_FILL" => each.Financing,
            "DIVIDEND_ADJUSTMENT" => each.DividendAdjustment,
            "MARGIN_CALL_ENTER" or "MARGIN_CALL_EXTEND" or "MARGIN_CALL_EXIT" or "DELAYED_TRADE_CLOSURE" => 0m,
            _ => each.Amount,
        };
        if (amount is { } moved && (moved != 0m || each.Type is not ("DAILY_FINANCING" or "ORDER_FILL")))
        {
            yield return each.Type == "ORDER_FILL"
                ? (each.Id + ".financing", new Money(moved, currency), "FINANCING")
                : (each.Id, new Money(moved, currency), each.Type);
        }
    }

    /// <summary>The fills within one fill transaction: trades that were closed, one that was reduced, one that was opened, each at its own price.</summary>
    /// <exception cref="FormatException">The parts are more than the whole, or a price is missing.</exception>
    public static IReadOnlyList<VenueFill> Parts(OandaTransaction fill, string currency)
    {
        var parts = new List<OandaPart>(fill.TradesClosed ?? []);
        parts.AddRange(fill.TradeReduced is { } reduced ? [reduced] : []);
        parts.AddRange(fill.TradeOpened is { } opened ? [opened] : []);
        var rest = Math.Abs(fill.Units ?? throw new FormatException($"The fill {fill.Id} tells no units.")) - parts.Sum(part => Math.Abs(part.Units));
        if (rest < 0m)
        {
            throw new FormatException($"The parts of fill {fill.Id} are more than the whole.");
        }

        if (rest > 0m)
        {
            parts.Add(new OandaPart(rest));
        }

        return [.. parts.Select((part, at) => Part(fill, part, parts.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $".{at + 1}"), at == 0, currency))];
    }

    /// <summary>How an order ended that was cancelled.</summary>
    /// <param name="cancel">The cancellation.</param>
    /// <param name="atOnce">Whether it came together with the order itself.</param>
    public static ExecType End(OandaTransaction cancel, bool atOnce) =>
        cancel.Reason == "TIME_IN_FORCE_EXPIRED" ? ExecType.Expired
        : atOnce && IsNeverWorked(cancel) ? ExecType.Rejected
        : ExecType.Canceled;

    static VenueFill Part(OandaTransaction fill, OandaPart part, string suffix, bool isFirst, string currency) => new(
        fill.Id + suffix, OandaMap.Time(fill.Time), Math.Abs(part.Units),
        part.Price ?? fill.Price ?? throw new FormatException($"The fill {fill.Id} tells no price."))
    {
        // Charged once for the whole, so it goes to the first part; a guaranteed stop's fee is commission by another name.
        Commission = isFirst ? (fill.Commission ?? 0m) + (fill.GuaranteedExecutionFee ?? 0m) : 0m,
        CommissionCurrency = currency,
    };

    IEnumerable<VenueReport> Fills(OandaTransaction fill) => Parts(fill, currency).Select(part => Told(fill, fill.ClientOrderId, ExecType.Trade) with
    {
        VenueOrderId = fill.OrderId ?? "",
        TradeId = part.TradeId,
        LastQty = part.Qty,
        LastPx = part.Px,
        Commission = part.Commission,
        CommissionCurrency = part.CommissionCurrency,
        Text = fill.Reason ?? "",
    });

    VenueReport Rest(OandaTransaction fill) => Told(fill, fill.ClientOrderId, ExecType.Canceled) with
    {
        VenueOrderId = fill.OrderId ?? "",
        CumQty = Math.Abs(fill.Units ?? 0m),
        Text = "the rest could not be filled at once",
    };

    VenueReport Created(OandaTransaction create) => Told(create, create.ClientExtensions?.Id, ExecType.New) with { VenueOrderId = create.Id };

    VenueReport Replaced(OandaTransaction create) => Told(create, create.ClientExtensions?.Id, ExecType.Replaced) with
    {
        VenueOrderId = create.Id,
        Terms = OandaMap.Terms(OandaMap.TypeOf(create.Type), create.Units, create.Price, OandaMap.Carried(create.ClientExtensions)),
    };

    VenueReport Ended(OandaTransaction cancel, bool atOnce) => new(cancel.ClientOrderId ?? "", End(cancel, atOnce), OandaMap.Time(cancel.Time))
    {
        VenueOrderId = cancel.OrderId ?? "",
        RejectReason = OandaReasons.OfEnd(cancel.Reason),
        Text = cancel.Reason ?? "",
    };

    VenueReport Told(OandaTransaction each, string? clOrdId, ExecType what) => new(clOrdId ?? "", what, OandaMap.Time(each.Time))
    {
        Symbol = symbols.Of(each.Instrument),
        Side = each.Units < 0m ? Side.Sell : Side.Buy,
    };

    static bool IsReplaced(OandaTransaction cancel) => cancel.Reason == OandaReasons.Replaced && cancel.ReplacedByOrderId is not null;

    // A rest that is issued anew replaces an order too, but nothing was cancelled for it.
    static bool IsReplacement(OandaTransaction create, IReadOnlyList<OandaTransaction> together) => create is { ReplacesOrderId: not null, Reason: "REPLACEMENT" }
        && (create.CancellingTransactionId is not null || together.Any(each => each.ReplacedByOrderId == create.Id));

    static bool IsNeverWorked(OandaTransaction cancel) => cancel is { Type: "ORDER_CANCEL", Reason: "INSUFFICIENT_MARGIN" };

    // A fill ends an order here. What a market order, or one for now, did not get is gone, and no cancellation tells it. A waiting
    // order's rest may be issued anew: that one is left to a query.
    static bool IsTheRestGone(OandaTransaction fill, Func<string?, bool>? isForNow) =>
        Math.Abs(fill.RequestedUnits ?? 0m) > Math.Abs(fill.Units ?? 0m)
        && (fill.Reason?.StartsWith("MARKET_ORDER", StringComparison.Ordinal) == true || isForNow?.Invoke(fill.OrderId) == true);

    // Orders that are fastened to a trade tell no instrument; their fills do.
    static bool IsOrder(OandaTransaction each) => each.Type.EndsWith("_ORDER", StringComparison.Ordinal) && each.Instrument is not null;
}
