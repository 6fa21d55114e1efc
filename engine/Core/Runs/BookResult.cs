namespace Workbench.Core;

/// <summary>What one script of the run came to. The results of all add up to the run's.</summary>
/// <param name="Name">The script's name.</param>
/// <param name="Fills">Executions of its orders.</param>
/// <param name="Trades">Round trips it closed.</param>
/// <param name="Net">Its profit after all costs, with what it left open marked to market, in account currency.</param>
/// <param name="Costs">What its trading cost.</param>
/// <param name="Dividends">Dividends received less those paid.</param>
public sealed record BookResult(string Name, long Fills, long Trades, decimal Net, CostTotals Costs, decimal Dividends);
