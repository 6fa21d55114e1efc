namespace Workbench.Simulators.Market;

/// <summary>An order ended by the rules of the exchange; <see cref="SimOrder.End"/> says which.</summary>
public sealed record OrderExpired(DateTimeOffset Time, SimOrder Order) : SimEvent(Time);
