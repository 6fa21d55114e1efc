namespace Workbench.Model;

/// <summary>What of an order can be amended, as one whole: an amendment names all three, so that nothing is left to guess.</summary>
/// <param name="OrderQty">Units or contracts in all, what is filled already included. FIX 38.</param>
/// <param name="Price">Limit price; 0 where the type has none. FIX 44.</param>
/// <param name="StopPx">Trigger price; 0 where the type has none. FIX 99.</param>
public sealed record OrderTerms(decimal OrderQty, decimal Price, decimal StopPx);
