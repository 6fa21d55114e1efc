namespace Workbench.Simulators.Oanda;

/// <summary>Open, high, low and close.</summary>
public sealed record CandlestickData(decimal O, decimal H, decimal L, decimal C);
