namespace Workbench.Model;

/// <summary>An order as it leaves for a venue: a copy that no later event changes. FIX message D.</summary>
public sealed record OrderRequest
{
    /// <summary>Our id for it: letters a to z and digits, at most 32, never used twice. FIX ClOrdID (11).</summary>
    public required string ClOrdId { get; init; }

    /// <summary>What is to be traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Buy or sell. FIX 54.</summary>
    public required Side Side { get; init; }

    /// <summary>How it wants its price. FIX 40.</summary>
    public required OrderType Type { get; init; }

    /// <summary>Units or contracts in all, what is filled included. FIX 38.</summary>
    public required decimal OrderQty { get; init; }

    /// <summary>Of an amendment: what was filled of it as far as was known when it was sent.</summary>
    public decimal CumQty { get; init; }

    /// <summary>Limit price; 0 where the type has none. FIX 44.</summary>
    public decimal Price { get; init; }

    /// <summary>Trigger price; 0 where the type has none. FIX 99.</summary>
    public decimal StopPx { get; init; }

    /// <summary>How far a trailing stop stays behind. FIX 211.</summary>
    public Trail Trail { get; init; }

    /// <summary>How long it works. FIX 59.</summary>
    public TimeInForce TimeInForce { get; init; } = TimeInForce.Gtc;

    /// <summary>When a good-till-date order ends, UTC nanoseconds. FIX 126.</summary>
    public long ExpireNanos { get; init; }

    /// <summary>Refused where it would trade at once. FIX ExecInst (18) '6'.</summary>
    public bool PostOnly { get; init; }

    /// <summary>May only make a position smaller. FIX ExecInst (18) 'E'.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>How much others see at a time; 0 for all. FIX 1138.</summary>
    public decimal DisplayQty { get; init; }

    /// <summary>Quantity with its sign: negative sells.</summary>
    public decimal SignedQty => Side == Side.Buy ? OrderQty : -OrderQty;
}
