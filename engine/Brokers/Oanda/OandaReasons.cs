using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>The venue's words for why, in the house's. The venue has some two hundred; those that are not named here tell by their beginning what they are about.</summary>
static class OandaReasons
{
    /// <summary>A repeated client id: no refusal of the order we mean, but a proof that the venue has it.</summary>
    public const string Duplicate = "CLIENT_ORDER_ID_ALREADY_EXISTS";

    public const string Replaced = "CLIENT_REQUEST_REPLACED";

    /// <summary>Why it was refused.</summary>
    public static RejectReason Of(string? venueSays) => venueSays switch
    {
        "INSUFFICIENT_MARGIN" => RejectReason.InsufficientMargin,
        "ORDER_DOESNT_EXIST" or "NO_SUCH_ORDER" or "ORDER_ALREADY_FILLED" => RejectReason.OrderIsDone,
        "TIME_IN_FORCE_GTD_TIMESTAMP_IN_PAST" or "MARKET_HALTED" => RejectReason.TooLate,
        "POSITION_SIZE_EXCEEDED" => RejectReason.BadQuantity,
        "TIME_IN_FORCE_INVALID" or "TRIGGER_CONDITION_INVALID" or "ORDER_FILL_POSITION_ACTION_INVALID" => RejectReason.BadCombination,
        not null when Begins(venueSays, "UNITS_") => RejectReason.BadQuantity,
        not null when Begins(venueSays, "PRICE_") => RejectReason.BadPrice,
        not null when Begins(venueSays, "INSTRUMENT_") => RejectReason.UnknownInstrument,
        not null when Begins(venueSays, "ACCOUNT_") => RejectReason.AccountClosed,
        not null when Begins(venueSays, "POSITION_CLOSEOUT_") || Begins(venueSays, "CLOSEOUT_POSITION_") => RejectReason.NothingToReduce,
        _ => RejectReason.VenueRule,
    };

    /// <summary>Why it was taken off; no reason where it was asked for or its time ran out.</summary>
    public static RejectReason OfEnd(string? venueSays) => venueSays switch
    {
        null or "CLIENT_REQUEST" or Replaced or "TIME_IN_FORCE_EXPIRED" or "LINKED_TRADE_CLOSED" => RejectReason.None,
        _ => Of(venueSays),
    };

    static bool Begins(string word, string with) => word.StartsWith(with, StringComparison.Ordinal);
}
