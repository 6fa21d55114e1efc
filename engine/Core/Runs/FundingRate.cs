namespace Workbench.Core;

/// <summary>A funding of a perpetual: at the instant longs pay shorts this share of the position's value; below zero shorts pay longs.</summary>
/// <param name="Time">The instant, UTC nanoseconds.</param>
/// <param name="Rate">Share of the value at the mid, such as 0.0001.</param>
public readonly record struct FundingRate(long Time, decimal Rate);
