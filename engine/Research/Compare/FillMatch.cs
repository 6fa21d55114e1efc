namespace Workbench.Research.Compare;

/// <summary>The fills of one mode beside those of another: same instrument, same side, same quantity, near in time.</summary>
public sealed record FillMatch
{
    /// <summary>Furthest that two fills of one decision may be apart.</summary>
    public const long Apart = UtcNanos.Minute;

    /// <summary>Most fills that are drawn.</summary>
    const int MostListed = 500;

    /// <summary>Fills of the first.</summary>
    public required int First { get; init; }

    /// <summary>Fills of the other.</summary>
    public required int Other { get; init; }

    /// <summary>Fills that both had.</summary>
    public required int Matched { get; init; }

    /// <summary>Median of the other's price less the first's, against us positive, as a share of the price; or why there is none.</summary>
    public required MetricValue Slip { get; init; }

    /// <summary>The worst of it.</summary>
    public required MetricValue WorstSlip { get; init; }

    /// <summary>Median of the other's time less the first's, seconds.</summary>
    public required MetricValue Late { get; init; }

    /// <summary>The latest.</summary>
    public required MetricValue Latest { get; init; }

    /// <summary>Pairs by time: when, how much against us as a share of price, how much later in seconds.</summary>
    public required IReadOnlyList<(long Time, double Slip, double Late)> Pairs { get; init; }

    internal static FillMatch Of(IReadOnlyList<ComparedFill> first, IReadOnlyList<ComparedFill> other)
    {
        var pairs = Pair(first, other).Select(pair => (pair.One.Time, Slip: Against(pair.One, pair.Two), Late: (pair.Two.Time - pair.One.Time) / (double)UtcNanos.Second)).ToList();
        var (slips, lates) = (pairs.Select(pair => pair.Slip).Order().ToArray(), pairs.Select(pair => pair.Late).Order().ToArray());
        var none = MetricValue.None("no fill is in both");
        var step = Math.Max(1, (pairs.Count + MostListed - 1) / MostListed);
        return new FillMatch
        {
            First = first.Count, Other = other.Count, Matched = pairs.Count,
            Slip = slips.Length == 0 ? none : Moments.Quantile(slips, 0.5), WorstSlip = slips.Length == 0 ? none : slips[^1],
            Late = lates.Length == 0 ? none : Moments.Quantile(lates, 0.5), Latest = lates.Length == 0 ? none : lates[^1],
            Pairs = [.. pairs.Where((_, at) => at % step == 0)],
        };
    }

    static double Against(ComparedFill one, ComparedFill two) =>
        one.Price == 0m ? 0d : (double)((two.Price - one.Price) / one.Price) * (one.Side == Side.Buy ? 1d : -1d);

    static IEnumerable<(ComparedFill One, ComparedFill Two)> Pair(IReadOnlyList<ComparedFill> first, IReadOnlyList<ComparedFill> other)
    {
        var groups = other.OrderBy(fill => fill.Time).GroupBy(Wish).ToDictionary(group => group.Key, group => new LinkedList<ComparedFill>(group));
        foreach (var one in first.OrderBy(fill => fill.Time))
        {
            if (groups.TryGetValue(Wish(one), out var waiting) && Nearest(waiting, one.Time) is { } near)
            {
                waiting.Remove(near);
                yield return (one, near.Value);
            }
        }
    }

    /// <summary>The nearest in time of those that wait; what lies too far back for this one does so for all that follow.</summary>
    static LinkedListNode<ComparedFill>? Nearest(LinkedList<ComparedFill> waiting, long time)
    {
        while (waiting.First is { } old && old.Value.Time < time - Apart)
        {
            waiting.RemoveFirst();
        }

        LinkedListNode<ComparedFill>? nearest = null;
        for (var node = waiting.First; node is not null && node.Value.Time <= time + Apart; node = node.Next)
        {
            nearest = nearest is null || Math.Abs(node.Value.Time - time) < Math.Abs(nearest.Value.Time - time) ? node : nearest;
        }

        return nearest;
    }

    static (string, Side, decimal) Wish(ComparedFill fill) => (fill.Instrument, fill.Side, fill.Qty);
}
