namespace Workbench.Model;

/// <summary>One level of an order book.</summary>
/// <param name="PriceRaw">Price, raw. FIX MDEntryPx (270).</param>
/// <param name="SizeRaw">Units that rest there, raw. FIX MDEntrySize (271).</param>
public readonly record struct BookLevel(long PriceRaw, long SizeRaw);
