namespace Workbench.Simulators.Oanda;

/// <summary>The share of one instrument in a day's financing.</summary>
/// <param name="Instrument">Which.</param>
/// <param name="Financing">Positive is earned.</param>
/// <param name="OpenTradeFinancings">The same by trade.</param>
public sealed record PositionFinancing(string Instrument, decimal Financing, IReadOnlyList<OpenTradeFinancing> OpenTradeFinancings);
