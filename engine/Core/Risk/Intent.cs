namespace Workbench.Core;

/// <summary>What an order, or an amendment of one, wants of a market: as much as risk has to know of it.</summary>
/// <param name="Market">Where.</param>
/// <param name="Order">The order.</param>
/// <param name="Qty">Units still to be filled.</param>
/// <param name="Price">Its limit; 0 where it has none.</param>
/// <param name="StopPx">Its trigger; 0 where it has none.</param>
/// <param name="IsAmendment">Whether it changes an order that works.</param>
readonly record struct Intent(Market Market, Order Order, decimal Qty, decimal Price, decimal StopPx, bool IsAmendment)
{
    public static Intent Of(Market market, Order order) => new(market, order, order.OrderQty, order.Price, order.StopPx, IsAmendment: false);

    public static Intent Of(Market market, Order order, OrderTerms terms) =>
        new(market, order, terms.OrderQty - order.CumQty, terms.Price, terms.StopPx, IsAmendment: true);

    /// <summary>Whether it takes something off a working order and leaves its prices: nothing can speak against that.</summary>
    public bool IsTrim => IsAmendment && Qty <= Order.OrderQty - Order.CumQty && Price == Order.Price && StopPx == Order.StopPx;

    /// <summary>Whether it is a buy.</summary>
    public bool IsBuy => Order.Side == Side.Buy;

    /// <summary>Whether what it is worth is known: the market and the way to account currency have a price.</summary>
    public bool IsPriced => Market.HasPrice && Market.Conversion.IsKnown;

    /// <summary>What it is worth at its own price or the market's, whichever is more, in account currency.</summary>
    public decimal Worth
    {
        get
        {
            var worth = Exposures.Worth(Market, Qty);
            foreach (var price in (ReadOnlySpan<decimal>)[Price, StopPx])
            {
                worth = price > 0m ? Math.Max(worth, Market.Instrument.ValueOf(Qty, price) * Market.Conversion.Rate()) : worth;
            }

            return worth;
        }
    }

    /// <summary>How far its price lies from mid, as a share of mid. A market order is expected at the quote; a trail has no price yet.</summary>
    public decimal Distance
    {
        get
        {
            var mid = Market.Mid;
            var quote = Market.Instrument.FromRaw(IsBuy ? Market.Ask : Market.Bid);
            decimal limit = Price > 0m ? Price : Order.Type == OrderType.Market ? quote : mid, stop = StopPx > 0m ? StopPx : mid;
            return mid <= 0m ? decimal.MaxValue : Math.Max(Math.Abs(limit - mid), Math.Abs(stop - mid)) / mid;
        }
    }
}
