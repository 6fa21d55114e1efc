namespace Workbench.Research.Compare;

/// <summary>What an account was worth over time.</summary>
/// <param name="Times">UTC nanoseconds, rising.</param>
/// <param name="Values">Worth at each, in account currency.</param>
public sealed record EquityLine(IReadOnlyList<long> Times, IReadOnlyList<double> Values)
{
    /// <summary>The line that a report draws: thinned, but none of its peaks is lost.</summary>
    public static EquityLine Of(Curve curve) => new([.. curve.Times.Select(time => time * UtcNanos.Millisecond)], curve.Values);

    /// <summary>Worth at the given instants, each the last known one; before the first, the first.</summary>
    public double[] At(IReadOnlyList<long> instants)
    {
        var values = new double[instants.Count];
        var next = 0;
        for (var i = 0; i < instants.Count; i++)
        {
            while (next < Times.Count && Times[next] <= instants[i])
            {
                next++;
            }

            values[i] = Values.Count == 0 ? double.NaN : Values[Math.Max(0, next - 1)];
        }

        return values;
    }
}
