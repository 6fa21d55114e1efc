namespace Workbench.Core;

/// <summary>A stop some standard deviations of the close's change from the close: it asks how far a bar usually goes, and not how far it reaches.</summary>
/// <param name="length">Changes of the deviation (population), at least 2; 20.</param>
/// <param name="factor">Deviations of distance, above 0; 3.</param>
public sealed class VolatilityStop(int length = 20, double factor = 3d) : DynamicStop($"VolatilityStop({length},{factor})")
{
    readonly Rolling<Moments> changes = new(length);
    double close = double.NaN;
    double deviation = double.NaN;

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(deviation);

    /// <inheritdoc/>
    public override double Long => close - factor * deviation;

    /// <inheritdoc/>
    public override double Short => close + factor * deviation;

    private protected override void Take(in Bar bar)
    {
        var now = (double)bar.Close;
        if (!double.IsNaN(close))
        {
            var window = changes.Add(Moments.Of(now - close));
            deviation = changes.IsFull ? Math.Sqrt(window.VarianceX) : double.NaN;
        }

        close = now;
    }
}
