namespace Workbench.Core;

/// <summary>What share of a position's value the account must hold against it.</summary>
/// <param name="Initial">To open it: 0.02 is a leverage of 50. Above 0, at most 1.</param>
/// <param name="Maintenance">To keep it: at or below this the venue closes it. Above 0, at most <paramref name="Initial"/>.</param>
public sealed record MarginRates(decimal Initial, decimal Maintenance);
