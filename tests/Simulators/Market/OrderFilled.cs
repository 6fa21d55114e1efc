namespace Workbench.Simulators.Market;

/// <summary>A part of an order was executed, or the rest of it.</summary>
/// <param name="Order">The order after the fill.</param>
public sealed record OrderFilled(DateTimeOffset Time, SimOrder Order, SimFill Fill) : SimEvent(Time);
