using System.Globalization;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>Codes and texts of USD-M futures (their page error-code). A code of spot with the same number may mean another thing.</summary>
static class FuturesErrors
{
    public static BinanceRefusal Precision() => new(400, -1111, "Precision is over the maximum defined for this asset.");

    public static BinanceRefusal CancelRejected() => new(400, -2011, "Unknown order sent.");

    public static BinanceRefusal NoSuchOrder() => new(400, -2013, "Order does not exist.");

    public static BinanceRefusal Margin() => new(400, -2019, "Margin is insufficient.");

    public static BinanceRefusal CannotFill() => new(400, -2020, "Unable to fill.");

    public static BinanceRefusal WouldTrigger() => new(400, -2021, "Order would immediately trigger.");

    public static BinanceRefusal ReduceOnly() => new(400, -2022, "ReduceOnly Order is rejected.");

    public static BinanceRefusal QtyTooSmall() => new(400, -4003, "Quantity less than or equal to zero.");

    public static BinanceRefusal QtyTooLarge() => new(400, -4005, "Quantity greater than max quantity.");

    public static BinanceRefusal OffTick() => new(400, -4014, "Price not increased by tick size.");

    public static BinanceRefusal OffStep() => new(400, -4023, "Qty not increased by step size.");

    public static BinanceRefusal PriceTooHigh(decimal limit) => new(400, -4016, string.Create(CultureInfo.InvariantCulture, $"Limit price can't be higher than {limit}."));

    public static BinanceRefusal PriceTooLow(decimal limit) => new(400, -4024, string.Create(CultureInfo.InvariantCulture, $"Limit price can't be lower than {limit}."));

    public static BinanceRefusal TooManyStops() => new(400, -4045, "Reach max stop order limit.");

    public static BinanceRefusal PositionSide() => new(400, -4061, "Order's position side does not match user's setting.");

    public static BinanceRefusal DuplicateId() => new(400, -4116, "ClientOrderId is duplicated.");

    public static BinanceRefusal UseAlgo() => new(400, -4120, "Order type not supported for this endpoint. Please use the Algo Order API endpoints instead.");

    public static BinanceRefusal Notional(decimal least) => new(400, -4164, string.Create(CultureInfo.InvariantCulture,
        $"Order's notional must be no smaller than {least} (unless you choose reduce only)."));

    public static BinanceRefusal FillOrKill() => new(400, -5021,
        "Due to the order could not be filled immediately, the FOK order has been rejected. The order will not be recorded in the order history");

    public static BinanceRefusal PostOnly() => new(400, -5022,
        "Due to the order could not be executed as maker, the Post Only order will be rejected. The order will not be recorded in the order history");

    public static BinanceRefusal LimitOnly() => new(400, -5025, "Only limit order is supported.");

    public static BinanceRefusal TooManyChanges() => new(400, -5026, "Exceed maximum modify order limit.");

    public static BinanceRefusal NothingToChange() => new(400, -5027, "No need to modify the order.");

    /// <summary>Documented as failed, seen with the order alive.</summary>
    public static BinanceRefusal Throttled() => new(503, -1008,
        "Request throttled by system-level protection. Reduce-only/close-position orders are exempt. Please try again.");

    public static BinanceRefusal From(SimRefusal why) => why switch
    {
        SimRefusal.DuplicateClientId => DuplicateId(),
        SimRefusal.Funds => Margin(),
        SimRefusal.WouldTake => PostOnly(),
        SimRefusal.WouldTrigger => WouldTrigger(),
        SimRefusal.NothingToReduce => ReduceOnly(),
        SimRefusal.Unfillable => FillOrKill(),
        SimRefusal.NoLiquidity => CannotFill(),
        SimRefusal.UnknownSymbol => CommonErrors.BadSymbol(),
        _ => throw new InvalidOperationException($"Futures have no word for {why}."),
    };
}
