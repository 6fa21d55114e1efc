namespace Workbench.Core;

/// <summary>SuperTrend (Olivier Seban, 2008): a band of average true ranges around the bars' middles that only tightens while the trend lasts. In quote currency.</summary>
/// <param name="length">Bars of the average true range, at least 1; 10.</param>
/// <param name="factor">Average true ranges from middle to band; 3.</param>
/// <remarks>The first trend is up where the close lies at or above the bar's middle.</remarks>
public sealed class SuperTrend(int length = 10, double factor = 3d) : Study($"SuperTrend({length},{factor})", length + 1)
{
    readonly double factor = factor;
    readonly Smoother ranges = ExponentialSmoother.Wilder(length);
    double upper = double.NaN;
    double lower = double.NaN;

    /// <summary>Whether the line lies below the market.</summary>
    public bool IsUp { get; private set; }

    private protected override double Next(in Candle now, in Candle before)
    {
        var reach = factor * ranges.Add(now.TrueRange(before));
        if (double.IsNaN(reach))
        {
            return reach;
        }

        var first = double.IsNaN(upper);
        upper = first || before.Close > upper ? now.Median + reach : Math.Min(upper, now.Median + reach);
        lower = first || before.Close < lower ? now.Median - reach : Math.Max(lower, now.Median - reach);
        IsUp = first ? now.Close >= now.Median : IsUp ? now.Close >= lower : now.Close > upper;
        return IsUp ? lower : upper;
    }
}
