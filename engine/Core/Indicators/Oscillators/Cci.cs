namespace Workbench.Core;

/// <summary>Commodity channel index (Donald Lambert, 1980): distance of the typical price from its mean in 0.015 mean absolute deviations; mostly within ±100, 0 where nothing moved.</summary>
/// <param name="length">Bars, at least 1; 20.</param>
/// <remarks>Mean absolute deviations have no recursion: each bar costs n subtractions.</remarks>
public sealed class Cci(int length = 20) : Study($"CCI({length})", length)
{
    readonly Window prices = new(length);
    readonly Smoother average = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        prices.Add(now.Typical);
        var mean = average.Add(now.Typical);
        var (deviation, still) = (0d, true);
        for (var ago = 0; ago < prices.Length; ago++)
        {
            deviation += Math.Abs(prices[ago] - mean);
            still &= prices[ago] == now.Typical;
        }

        // The mean of equal prices may be a rounding off them.
        return still ? 0d : (now.Typical - mean) / (0.015d * deviation / prices.Length);
    }
}
