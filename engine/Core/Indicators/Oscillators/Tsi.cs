namespace Workbench.Core;

/// <summary>True strength index (William Blau, 1991): moves of the close, smoothed twice, as a share of their sizes, −100 to 100; 0 where nothing moved.</summary>
/// <param name="slow">Bars of the first smoothing, at least 1; 25.</param>
/// <param name="fast">Bars of the second; 13.</param>
/// <param name="signal">Bars of the signal line; 7.</param>
public sealed class Tsi(int slow = 25, int fast = 13, int signal = 7) : Study($"TSI({slow},{fast},{signal})", slow + fast + signal - 1)
{
    readonly Smoother moves = ExponentialSmoother.Usual(slow);
    readonly Smoother movesAgain = ExponentialSmoother.Usual(fast);
    readonly Smoother sizes = ExponentialSmoother.Usual(slow);
    readonly Smoother sizesAgain = ExponentialSmoother.Usual(fast);
    readonly Smoother average = ExponentialSmoother.Usual(signal);
    double line = double.NaN;

    /// <summary>Exponential average of <see cref="Indicator.Value"/>.</summary>
    public double Signal => Shown(line);

    private protected override double Next(in Candle now, in Candle before)
    {
        var move = now.Close - before.Close;
        double net = movesAgain.Add(moves.Add(move)), walked = sizesAgain.Add(sizes.Add(Math.Abs(move)));
        var value = walked == 0d ? 0d : 100d * net / walked;
        line = average.Add(value);
        return value;
    }
}
