namespace Workbench.Model;

/// <summary>Why an order was refused. FIX OrdRejReason (103), in the house's words.</summary>
public enum RejectReason : byte
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>Zero, negative, off the lot step, or beyond the instrument's limits.</summary>
    BadQuantity,

    /// <summary>Zero, negative, or off the tick grid.</summary>
    BadPrice,

    /// <summary>The run has no such instrument.</summary>
    UnknownInstrument,
}
