namespace Workbench.Core;

/// <summary>An order at the simulated venue: its price as stored integer, and whether it still has to meet its first event.</summary>
readonly record struct Resting(Order Order, long PriceRaw, bool IsFresh);
