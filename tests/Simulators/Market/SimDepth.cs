namespace Workbench.Simulators.Market;

/// <summary>The book at one moment, best levels first: what is quoted and the orders of our accounts together.</summary>
/// <param name="UpdateId">Grows by one with each change of the book.</param>
public sealed record SimDepth(string Symbol, long UpdateId, IReadOnlyList<SimLevel> Bids, IReadOnlyList<SimLevel> Asks, decimal Last);
