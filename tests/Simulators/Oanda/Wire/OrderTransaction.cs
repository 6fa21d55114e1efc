using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbench.Simulators.Oanda;

/// <summary>An order was created, or refused: LIMIT_ORDER, LIMIT_ORDER_REJECT and their like.</summary>
public sealed record OrderTransaction : Transaction
{
    [JsonIgnore]
    public required OandaOrderType OrderType { get; init; }

    public override string Type => Spell(OrderType) + (RejectReason is null ? "" : "_REJECT");

    [Flat]
    public required OrderTerms Terms { get; init; }

    /// <summary>CLIENT_ORDER, REPLACEMENT, ON_FILL, TRADE_CLOSE, POSITION_CLOSEOUT, MARGIN_CLOSEOUT.</summary>
    public required string Reason { get; init; }

    /// <summary>The fill that made it, where it was attached to an order.</summary>
    public long? OrderFillTransactionID { get; init; }

    public long? ReplacesOrderID { get; init; }

    /// <summary>What cancelled the order that it replaces.</summary>
    public long? CancellingTransactionID { get; init; }

    public long? IntendedReplacesOrderID { get; init; }

    public string? RejectReason { get; init; }

    /// <summary>MARKET_ORDER and so on.</summary>
    public static string Spell(OandaOrderType type) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(type.ToString()) + "_ORDER";
}
