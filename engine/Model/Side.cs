namespace Workbench.Model;

/// <summary>Direction of an order or fill. FIX Side (54). Zero is invalid on purpose: a forgotten side must not buy.</summary>
public enum Side : byte
{
    /// <summary>Buy; lengthens a position.</summary>
    Buy = 1,

    /// <summary>Sell; shortens a position.</summary>
    Sell = 2,
}
