namespace Workbench.Core;

/// <summary>
/// The one order that goes to a venue past a session: it closes what the venue says is held, at the market, and can do nothing
/// else. It is there for the day on which the session that should close hangs or is gone.
/// </summary>
public static class DirectClose
{
    /// <summary>The order that closes a position, or as much of it as one order may.</summary>
    /// <param name="instrument">What is held.</param>
    /// <param name="held">Signed units that the venue says are held.</param>
    /// <param name="venue">What the venue can do.</param>
    /// <param name="clOrdId">Id of the order. FIX 11.</param>
    /// <returns>The order; null where what is held is less than the smallest order.</returns>
    /// <exception cref="InvalidOperationException">The venue takes no reduce-only orders and one can be short there: the order could open a position.</exception>
    public static RiskApproved<OrderRequest>? Of(Instrument instrument, decimal held, VenueCapabilities venue, string clOrdId)
    {
        if (!venue.ReduceOnly && !(venue.IsSpot && held > 0m))
        {
            throw new InvalidOperationException($"{venue.Venue} takes no orders that only reduce.");
        }

        var qty = Whole(instrument, Math.Abs(held));
        return qty == 0m ? null : new RiskApproved<OrderRequest>(new OrderRequest
        {
            ClOrdId = clOrdId,
            Instrument = instrument,
            Side = held > 0m ? Side.Sell : Side.Buy,
            Type = OrderType.Market,
            OrderQty = qty,
            ReduceOnly = venue.ReduceOnly,
        });
    }

    /// <summary>Whole lots, rounded down: more than is held could be refused as a whole.</summary>
    static decimal Whole(Instrument instrument, decimal held)
    {
        var most = instrument.MaxQty > 0m ? Math.Min(held, instrument.MaxQty) : held;
        var qty = instrument.LotStep > 0m ? instrument.RoundToLot(most) : most;
        return qty < instrument.MinQty ? 0m : qty;
    }
}
