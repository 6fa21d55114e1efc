namespace Workbench.Core;

/// <summary>True strength index (William Blau, 1991): moves of the close, smoothed twice, as a share of their sizes, −100 to 100; 0 where nothing moved.</summary>
/// <param name="slow">Bars of the first smoothing, at least 1; 25.</param>
/// <param name="fast">Bars of the second; 13.</param>
/// <param name="signal">Bars of the signal line; 7.</param>
public sealed class Tsi(int slow = 25, int fast = 13, int signal = 7) : SignalStudy($"TSI({slow},{fast},{signal})", slow + fast + signal - 1, ExponentialSmoother.Usual(signal))
{
    readonly Smoother moves = ExponentialSmoother.Usual(slow);
    readonly Smoother movesAgain = ExponentialSmoother.Usual(fast);
    readonly Smoother sizes = ExponentialSmoother.Usual(slow);
    readonly Smoother sizesAgain = ExponentialSmoother.Usual(fast);

    private protected override double Main(in Candle now, in Candle before)
    {
        var move = now.Close - before.Close;
        double net = movesAgain.Add(moves.Add(move)), walked = sizesAgain.Add(sizes.Add(Math.Abs(move)));
        return walked == 0d ? 0d : 100d * net / walked;
    }
}
