using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>Codes and texts of spot (errors.md). A code of futures with the same number may mean another thing.</summary>
static class SpotErrors
{
    public static BinanceRefusal Filter(string name) => new(400, -1013, $"Filter failure: {name}");

    public static BinanceRefusal Precision(string name) => new(400, -1111, $"Parameter '{name}' has too much precision.");

    public static BinanceRefusal Rejected(string text) => new(400, -2010, text);

    public static BinanceRefusal CancelRejected(string text = "Unknown order sent.") => new(400, -2011, text);

    public static BinanceRefusal NoSuchOrder() => new(400, -2013, "Order does not exist.");

    public static BinanceRefusal HalfReplaced(JsonObject data) => new(409, -2021, "Order cancel-replace partially failed.", data);

    public static BinanceRefusal NotReplaced(JsonObject data) => new(400, -2022, "Order cancel-replace failed.", data);

    public static BinanceRefusal AmendRejected(string text) => new(400, -2038, text);

    public static BinanceRefusal IdMismatch() => new(400, -2039, "Client order ID is not correct for this order ID.");

    /// <summary>Whether or not it was done: nobody knows.</summary>
    public static BinanceRefusal Unknown() => new(504, -1007, "Timeout waiting for response from backend server. Send status unknown; execution status unknown.");

    public static BinanceRefusal Closed() => new(503, -1016, "This service is no longer available.");

    public static BinanceRefusal From(SimRefusal why) => why switch
    {
        SimRefusal.DuplicateClientId => Rejected("Duplicate order sent."),
        SimRefusal.Funds => Rejected("Account has insufficient balance for requested action."),
        SimRefusal.WouldTake => Rejected("Order would immediately match and take."),
        SimRefusal.WouldTrigger => Rejected("Order would trigger immediately."),
        SimRefusal.NoLiquidity => Rejected("Order book liquidity is less than symbol minimum quantity."),
        SimRefusal.UnknownSymbol => CommonErrors.BadSymbol(),
        _ => throw new InvalidOperationException($"Spot has no word for {why}."),
    };
}
