namespace Workbench.Core;

/// <summary>What the account is worth at one instant, marked to market, in account currency.</summary>
/// <param name="Time">Instant, UTC nanoseconds.</param>
/// <param name="Equity">Cash plus unrealised profit: what would be left after closing all at the current bid or ask, before commission.</param>
/// <param name="GrossExposure">Sum of absolute position values; leverage is this over equity.</param>
/// <param name="NetExposure">Sum of signed position values.</param>
public readonly record struct EquityPoint(long Time, decimal Equity, decimal GrossExposure, decimal NetExposure);
