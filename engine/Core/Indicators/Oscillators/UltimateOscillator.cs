namespace Workbench.Core;

/// <summary>Ultimate oscillator (Larry Williams, 1985): buying pressure over three spans, weighted 4, 2 and 1, 0 to 100; 50 where there is no range.</summary>
/// <param name="first">Bars of the shortest span, at least 1; 7.</param>
/// <param name="second">Bars of the middle span; 14.</param>
/// <param name="third">Bars of the longest span; 28.</param>
public sealed class UltimateOscillator(int first = 7, int second = 14, int third = 28)
    : Study($"Ultimate({first},{second},{third})", Math.Max(first, Math.Max(second, third)) + 1)
{
    readonly Smoother[] pressures = [new SimpleSmoother(first), new SimpleSmoother(second), new SimpleSmoother(third)];
    readonly Smoother[] ranges = [new SimpleSmoother(first), new SimpleSmoother(second), new SimpleSmoother(third)];

    private protected override double Next(in Candle now, in Candle before)
    {
        double pressure = now.Close - Math.Min(now.Low, before.Close), range = now.TrueRange(before), sum = 0d;
        for (var i = 0; i < 3; i++)
        {
            double bought = pressures[i].Add(pressure), walked = ranges[i].Add(range);
            sum += (4 >> i) * (walked == 0d ? 0.5d : bought / walked);
        }

        return 100d * sum / 7d;
    }
}
