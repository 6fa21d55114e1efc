namespace Workbench.Core;

/// <summary>Price moves with the square of the share of the volume one takes: price × impact × share². The form of the volume-share models of zipline and LEAN.</summary>
/// <param name="Impact">Factor, 0 or more; zipline's own is 0.1.</param>
/// <remarks>Where the data tell no volume the share is taken for 1: what cannot be seen is not there.</remarks>
public sealed record VolumeShareSlippage(decimal Impact) : ISlippageModel
{
    /// <inheritdoc/>
    public decimal Beyond(in Taking taking, SeededRandom dice)
    {
        var share = taking.Available > 0m ? Math.Min(1m, taking.Qty / taking.Available) : 1m;
        return taking.Price * Impact * share * share;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"volume {Impact}");
}
