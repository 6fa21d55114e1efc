namespace Workbench.Model;

/// <summary>By what a venue finds one of its orders.</summary>
/// <param name="Instrument">What it trades.</param>
/// <param name="ClOrdId">Our id; empty for an order that others placed. FIX 11.</param>
/// <param name="VenueOrderId">The venue's id; empty while it has told none. FIX OrderID (37).</param>
public readonly record struct OrderKey(Instrument Instrument, string ClOrdId, string VenueOrderId);
