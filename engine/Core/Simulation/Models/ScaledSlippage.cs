namespace Workbench.Core;

/// <summary>Another model's slippage, so many times.</summary>
/// <param name="Usual">The model.</param>
/// <param name="Times">How many times as much, 0 or more.</param>
public sealed record ScaledSlippage(ISlippageModel Usual, decimal Times) : ISlippageModel
{
    /// <inheritdoc/>
    public decimal Beyond(in Taking taking, SeededRandom dice) => Usual.Beyond(in taking, dice) * Times;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Times} × ({Usual})");
}
