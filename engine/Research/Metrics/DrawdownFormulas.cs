namespace Workbench.Research;

/// <summary>Falls from peaks in an equity series whose first point is the money at the start.</summary>
public static class DrawdownFormulas
{
    /// <summary>Every fall, in time order. A peak that is reached again starts a new one.</summary>
    public static List<DrawdownSpan> Find(ReadOnlySpan<long> times, ReadOnlySpan<double> equity)
    {
        var spans = new List<DrawdownSpan>();
        var (peak, trough) = (0, -1);
        for (var i = 1; i < equity.Length; i++)
        {
            if (equity[i] < equity[peak])
            {
                trough = trough < 0 || equity[i] < equity[trough] ? i : trough;
                continue;
            }

            if (trough >= 0)
            {
                spans.Add(Span(times, equity, peak, trough, times[i], times[i]));
            }

            (peak, trough) = (i, -1);
        }

        if (trough >= 0)
        {
            spans.Add(Span(times, equity, peak, trough, null, times[^1]));
        }

        return spans;
    }

    /// <summary>The deepest falls by share of their peak, deepest first.</summary>
    public static List<DrawdownSpan> Worst(List<DrawdownSpan> spans, int count) =>
        [.. spans.OrderByDescending(span => span.Depth).ThenBy(span => span.Peak).Take(count)];

    /// <summary>Root of the summed squared drawdowns over n − 1, n counting the returns: deep and long falls weigh most.</summary>
    public static MetricValue Ulcer(ReadOnlySpan<double> returns)
    {
        if (returns.Length < 2)
        {
            return MetricValue.None("fewer than two daily returns");
        }

        var (wealth, peak, squares) = (1d, 1d, 0d);
        foreach (var value in returns)
        {
            wealth *= 1d + value;
            peak = Math.Max(peak, wealth);
            var fall = wealth / peak - 1d;
            squares += fall * fall;
        }

        return Math.Sqrt(squares / (returns.Length - 1));
    }

    static DrawdownSpan Span(ReadOnlySpan<long> times, ReadOnlySpan<double> equity, int peak, int trough, long? recovery, long end)
    {
        var lost = equity[peak] - equity[trough];
        var depth = equity[peak] > 0d ? lost / equity[peak] : 0d;
        return new DrawdownSpan(depth, lost, times[peak], times[trough], recovery, end);
    }
}
