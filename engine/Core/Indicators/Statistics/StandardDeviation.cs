namespace Workbench.Core;

/// <summary>Population standard deviation of the last n closes. In quote currency.</summary>
/// <param name="length">Bars, at least 1.</param>
public sealed class StandardDeviation(int length) : Study($"StdDev({length})", length)
{
    readonly Rolling<Moments> window = new(length);
    double score = double.NaN;

    /// <summary>Distance of the close from its mean in standard deviations; 0 where nothing moved.</summary>
    public double ZScore => Shown(score);

    private protected override double Next(in Candle now, in Candle before)
    {
        var closes = window.Add(Moments.Of(now.Close));
        var deviation = Math.Sqrt(closes.VarianceX);
        score = deviation == 0d ? 0d : (now.Close - closes.MeanX) / deviation;
        return deviation;
    }
}
