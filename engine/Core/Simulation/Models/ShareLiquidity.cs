namespace Workbench.Core;

/// <summary>A share of what the quote shows, or a print or bar traded: one is not alone. Where nothing was traded nothing is filled.</summary>
/// <param name="Share">Above 0, up to 1.</param>
public sealed record ShareLiquidity(decimal Share) : ILiquidityModel
{
    /// <inheritdoc/>
    public bool NeedsSizes => true;

    /// <inheritdoc/>
    public decimal Limit(decimal available, bool isVolume) => available > 0m || isVolume ? available * Share : decimal.MaxValue;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"share {Share}");
}
