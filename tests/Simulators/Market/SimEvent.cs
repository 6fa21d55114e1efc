namespace Workbench.Simulators.Market;

/// <summary>Something that happened at the exchange, in the order in which it happened.</summary>
public abstract record SimEvent(DateTimeOffset Time);
