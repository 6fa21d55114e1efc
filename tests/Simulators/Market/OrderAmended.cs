namespace Workbench.Simulators.Market;

/// <summary>An open order was changed in place.</summary>
public sealed record OrderAmended(DateTimeOffset Time, SimOrder Order, SimOrder Before) : SimEvent(Time);
