namespace Workbench.Core;

/// <summary>One thing that a session wants of a venue. It leaves once the journal holds all that led to it.</summary>
/// <param name="Kind">What is wanted.</param>
/// <param name="ClientOrderId">The order's number in the session; 0 for an audit and for orders of others.</param>
/// <param name="AskedNanos">When it was decided, UTC nanoseconds.</param>
public sealed record VenueCommand(VenueCommandKind Kind, long ClientOrderId, long AskedNanos)
{
    /// <summary>By what the venue finds the order; not for an audit.</summary>
    public OrderKey Key { get; init; }

    /// <summary>The order as it shall be, of a new or amended one.</summary>
    public RiskApproved<OrderRequest>? Request { get; init; }

    /// <summary>Whether it may use the budget kept back for getting out.</summary>
    public bool IsUrgent => Kind == VenueCommandKind.Cancel || (Request?.Value.ReduceOnly ?? false);
}
