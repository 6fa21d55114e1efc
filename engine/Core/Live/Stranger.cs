namespace Workbench.Core;

/// <summary>A working order at the venue that this session did not send: a person's, another program's, or one of a session before.</summary>
/// <param name="Order">As the venue has it.</param>
/// <param name="Instrument">What it trades.</param>
public sealed record Stranger(VenueOrder Order, Instrument Instrument)
{
    /// <summary>By what the venue finds it.</summary>
    public OrderKey Key => new(Instrument, Order.ClOrdId, Order.VenueOrderId);
}
