using Workbench.Model;

namespace Workbench.App;

/// <summary>An order as the storm's venue has it: the truth that the session has to find out.</summary>
sealed class StormOrder(OrderRequest request, string venueOrderId, long time)
{
    /// <summary>As it was sent.</summary>
    public OrderRequest Request => request;

    /// <summary>The venue's id.</summary>
    public string VenueOrderId => venueOrderId;

    /// <summary>When it arrived.</summary>
    public long Time => time;

    /// <summary>Its terms now.</summary>
    public OrderTerms Terms { get; set; } = new(request.OrderQty, request.Price, request.StopPx);

    /// <summary>Where it stands.</summary>
    public OrdStatus Status { get; set; } = OrdStatus.New;

    /// <summary>Its fills.</summary>
    public List<VenueFill> Fills { get; } = [];

    /// <summary>Whether it can still be filled.</summary>
    public bool Works => Status is OrdStatus.New or OrdStatus.PartiallyFilled;

    /// <summary>Filled so far.</summary>
    public decimal CumQty => Fills.Sum(static fill => fill.Qty);

    /// <summary>As the venue tells it when asked.</summary>
    public VenueOrder Told => new(request.ClOrdId, venueOrderId, request.Instrument.Symbol, Status)
    {
        Side = request.Side, Type = request.Type, TimeInForce = request.TimeInForce, Terms = Terms, CumQty = CumQty, Time = time, Fills = [.. Fills],
    };
}
