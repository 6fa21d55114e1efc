namespace Workbench.Core;

/// <summary>Fee for shares sold short, from an instant until the next one of its table.</summary>
/// <param name="From">First instant it is in force, UTC nanoseconds.</param>
/// <param name="Rate">Share of the position's value and year, such as 0.003; not negative.</param>
public readonly record struct BorrowRate(long From, decimal Rate);
