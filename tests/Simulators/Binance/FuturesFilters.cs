using System.Text.Json.Nodes;
using Workbench.Simulators.Market;
using static Workbench.Simulators.Binance.FuturesWire;

namespace Workbench.Simulators.Binance;

/// <summary>The rules that an order's numbers must keep on futures, and how exchangeInfo tells them.</summary>
static class FuturesFilters
{
    const decimal Up = 1.05m;
    const decimal Down = 0.95m;

    public static JsonArray Of(SimInstrument instrument) =>
    [
        new JsonObject { ["filterType"] = "PRICE_FILTER", ["maxPrice"] = "1000000", ["minPrice"] = Number(instrument.TickSize), ["tickSize"] = Number(instrument.TickSize) },
        new JsonObject { ["filterType"] = "LOT_SIZE", ["maxQty"] = Number(instrument.MaxQty), ["minQty"] = Number(instrument.MinQty), ["stepSize"] = Number(instrument.LotStep) },
        new JsonObject { ["filterType"] = "MARKET_LOT_SIZE", ["maxQty"] = Number(instrument.MaxQty), ["minQty"] = Number(instrument.MinQty), ["stepSize"] = Number(instrument.LotStep) },
        new JsonObject { ["filterType"] = "MAX_NUM_ORDERS", ["limit"] = 200 },
        new JsonObject { ["filterType"] = "MAX_NUM_ALGO_ORDERS", ["limit"] = 200 },
        new JsonObject { ["filterType"] = "MIN_NOTIONAL", ["notional"] = Number(instrument.MinNotional) },
        new JsonObject { ["filterType"] = "PERCENT_PRICE", ["multiplierUp"] = "1.0500", ["multiplierDown"] = "0.9500", ["multiplierDecimal"] = "4" },
        new JsonObject { ["filterType"] = "POSITION_RISK_CONTROL", ["positionControlSide"] = "NONE" },
    ];

    public static int PriceDecimals(SimInstrument instrument) => SpotFilters.Decimals(instrument.TickSize);

    public static int QtyDecimals(SimInstrument instrument) => SpotFilters.Decimals(instrument.LotStep);

    public static void Check(SimInstrument instrument, SimTicket ticket, decimal mark)
    {
        CheckQty(instrument, ticket.Qty);
        foreach (var price in new[] { ticket.Price, ticket.StopPrice, ticket.ActivatePrice }.OfType<decimal>())
        {
            Require(SpotFilters.Decimals(price) <= PriceDecimals(instrument), FuturesErrors.Precision);
            Require(price > 0 && price % instrument.TickSize == 0, FuturesErrors.OffTick);
        }

        CheckLimit(instrument, ticket, ticket.StopPrice ?? mark);
        var notional = ticket.Qty * (ticket.Price ?? ticket.StopPrice ?? mark);
        Require(ticket.ReduceOnly || notional >= instrument.MinNotional, () => FuturesErrors.Notional(instrument.MinNotional));
    }

    static void CheckQty(SimInstrument instrument, decimal qty)
    {
        Require(qty > 0, FuturesErrors.QtyTooSmall);
        Require(SpotFilters.Decimals(qty) <= QtyDecimals(instrument), FuturesErrors.Precision);
        Require(qty % instrument.LotStep == 0, FuturesErrors.OffStep);
        Require(qty <= instrument.MaxQty, FuturesErrors.QtyTooLarge);
    }

    static void CheckLimit(SimInstrument instrument, SimTicket ticket, decimal reference)
    {
        var (highest, lowest) = (instrument.RoundPrice(reference * Up), instrument.RoundPrice(reference * Down));
        Require(ticket.Side == SimSide.Sell || ticket.Price is not { } bid || bid <= highest, () => FuturesErrors.PriceTooHigh(highest));
        Require(ticket.Side == SimSide.Buy || ticket.Price is not { } offer || offer >= lowest, () => FuturesErrors.PriceTooLow(lowest));
    }

    static void Require(bool holds, Func<BinanceRefusal> otherwise)
    {
        if (!holds)
        {
            throw otherwise();
        }
    }
}
