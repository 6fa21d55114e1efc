namespace Workbench.Research;

/// <summary>A line of the report: instants and values of one length, at most <see cref="MostPoints"/>.</summary>
/// <param name="Times">Unix milliseconds, rising.</param>
/// <param name="Values">NaN where the line has a hole.</param>
public sealed record Curve(IReadOnlyList<long> Times, IReadOnlyList<double> Values)
{
    /// <summary>More points than a screen has columns only slow a page down.</summary>
    public const int MostPoints = 4_000;

    public static Curve Empty { get; } = new([], []);

    /// <summary>
    /// Thins a series: each stretch of it keeps its first, lowest, highest and last point in their order, so that no peak and no bottom is lost.
    /// </summary>
    public static Curve Thin(ReadOnlySpan<long> nanos, ReadOnlySpan<double> values, int most = MostPoints)
    {
        var (times, kept) = (new List<long>(), new List<double>());
        var stretches = values.Length <= most ? 0 : most / 4;
        if (stretches == 0)
        {
            for (var i = 0; i < values.Length; i++)
            {
                Keep(nanos, values, i, times, kept);
            }
        }

        for (var stretch = 0; stretch < stretches; stretch++)
        {
            var from = (int)((long)values.Length * stretch / stretches);
            var to = (int)((long)values.Length * (stretch + 1) / stretches);
            KeepExtremes(nanos, values, from, to, times, kept);
        }

        return new Curve(times, kept);
    }

    static void KeepExtremes(ReadOnlySpan<long> nanos, ReadOnlySpan<double> values, int from, int to, List<long> times, List<double> kept)
    {
        var (low, high) = (from, from);
        for (var i = from; i < to; i++)
        {
            low = values[i] < values[low] ? i : low;
            high = values[i] > values[high] ? i : high;
        }

        var last = -1;
        foreach (var at in (ReadOnlySpan<int>)[from, Math.Min(low, high), Math.Max(low, high), to - 1])
        {
            if (at > last)
            {
                Keep(nanos, values, at, times, kept);
                last = at;
            }
        }
    }

    static void Keep(ReadOnlySpan<long> nanos, ReadOnlySpan<double> values, int at, List<long> times, List<double> kept)
    {
        times.Add(nanos[at] / UtcNanos.Millisecond);
        kept.Add(values[at]);
    }
}
