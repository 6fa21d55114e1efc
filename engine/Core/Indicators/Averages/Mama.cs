namespace Workbench.Core;

/// <summary>MESA adaptive moving average (John Ehlers, 2001): jumps when the dominant cycle starts anew, creeps within it. Of the bars' middles, in quote currency.</summary>
/// <param name="fast">Largest share of the way to the price, above 0 and at most 1; 0.5.</param>
/// <param name="slow">Smallest share of the way to the price, above 0 and at most <paramref name="fast"/>; 0.05.</param>
/// <remarks>Starts from the price; ready after 32 bars, as in TA-Lib. Uses <see cref="Math.Atan(double)"/>.</remarks>
public sealed class Mama(double fast = 0.5d, double slow = 0.05d) : Study($"MAMA({fast},{slow})", 33)
{
    readonly Cycle cycle = new();
    double phase = double.NaN;
    double mama;
    double fama;

    /// <summary>Following average: goes half as fast towards MAMA as MAMA towards the price. A cross of the two is Ehlers' signal.</summary>
    public double Fama => Shown(fama);

    private protected override double Next(in Candle now, in Candle before)
    {
        var turned = phase;
        phase = cycle.Add(now.Median);
        turned -= phase;
        if (double.IsNaN(turned))
        {
            return mama = fama = now.Median;
        }

        var share = Math.Max(fast / Math.Max(turned, 1d), slow);
        mama += share * (now.Median - mama);
        fama += 0.5d * share * (mama - fama);
        return mama;
    }
}
