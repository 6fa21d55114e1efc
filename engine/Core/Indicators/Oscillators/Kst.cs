namespace Workbench.Core;

/// <summary>Know sure thing (Martin Pring, 1992): four smoothed rates of change, weighted 1 to 4, in percent.</summary>
public sealed class Kst : SignalStudy
{
    static readonly int[] Pring = [10, 15, 20, 30];
    static readonly int[] PringSmoothing = [10, 10, 10, 15];

    readonly Change[] changes;
    readonly Smoother[] averages;

    /// <summary>Pring's short term lengths: rates over 10, 15, 20 and 30 bars, smoothed over 10, 10, 10 and 15.</summary>
    /// <param name="signal">Bars of the simple average that is the signal line, at least 1; 9.</param>
    public Kst(int signal = 9)
        : this(Pring, PringSmoothing, signal)
    {
    }

    /// <summary>Lengths of one's own.</summary>
    /// <param name="rates">Bars of each rate of change, from the lightest to the heaviest.</param>
    /// <param name="smoothing">Bars that smooth each rate, as many as there are rates.</param>
    /// <param name="signal">Bars of the signal line, at least 1.</param>
    public Kst(int[] rates, int[] smoothing, int signal)
        : base(
            $"KST({string.Join('-', rates)},{string.Join('-', smoothing)},{signal})",
            rates.Zip(smoothing, (rate, bars) => rate + bars).Max() + signal - 1,
            new SimpleSmoother(signal))
    {
        changes = [.. rates.Select(rate => new Change(rate))];
        averages = [.. smoothing.Select(bars => new SimpleSmoother(bars))];
    }

    private protected override double Main(in Candle now, in Candle before)
    {
        var sum = 0d;
        for (var i = 0; i < changes.Length; i++)
        {
            sum += (i + 1) * averages[i].Add(changes[i].Percent(now.Close));
        }

        return sum;
    }
}
