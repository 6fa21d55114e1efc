namespace Workbench.Core;

/// <summary>No more than what the quote shows, or a print or bar traded; the rest waits for the next event. Where the data tell no size there is no limit.</summary>
public sealed record QuotedLiquidity : ILiquidityModel
{
    /// <inheritdoc/>
    public bool NeedsSizes => true;

    /// <inheritdoc/>
    public decimal Limit(decimal available, bool isVolume) => available > 0m ? available : decimal.MaxValue;

    /// <inheritdoc/>
    public override string ToString() => "quoted";
}
