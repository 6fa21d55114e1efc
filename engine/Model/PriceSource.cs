namespace Workbench.Model;

/// <summary>Which price a bar is made of. FIX MDEntryType (269).</summary>
public enum PriceSource : byte
{
    /// <summary>Halfway between bid and ask. The default.</summary>
    Mid = 0,

    /// <summary>Best bid.</summary>
    Bid = 1,

    /// <summary>Best ask.</summary>
    Ask = 2,

    /// <summary>Prices that were traded.</summary>
    Last = 3,
}
