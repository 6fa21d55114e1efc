namespace Workbench.Core;

/// <summary>Money that came or went without a trade, because of what a book held at an instant.</summary>
/// <param name="Time">The instant, UTC nanoseconds.</param>
/// <param name="Kind">Why.</param>
/// <param name="Instrument">What was held.</param>
/// <param name="Book">Which of the run's scripts held it, from 0.</param>
/// <param name="Qty">Signed units held at that instant; of a split, the units it added.</param>
/// <param name="Rate">The table's rate: of a swap for the nights charged, of a dividend per unit; of a split, new shares for an old one.</param>
/// <param name="Amount">Money in account currency; positive received, negative paid.</param>
public readonly record struct CashFlow(
    long Time, CashFlowKind Kind, Instrument Instrument, int Book, decimal Qty, decimal Rate, decimal Amount);
