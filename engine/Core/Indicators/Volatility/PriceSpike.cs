namespace Workbench.Core;

/// <summary>Price spike (Jeff Augen, 2008): move of the close in standard deviations of the moves before it, the move itself left out; 0 where nothing had moved.</summary>
/// <param name="length">Logarithmic returns whose population deviation is the measure, at least 1; 20.</param>
/// <remarks>Uses <see cref="Math.Log(double)"/>.</remarks>
public sealed class PriceSpike(int length = 20) : Study($"PriceSpike({length})", length + 2)
{
    readonly Rolling<Moments> window = new(length);
    double deviation = double.NaN;

    private protected override double Next(in Candle now, in Candle before)
    {
        if (!before.Exists)
        {
            return double.NaN;
        }

        var measure = deviation * before.Close;
        deviation = Math.Sqrt(window.Add(Moments.Of(Math.Log(now.Close / before.Close))).VarianceX);
        return measure == 0d ? 0d : (now.Close - before.Close) / measure;
    }
}
