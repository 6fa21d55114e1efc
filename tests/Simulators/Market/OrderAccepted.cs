namespace Workbench.Simulators.Market;

/// <summary>The exchange has the order; nothing of it is filled yet.</summary>
public sealed record OrderAccepted(DateTimeOffset Time, SimOrder Order) : SimEvent(Time);
