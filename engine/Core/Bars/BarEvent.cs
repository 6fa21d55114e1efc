namespace Workbench.Core;

/// <summary>A quote, a print or a stored bar's close, as bars that count events see it.</summary>
/// <param name="Time">Event time, UTC nanoseconds.</param>
/// <param name="Price">Price of the bars' own scale.</param>
/// <param name="Size">Units traded, raw; 0 for a quote.</param>
/// <param name="Aggressor">Side that took liquidity; 0 where nobody tells.</param>
readonly record struct BarEvent(long Time, long Price, long Size = 0, Side Aggressor = default);
