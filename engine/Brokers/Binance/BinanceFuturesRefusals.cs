using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>The futures' error codes in the house's words. Spot gives the same numbers other meanings.</summary>
static class BinanceFuturesRefusals
{
    public const int NoSuchOrder = -2013;

    /// <summary>Whether the refusal says that an order of that id lives already: ours, sent before. That is no refusal of the order.</summary>
    public static bool IsDuplicate(int code, string text) => code is -4116 or -4015 && text.Contains("duplicat", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an order to cancel is not there: never known, or done.</summary>
    public static bool IsMissing(int code) => code is -2011 or NoSuchOrder;

    public static RejectReason Reason(int code) => code switch
    {
        -2011 or -5024 or NoSuchOrder => RejectReason.OrderIsDone,
        -2018 or -2019 or -2027 or -2028 or -4050 or -4051 => RejectReason.InsufficientMargin,
        -2021 or -4001 or -4002 or -4013 or -4014 or -4016 or -4024 or -4131 => RejectReason.BadPrice,
        -2022 or -4118 => RejectReason.NothingToReduce,
        -1013 or -4003 or -4004 or -4005 or -4023 or -4164 => RejectReason.BadQuantity,
        -1111 => RejectReason.BadPrice,
        -4120 => RejectReason.NotOffered,
        -1121 or -4140 or -4141 => RejectReason.UnknownInstrument,
        -5022 => RejectReason.WouldTrade,
        -4040 => RejectReason.TooLate,
        _ => RejectReason.VenueRule,
    };
}
