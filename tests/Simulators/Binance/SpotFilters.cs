using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>The rules that an order's numbers must keep on spot (filters.md), and how exchangeInfo tells them.</summary>
static class SpotFilters
{
    const int MaxDecimals = 8;
    const decimal MaxNotional = 9_000_000m;
    public const int MaxOrders = 200;
    public const int MaxAlgoOrders = 5;
    public const int MaxAmends = 10;

    // Prices of a bid may be from a fifth to five times the average, those of an offer likewise.
    const decimal Up = 5m;
    const decimal Down = 0.2m;

    public static JsonArray Of(SimInstrument instrument) =>
    [
        Filter("PRICE_FILTER", ("minPrice", instrument.TickSize), ("maxPrice", 1_000_000m), ("tickSize", instrument.TickSize)),
        Filter("LOT_SIZE", ("minQty", instrument.MinQty), ("maxQty", instrument.MaxQty), ("stepSize", instrument.LotStep)),
        new JsonObject { ["filterType"] = "ICEBERG_PARTS", ["limit"] = 100 },
        Filter("MARKET_LOT_SIZE", ("minQty", 0), ("maxQty", MarketMax(instrument)), ("stepSize", 0)),
        new JsonObject
        {
            ["filterType"] = "TRAILING_DELTA", ["minTrailingAboveDelta"] = 10, ["maxTrailingAboveDelta"] = 2000, ["minTrailingBelowDelta"] = 10, ["maxTrailingBelowDelta"] = 2000,
        },
        new JsonObject
        {
            ["filterType"] = "PERCENT_PRICE_BY_SIDE", ["bidMultiplierUp"] = "5", ["bidMultiplierDown"] = "0.2", ["askMultiplierUp"] = "5", ["askMultiplierDown"] = "0.2", ["avgPriceMins"] = 5,
        },
        new JsonObject
        {
            ["filterType"] = "NOTIONAL",
            ["minNotional"] = SpotWire.Number(instrument.MinNotional),
            ["applyMinToMarket"] = true,
            ["maxNotional"] = SpotWire.Number(MaxNotional),
            ["applyMaxToMarket"] = false,
            ["avgPriceMins"] = 5,
        },
        new JsonObject { ["filterType"] = "MAX_NUM_ORDERS", ["maxNumOrders"] = MaxOrders },
        new JsonObject { ["filterType"] = "MAX_NUM_ORDER_LISTS", ["maxNumOrderLists"] = 20 },
        new JsonObject { ["filterType"] = "MAX_NUM_ALGO_ORDERS", ["maxNumAlgoOrders"] = MaxAlgoOrders },
        new JsonObject { ["filterType"] = "MAX_NUM_ORDER_AMENDS", ["maxNumOrderAmends"] = MaxAmends },
    ];

    /// <summary>Throws what the venue would say of an order's numbers.</summary>
    /// <param name="instrument">What is traded.</param>
    /// <param name="ticket">The order.</param>
    /// <param name="average">Price that market orders are valued at.</param>
    /// <param name="open">Open orders of the account in this symbol.</param>
    public static void Check(SimInstrument instrument, SimTicket ticket, decimal average, IReadOnlyList<SimOrder> open)
    {
        foreach (var (name, value) in new[] { ("quantity", ticket.Qty), ("price", ticket.Price ?? 0), ("stopPrice", ticket.StopPrice ?? 0), ("quoteOrderQty", ticket.QuoteQty ?? 0) })
        {
            Require(Decimals(value) <= MaxDecimals, () => SpotErrors.Precision(name));
        }

        CheckPrices(instrument, ticket, average);
        CheckQty(instrument, ticket);
        CheckNotional(instrument, ticket, average);
        Require(open.Count < MaxOrders, () => SpotErrors.Filter("MAX_NUM_ORDERS"));
        Require(ticket.Kind is SimOrderKind.Market or SimOrderKind.Limit || open.Count(order => !order.IsTriggered) < MaxAlgoOrders,
            () => SpotErrors.Filter("MAX_NUM_ALGO_ORDERS"));
    }

    public static int Decimals(decimal value) => (value / 1.0000000000000000000000000000m).Scale;

    static void CheckPrices(SimInstrument instrument, SimTicket ticket, decimal average)
    {
        foreach (var price in new[] { ticket.Price, ticket.StopPrice }.OfType<decimal>())
        {
            Require(price >= instrument.TickSize && price <= 1_000_000m && price % instrument.TickSize == 0, () => SpotErrors.Filter("PRICE_FILTER"));
        }

        Require(ticket.Price is not { } limit || (limit <= average * Up && limit >= average * Down), () => SpotErrors.Filter("PERCENT_PRICE_BY_SIDE"));
    }

    static void CheckQty(SimInstrument instrument, SimTicket ticket)
    {
        if (ticket.QuoteQty is not null)
        {
            return;
        }

        Require(ticket.Qty >= instrument.MinQty && ticket.Qty <= instrument.MaxQty && (ticket.Qty - instrument.MinQty) % instrument.LotStep == 0,
            () => SpotErrors.Filter("LOT_SIZE"));
        Require(ticket.Kind != SimOrderKind.Market || ticket.Qty <= MarketMax(instrument), () => SpotErrors.Filter("MARKET_LOT_SIZE"));
    }

    static void CheckNotional(SimInstrument instrument, SimTicket ticket, decimal average)
    {
        var amount = ticket.QuoteQty ?? ticket.Qty * (ticket.Price ?? ticket.StopPrice ?? average);
        Require(amount >= instrument.MinNotional && (ticket.Kind == SimOrderKind.Market || amount <= MaxNotional), () => SpotErrors.Filter("NOTIONAL"));
    }

    static decimal MarketMax(SimInstrument instrument) => instrument.FloorQty(instrument.MaxQty / 100);

    static JsonObject Filter(string type, params ReadOnlySpan<(string Name, decimal Value)> fields)
    {
        var filter = new JsonObject { ["filterType"] = type };
        foreach (var (name, value) in fields)
        {
            filter[name] = SpotWire.Number(value);
        }

        return filter;
    }

    static void Require(bool holds, Func<BinanceRefusal> otherwise)
    {
        if (!holds)
        {
            throw otherwise();
        }
    }
}
