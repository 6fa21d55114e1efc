namespace Workbench.Core;

/// <summary>A fixed number of ticks for whoever takes.</summary>
/// <param name="Ticks">Tick sizes, 0 or more.</param>
public sealed record TickSlippage(int Ticks) : ISlippageModel
{
    /// <summary>None: the quoted price is what one gets. The default.</summary>
    public static TickSlippage None { get; } = new(0);

    /// <inheritdoc/>
    public decimal Beyond(in Taking taking, SeededRandom dice) => Ticks * taking.Instrument.TickSize;

    /// <inheritdoc/>
    public override string ToString() => Ticks == 0 ? "none" : FormattableString.Invariant($"ticks {Ticks}");
}
