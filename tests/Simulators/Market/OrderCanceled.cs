namespace Workbench.Simulators.Market;

/// <summary>An order was taken back.</summary>
public sealed record OrderCanceled(DateTimeOffset Time, SimOrder Order) : SimEvent(Time);
