namespace Workbench.Simulators.Market;

/// <summary>An account was paid in or out, not by a trade.</summary>
public sealed record FundsMoved(DateTimeOffset Time, string Account, string Asset, decimal Amount, decimal Total) : SimEvent(Time);
