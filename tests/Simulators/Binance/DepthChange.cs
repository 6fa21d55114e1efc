using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>What changed in a book since the last message: levels with their new sizes, 0 where one is gone.</summary>
sealed record DepthChange(string Symbol, long First, long Last, long Previous, IReadOnlyList<SimLevel> Bids, IReadOnlyList<SimLevel> Asks);
