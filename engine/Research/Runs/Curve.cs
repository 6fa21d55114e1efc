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
    /// Thins a series: each stretch of it keeps its first, lowest, highest and last point in their order, so that no peak and no bottom is lost; and a hole where it has any.
    /// </summary>
    public static Curve Thin(ReadOnlySpan<long> nanos, ReadOnlySpan<double> values, int most = MostPoints)
    {
        var kept = Thinning.Extremes(values, most);
        var (times, thinned) = (new long[kept.Length], new double[kept.Length]);
        for (var i = 0; i < kept.Length; i++)
        {
            times[i] = nanos[kept[i]] / UtcNanos.Millisecond;
            thinned[i] = values[kept[i]];
        }

        return new Curve(times, thinned);
    }
}
