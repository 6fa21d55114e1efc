namespace Workbench.Simulators.Oanda;

/// <summary>The share of one trade in a day's financing.</summary>
public sealed record OpenTradeFinancing(long TradeID, decimal Financing);
