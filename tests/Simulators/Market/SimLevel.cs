namespace Workbench.Simulators.Market;

/// <summary>Price and size of a level of the book.</summary>
public readonly record struct SimLevel(decimal Price, decimal Qty);
