namespace Workbench.Core;

/// <summary>Average directional movement rating (Wilder, 1978): mean of ADX and the ADX of n − 1 bars ago, 0 to 100.</summary>
/// <param name="length">Bars, at least 1. Wilder used 14.</param>
public sealed class Adxr(int length = 14) : Indicator
{
    readonly Adx adx = new(length);
    readonly Window past = new(length);

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(past.Oldest);

    /// <inheritdoc/>
    public override double Value => (adx.Value + past.Oldest) / 2d;

    /// <inheritdoc/>
    public override void Update(in Bar bar)
    {
        adx.Update(bar);
        past.Add(adx.Value);
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"ADXR({length})");
}
