namespace Workbench.Core;

/// <summary>Whether the newest bar completes a candle pattern: 100 where it is bullish, −100 where it is bearish, 0 where it does not.</summary>
/// <param name="shape">The pattern.</param>
/// <remarks>What is long, short or near is measured on the ten (five) bars before each candle, so ten bars come before the pattern's first.</remarks>
public sealed class CandlePattern(CandleShape shape) : Study($"{shape}", Measured + CandleRules.Length(shape))
{
    const int Measured = 10;
    const int Near = 5;

    readonly Func<Sticks, int> rule = CandleRules.Of(shape);
    readonly Sticks sticks = new();
    readonly Smoother bodies = new SimpleSmoother(Measured);
    readonly Smoother ranges = new SimpleSmoother(Measured);
    readonly Smoother nearRanges = new SimpleSmoother(Near);
    (double Body, double Range, double Near) mean = (double.NaN, double.NaN, double.NaN);

    private protected override double Next(in Candle now, in Candle before)
    {
        var stick = new Stick(now, mean.Body, mean.Range, mean.Near);
        sticks.Add(stick);
        mean = (bodies.Add(stick.Body), ranges.Add(now.Range), nearRanges.Add(now.Range));
        return rule(sticks);
    }
}
