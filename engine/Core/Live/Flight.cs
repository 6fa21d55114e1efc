namespace Workbench.Core;

/// <summary>One of our orders on its way to, at, or back from a real venue: what was asked, what is known, and when to ask next.</summary>
sealed class Flight(Order order, string clOrdId)
{
    readonly HashSet<string> trades = [];

    /// <summary>The order.</summary>
    public Order Order => order;

    /// <summary>Our id for it there.</summary>
    public string ClOrdId => clOrdId;

    /// <summary>The venue's id; empty until it told.</summary>
    public string VenueOrderId { get; set; } = "";

    /// <summary>All ids it had there: some venues give another with each amendment.</summary>
    public List<string> VenueOrderIds { get; } = [];

    /// <summary>By what the venue finds it.</summary>
    public OrderKey Key => new(order.Instrument, clOrdId, VenueOrderId);

    /// <summary>Whether the venue is known to have it, or to have had it.</summary>
    public bool IsAcknowledged { get; set; }

    /// <summary>Until when the order itself may be on its way: what the venue lacked before then, it may have got after.</summary>
    public long OnItsWayUntil { get; set; } = long.MinValue;

    /// <summary>Whether its end was told.</summary>
    public bool IsDone { get; set; }

    /// <summary>When its end was told, UTC nanoseconds.</summary>
    public long EndedNanos { get; set; }

    /// <summary>Its terms as far as was told.</summary>
    public OrderTerms Terms { get; set; } = new(order.OrderQty, order.Price, order.StopPx);

    /// <summary>Its quantity as far as was told.</summary>
    public decimal OrderQty => Terms.OrderQty;

    /// <summary>Filled as far as was told.</summary>
    public decimal CumQty { get; private set; }

    /// <summary>A cancellation is wanted once the venue has the order.</summary>
    public bool WantsCancel { get; set; }

    /// <summary>A cancellation is on its way.</summary>
    public bool IsCancelling { get; set; }

    /// <summary>Other terms are wanted once the venue has the order; null where none are.</summary>
    public RiskApproved<OrderTerms>? WantsTerms { get; set; }

    /// <summary>Other terms are on their way; null where none are.</summary>
    public OrderTerms? Replacing { get; set; }

    /// <summary>The order's end, heard of before all its fills.</summary>
    public VenueReport? Ending { get; set; }

    /// <summary>Whether something is open that only the venue can tell.</summary>
    public bool IsPending => !IsDone && (!IsAcknowledged || IsCancelling || Replacing is not null || Ending is not null);

    /// <summary>When to ask the venue.</summary>
    public long Due { get; set; } = long.MaxValue;

    /// <summary>Questions that brought nothing, one after the other.</summary>
    public int Tries { get; set; }

    /// <summary>Readings in a row in which the venue did not have it.</summary>
    public int Missing { get; set; }

    /// <summary>Readings in a row in which an amendment had not come about.</summary>
    public int Unchanged { get; set; }

    /// <summary>When the venue last spoke of it unasked, or we of it.</summary>
    public long NewsNanos { get; set; }

    /// <summary>Whether a fill was taken before.</summary>
    public bool Has(string tradeId) => trades.Contains(tradeId);

    /// <summary>Takes a fill once.</summary>
    public void Take(string tradeId, decimal qty)
    {
        trades.Add(tradeId);
        CumQty += qty;
    }
}
