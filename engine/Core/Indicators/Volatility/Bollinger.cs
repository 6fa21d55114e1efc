namespace Workbench.Core;

/// <summary>Bollinger bands (John Bollinger, 1983): a simple average of closes and a number of standard deviations around it. <see cref="Indicator.Value"/> is the middle. In quote currency.</summary>
/// <param name="length">Bars, at least 1; 20.</param>
/// <param name="factor">Population standard deviations from middle to band; 2.</param>
public sealed class Bollinger(int length = 20, double factor = 2d) : Study($"Bollinger({length},{factor})", length)
{
    readonly double factor = factor;
    readonly Rolling<Moments> window = new(length);
    double reach = double.NaN;
    double close = double.NaN;

    /// <summary>Middle plus the deviations.</summary>
    public double Upper => Value + reach;

    /// <summary>Middle less the deviations.</summary>
    public double Lower => Value - reach;

    /// <summary>Width of the bands as a share of the middle.</summary>
    public double Bandwidth => 2d * reach / Value;

    /// <summary>%b: place of the close, 0 at the lower band, 1 at the upper; one half where the bands meet.</summary>
    public double PercentB => !IsReady ? double.NaN : reach == 0d ? 0.5d : (close - Lower) / (2d * reach);

    private protected override double Next(in Candle now, in Candle before)
    {
        var closes = window.Add(Moments.Of(now.Close));
        close = now.Close;
        reach = factor * Math.Sqrt(closes.VarianceX);
        return closes.MeanX;
    }
}
