namespace Workbench.Core;

/// <summary>Now and then a fixed number of ticks: the quote was gone when the order came.</summary>
/// <param name="Probability">How often, 0 to 1.</param>
/// <param name="Ticks">Tick sizes, 0 or more.</param>
public sealed record RandomSlippage(double Probability, int Ticks) : ISlippageModel
{
    /// <inheritdoc/>
    public decimal Beyond(in Taking taking, SeededRandom dice) => dice.NextDouble() < Probability ? Ticks * taking.Instrument.TickSize : 0m;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"random {Probability} {Ticks}");
}
