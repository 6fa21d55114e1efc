namespace Workbench.Simulators.Oanda;

/// <summary>Why a request is refused, in the venue's code and a sentence.</summary>
/// <param name="Reason">A TransactionRejectReason, which is the answer's errorCode too.</param>
/// <param name="Message">The answer's errorMessage.</param>
/// <param name="Status">Status of the answer.</param>
public sealed record Rejection(string Reason, string Message, int Status = 400)
{
    public static Rejection NoSuchOrder { get; } = new("ORDER_DOESNT_EXIST", "The order ID specified does not exist", 404);

    public static Rejection NoSuchTrade { get; } = new("TRADE_DOESNT_EXIST", "The trade ID specified does not exist", 404);

    public static Rejection NoSuchPosition { get; } =
        new("CLOSEOUT_POSITION_DOESNT_EXIST", "The Position requested to be closed out does not exist", 404);

    public static Rejection PricePrecision { get; } =
        new("PRICE_PRECISION_EXCEEDED", "The price specified contains more precision than is allowed for the instrument");

    /// <summary>A code whose sentence is of no account: the code in words.</summary>
    public static Rejection Of(string reason) => new(reason, reason[0] + reason[1..].Replace('_', ' ').ToLowerInvariant());
}
