using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>Spot's error codes in the house's words. Under -2010 and -2011 comes everything: there the text decides. Futures give the same numbers other meanings.</summary>
static class BinanceSpotRefusals
{
    public const int NoSuchOrder = -2013;
    public const int Archived = -2026;
    public const int HalfReplaced = -2021;
    public const int NotReplaced = -2022;

    /// <summary>Whether the refusal says that an order of that id lives already: ours, sent before. That is no refusal of the order.</summary>
    public static bool IsDuplicate(int code, string text) => code == -2010 && Has(text, "Duplicate order");

    public static RejectReason Reason(int code, string text) => code switch
    {
        -1013 => Filter(text),
        -1111 => RejectReason.BadPrice,
        -1121 => RejectReason.UnknownInstrument,
        NoSuchOrder or Archived => RejectReason.OrderIsDone,
        _ => Text(text),
    };

    static RejectReason Filter(string text) => Has(text, "PRICE") && !Has(text, "MIN_NOTIONAL") ? RejectReason.BadPrice
        : Has(text, "NUM_") || Has(text, "ICEBERG") ? RejectReason.VenueRule
        : RejectReason.BadQuantity;

    static RejectReason Text(string text) =>
        Has(text, "Unknown order") ? RejectReason.OrderIsDone
        : Has(text, "immediately match") ? RejectReason.WouldTrade
        : Has(text, "insufficient balance") ? RejectReason.InsufficientMargin
        : Has(text, "trigger immediately") || Has(text, "price") ? RejectReason.BadPrice
        : Has(text, "Market is closed") ? RejectReason.TooLate
        : Has(text, "quantity") || Has(text, "cancel restrictions") ? RejectReason.BadQuantity
        : RejectReason.VenueRule;

    static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
