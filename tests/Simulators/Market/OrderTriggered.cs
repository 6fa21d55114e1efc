namespace Workbench.Simulators.Market;

/// <summary>A waiting order was set off and is a market or limit order from here on.</summary>
public sealed record OrderTriggered(DateTimeOffset Time, SimOrder Order) : SimEvent(Time);
