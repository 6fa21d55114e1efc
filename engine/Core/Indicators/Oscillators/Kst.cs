namespace Workbench.Core;

/// <summary>Know sure thing (Martin Pring, 1992): four smoothed rates of change, weighted 1 to 4, in percent. Pring's daily lengths.</summary>
/// <param name="signal">Bars of the simple average that is the signal line, at least 1; 9.</param>
public sealed class Kst(int signal = 9) : Study($"KST({signal})", 44 + signal)
{
    readonly Change[] changes = [new(10), new(15), new(20), new(30)];
    readonly Smoother[] averages = [new SimpleSmoother(10), new SimpleSmoother(10), new SimpleSmoother(10), new SimpleSmoother(15)];
    readonly Smoother average = new SimpleSmoother(signal);
    double line = double.NaN;

    /// <summary>Simple average of <see cref="Indicator.Value"/>.</summary>
    public double Signal => Shown(line);

    private protected override double Next(in Candle now, in Candle before)
    {
        var sum = 0d;
        for (var i = 0; i < changes.Length; i++)
        {
            sum += (i + 1) * averages[i].Add(changes[i].Percent(now.Close));
        }

        line = average.Add(sum);
        return sum;
    }
}
