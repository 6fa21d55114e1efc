namespace Workbench.Core;

/// <summary>A stop that hangs from the highest high, or stands on the lowest low: the <see cref="Chandelier"/> exit (Le Beau, 1992) for one position.</summary>
/// <param name="length">Bars of channel and average true range, at least 1; 22.</param>
/// <param name="factor">Average true ranges of distance, above 0; 3.</param>
public sealed class ChandelierStop(int length = 22, double factor = 3d) : DynamicStop($"ChandelierStop({length},{factor})")
{
    readonly Chandelier exit = new(length, factor);

    /// <inheritdoc/>
    public override bool IsReady => exit.IsReady;

    /// <inheritdoc/>
    public override double Long => exit.Long;

    /// <inheritdoc/>
    public override double Short => exit.Short;

    private protected override void Take(in Bar bar) => exit.Update(in bar);
}
