namespace Workbench.Research.Compare;

/// <summary>What changed in the trades from one run to another: a trade is the same where it went into the same instrument, the same way, at the same instant.</summary>
public sealed record TradeDiff
{
    /// <summary>Most changes that are listed.</summary>
    public const int MostListed = 40;

    /// <summary>Trades that both made, and to the same end.</summary>
    public required int Same { get; init; }

    /// <summary>Trades that both went into, and that ended, sized or were priced otherwise.</summary>
    public required int Changed { get; init; }

    /// <summary>Trades of the other alone.</summary>
    public required int Added { get; init; }

    /// <summary>Trades of the first alone.</summary>
    public required int Removed { get; init; }

    /// <summary>Profit that came with the added, in account currency.</summary>
    public required decimal AddedNet { get; init; }

    /// <summary>Profit that went with the removed.</summary>
    public required decimal RemovedNet { get; init; }

    /// <summary>Profit of the changed, after less before.</summary>
    public required decimal ChangedNet { get; init; }

    /// <summary>The changes that brought or cost most, by time.</summary>
    public required IReadOnlyList<TradeChange> Listed { get; init; }

    internal static TradeDiff Of(ComparedRun before, ComparedRun after) => Between(before.Trades, after.Trades);

    /// <summary>What changed from one list of trades to another.</summary>
    public static TradeDiff Between(IReadOnlyList<ListedTrade> before, IReadOnlyList<ListedTrade> after)
    {
        var (changes, same) = Match(before, after);
        int Count(string kind) => changes.Count(change => change.Kind == kind);
        decimal Net(string kind) => changes.Where(change => change.Kind == kind).Sum(change => change.Net);
        return new TradeDiff
        {
            Same = same, Changed = Count("changed"), Added = Count("added"), Removed = Count("removed"),
            AddedNet = Net("added"), RemovedNet = -Net("removed"), ChangedNet = Net("changed"),
            Listed = [.. changes.OrderByDescending(change => Math.Abs(change.Net)).ThenBy(Time).Take(MostListed).OrderBy(Time)],
        };
    }

    static (List<TradeChange> Changes, int Same) Match(IReadOnlyList<ListedTrade> before, IReadOnlyList<ListedTrade> after)
    {
        var waiting = before.GroupBy(Entry).ToDictionary(group => group.Key, group => new Queue<ListedTrade>(group));
        var (changes, same) = (new List<TradeChange>(), 0);
        foreach (var trade in after)
        {
            var was = waiting.TryGetValue(Entry(trade), out var queue) && queue.TryDequeue(out var first) ? first : null;
            if (was is null || !EndedAlike(was, trade))
            {
                changes.Add(new TradeChange(was is null ? "added" : "changed", was, trade));
                continue;
            }

            same++;
        }

        changes.AddRange(before.GroupBy(Entry).SelectMany(group => waiting[group.Key]).Select(trade => new TradeChange("removed", trade, null)));
        return (changes, same);
    }

    static (string, Side, long) Entry(ListedTrade trade) => (trade.Symbol, trade.Side, trade.EntryTime);

    static bool EndedAlike(ListedTrade a, ListedTrade b) =>
        (a.Qty, a.EntryPrice, a.ExitTime, a.ExitPrice, a.Net) == (b.Qty, b.EntryPrice, b.ExitTime, b.ExitPrice, b.Net);

    static long Time(TradeChange change) => (change.Before ?? change.After)!.EntryTime;
}
