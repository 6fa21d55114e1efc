namespace Workbench.Simulators.Market;

/// <summary>The best prices or their sizes changed.</summary>
public sealed record QuoteChanged(DateTimeOffset Time, string Symbol, SimLevel Bid, SimLevel Ask, long UpdateId) : SimEvent(Time);
