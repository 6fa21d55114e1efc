namespace Workbench.Research.Compare;

/// <summary>How much two do the same trades.</summary>
/// <param name="SameWay">Time in which both held the same instrument the same way, over the time in which at least one held anything of it; or why there is none.</param>
/// <param name="SameEntries">Entries into the same instrument, the same way, at the same instant, over all entries of the two.</param>
public sealed record TradeOverlap(MetricValue SameWay, MetricValue SameEntries)
{
    const string NoTrades = "its trades are not kept";

    internal static TradeOverlap Of(ComparedRun? one, ComparedRun? other)
    {
        if (one is null || other is null)
        {
            return new TradeOverlap(MetricValue.None(NoTrades), MetricValue.None(NoTrades));
        }

        var (a, b) = (All(one), All(other));
        return new TradeOverlap(Time(a, b), Entries(a, b));
    }

    static List<ListedTrade> All(ComparedRun run) => [.. run.Trades, .. run.Document.Tables.OpenTrades];

    static MetricValue Entries(List<ListedTrade> a, List<ListedTrade> b)
    {
        var (ours, theirs) = (a.Select(Entry).ToHashSet(), b.Select(Entry).ToHashSet());
        var both = ours.Count(theirs.Contains);
        return ours.Count + theirs.Count == 0 ? MetricValue.None("neither traded") : (double)both / (ours.Count + theirs.Count - both);
    }

    static (string, Side, long) Entry(ListedTrade trade) => (trade.Symbol, trade.Side, trade.EntryTime);

    static MetricValue Time(List<ListedTrade> a, List<ListedTrade> b)
    {
        var (same, any) = (0d, 0d);
        foreach (var symbol in a.Concat(b).Select(trade => trade.Symbol).Distinct().Order(StringComparer.Ordinal))
        {
            var (alike, held) = Time(a.Where(trade => trade.Symbol == symbol), b.Where(trade => trade.Symbol == symbol));
            (same, any) = (same + alike, any + held);
        }

        return any > 0d ? same / any : MetricValue.None("neither held anything");
    }

    /// <summary>Walks through all entries and exits, counting what each side holds between two of them.</summary>
    static (double Same, double Any) Time(IEnumerable<ListedTrade> a, IEnumerable<ListedTrade> b)
    {
        List<(long Time, int Who, int Sign)> steps = [.. a.SelectMany(trade => Steps(trade, 0)), .. b.SelectMany(trade => Steps(trade, 1))];
        steps.Sort();
        Span<int> held = [0, 0];
        var (same, any) = (0d, 0d);
        for (var i = 0; i < steps.Count; i++)
        {
            var span = i == 0 ? 0d : steps[i].Time - steps[i - 1].Time;
            same += held[0] != 0 && Math.Sign(held[0]) == Math.Sign(held[1]) ? span : 0d;
            any += held[0] != 0 || held[1] != 0 ? span : 0d;
            held[steps[i].Who] += steps[i].Sign;
        }

        return (same, any);
    }

    static IEnumerable<(long, int, int)> Steps(ListedTrade trade, int who)
    {
        var sign = trade.Side == Side.Buy ? 1 : -1;
        return [(trade.EntryTime, who, sign), (trade.ExitTime, who, -sign)];
    }
}
