namespace Workbench.Core;

/// <summary>A stop some average true ranges (Wilder, 1978) from the close.</summary>
/// <param name="length">Bars of the average true range, at least 1; 14.</param>
/// <param name="factor">Average true ranges of distance, above 0; 3.</param>
public sealed class AtrStop(int length = 14, double factor = 3d) : DynamicStop($"AtrStop({length},{factor})")
{
    readonly Atr range = new(length);
    double close = double.NaN;

    /// <inheritdoc/>
    public override bool IsReady => range.IsReady;

    /// <inheritdoc/>
    public override double Long => close - factor * range.Value;

    /// <inheritdoc/>
    public override double Short => close + factor * range.Value;

    private protected override void Take(in Bar bar)
    {
        range.Update(in bar);
        close = (double)bar.Close;
    }
}
