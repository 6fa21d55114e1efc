namespace Workbench.Core;

/// <summary>Squeeze (John Carter, 2005): 1 while the Bollinger bands lie within the Keltner channel, a quiet market that gathers for a move; −1 else.</summary>
/// <param name="length">Bars of both, at least 2; 20.</param>
/// <param name="deviations">Standard deviations from middle to Bollinger band; 2.</param>
/// <param name="ranges">True ranges from middle to Keltner band; 1.5.</param>
/// <remarks>The channel is Keltner's own: around an average of typical prices (here exponential), as wide as a simple average of true ranges.</remarks>
public sealed class Squeeze(int length = 20, double deviations = 2d, double ranges = 1.5d)
    : Study($"Squeeze({length},{deviations},{ranges})", 2 * length - 1)
{
    readonly Rolling<Moments> closes = new(length);
    readonly Smoother middle = ExponentialSmoother.Usual(length);
    readonly Smoother trueRanges = new SimpleSmoother(length);
    readonly Channel channel = new(length);
    readonly Rolling<Moments> distances = new(length);
    double bar;
    double momentum = double.NaN;

    /// <summary>Where the move is likely to go, in quote currency: end of the least-squares line through the close's distances from the middle of its channel and average.</summary>
    public double Momentum => Shown(momentum);

    private protected override double Next(in Candle now, in Candle before)
    {
        var prices = closes.Add(Moments.Of(now.Close));
        channel.Add(now);
        momentum = Trend(now.Close - (channel.Middle + prices.MeanX) / 2d);
        double band = deviations * Math.Sqrt(prices.VarianceX), reach = ranges * trueRanges.Add(now.TrueRange(before));
        return Math.Abs(middle.Add(now.Typical) - prices.MeanX) < reach - band ? 1d : -1d;
    }

    double Trend(double distance) => double.IsNaN(distance) ? distance : distances.Add(Moments.Of(++bar, distance)).At(bar);
}
