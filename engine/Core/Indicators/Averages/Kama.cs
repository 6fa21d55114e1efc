namespace Workbench.Core;

/// <summary>Adaptive moving average of closes (Perry Kaufman, 1995): quick where the price runs straight, slow where it is noise. In quote currency.</summary>
/// <param name="length">Bars of the efficiency ratio, at least 1. Kaufman used 10.</param>
/// <param name="fast">Length of the exponential average in a straight market; 2.</param>
/// <param name="slow">Length of the exponential average in pure noise; 30.</param>
/// <remarks>Starts from the close of bar n, as TA-Lib does.</remarks>
public sealed class Kama(int length = 10, int fast = 2, int slow = 30) : Study($"KAMA({length},{fast},{slow})", length + 1)
{
    readonly Efficiency efficiency = new(length);
    readonly double fastest = 2d / (fast + 1);
    readonly double slowest = 2d / (slow + 1);
    double average = double.NaN;

    private protected override double Next(in Candle now, in Candle before)
    {
        var ratio = efficiency.Add(now.Close);
        if (double.IsNaN(ratio))
        {
            return ratio;
        }

        var start = double.IsNaN(average) ? before.Close : average;
        var share = ratio * (fastest - slowest) + slowest;
        return average = start + share * share * (now.Close - start);
    }
}
