namespace Workbench.Core;

/// <summary>A price at which an order is to be filled.</summary>
/// <param name="PriceRaw">Price, raw, before slippage.</param>
/// <param name="Takes">Whether it takes liquidity: pays the spread, slips, is charged as taker.</param>
/// <param name="AtOurPrice">Whether the price only came to ours and did not go through it: then an iceberg shows one slice at a time.</param>
readonly record struct Execution(long PriceRaw, bool Takes, bool AtOurPrice = false);
