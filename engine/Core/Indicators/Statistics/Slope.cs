namespace Workbench.Core;

/// <summary>Slope of the least-squares line through the last n closes. In quote currency per bar.</summary>
/// <param name="length">Bars, at least 2.</param>
public sealed class Slope(int length) : Study($"Slope({length})", length)
{
    readonly Rolling<Moments> window = new(length);
    double bar;
    double fit = double.NaN;

    /// <summary>R²: share of the closes' variance that the line explains, 0 to 1; 0 where nothing moved.</summary>
    public double RSquared => Shown(fit);

    private protected override double Next(in Candle now, in Candle before)
    {
        var line = window.Add(Moments.Of(++bar, now.Close));
        fit = line.Correlation * line.Correlation;
        return line.Slope;
    }
}
