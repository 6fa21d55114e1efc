namespace Workbench.Core;

/// <summary>What an engine has in a session and not in a backtest.</summary>
/// <param name="State">Whether it may send orders now.</param>
/// <param name="Venue">Makes its side of a real venue; null for the simulated one.</param>
sealed record SessionSide(TradingState State, Func<Door, ReplayClock, IEngineVenue>? Venue);
