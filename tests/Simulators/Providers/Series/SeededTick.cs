namespace Workbench.Simulators.Providers.Series;

/// <summary>A change of the best bid and ask of the drawn market, prices in points.</summary>
/// <param name="At">When, UTC, whole milliseconds.</param>
/// <param name="Bid">Best bid.</param>
/// <param name="Ask">Best ask.</param>
/// <param name="BidSize">Offered there, in hundredths.</param>
/// <param name="AskSize">Offered there, in hundredths.</param>
public sealed record SeededTick(DateTime At, long Bid, long Ask, int BidSize, int AskSize);
