namespace Workbench.Core;

/// <summary>Every order is filled whole. The default: right for what is small against the market, and nothing has to be read for it.</summary>
public sealed record UnlimitedLiquidity : ILiquidityModel
{
    /// <summary>The one instance.</summary>
    public static UnlimitedLiquidity Instance { get; } = new();

    /// <inheritdoc/>
    public bool NeedsSizes => false;

    /// <inheritdoc/>
    public decimal Limit(decimal available, bool isVolume) => decimal.MaxValue;

    /// <inheritdoc/>
    public override string ToString() => "unlimited";
}
