namespace Workbench.Research;

/// <summary>
/// Takes closed trades one by one and keeps what the report needs of them: sums by sort, two numbers of each for medians and
/// distribution, and the trades worth a row. 16 bytes a trade, however many there are.
/// </summary>
sealed class TradeLedger(int rows)
{
    /// <summary>A script that tags every trade differently must not cost a tally for each.</summary>
    const int MostKeys = 1_000;

    readonly Dictionary<TradeKey, TradeTally> tallies = [];
    readonly PriorityQueue<ListedTrade, decimal> listed = new();
    readonly List<ListedTrade> open = [];

    // The sort of the last long and of the last short: a script that turns its position goes from one to the other.
    Sort? lastLong;
    Sort? lastShort;
    int streak;

    /// <summary>Net profit of each closed trade.</summary>
    public List<double> Nets { get; } = [];

    /// <summary>The same, smallest first; asked for once all trades are in.</summary>
    public double[] SortedNets => field ??= Sorted(Nets);

    /// <summary>Seconds each was held.</summary>
    public List<double> Held { get; } = [];

    public int WinStreak { get; private set; }

    public int LossStreak { get; private set; }

    public long OpenCount { get; private set; }

    public decimal OpenNet { get; private set; }

    /// <summary>Trades left open at the end; the first <c>rows</c> of them.</summary>
    public IReadOnlyList<ListedTrade> Open => open;

    /// <summary>The closed trades with the largest profit or loss, in order of time.</summary>
    public IReadOnlyList<ListedTrade> Largest =>
        [.. listed.UnorderedItems.Select(item => item.Element).OrderBy(trade => trade.Number)];

    public void Add(in RoundTrip trade)
    {
        var net = trade.NetPnl;
        if (trade.IsOpen)
        {
            AddOpen(trade, net);
            return;
        }

        Tally(trade).Add(trade, net);
        Nets.Add((double)net);
        Held.Add(trade.HeldNanos / (double)UtcNanos.Second);
        CountStreak(Math.Sign(net));
        List(trade, Math.Abs(net));
    }

    public TradeTally Total() => Sum(tallies.Values);

    /// <summary>Groups of the trades that share what <paramref name="name"/> tells of them, largest group first.</summary>
    public IReadOnlyList<TradeGroup> By(Func<TradeKey, string> name) =>
    [
        .. tallies.GroupBy(pair => name(pair.Key))
            .Select(group => Sum(group.Select(pair => pair.Value)).Named(group.Key))
            .OrderByDescending(group => group.Count).ThenBy(group => group.Name, StringComparer.Ordinal),
    ];

    void AddOpen(in RoundTrip trade, decimal net)
    {
        OpenCount++;
        OpenNet += net;
        if (open.Count < rows)
        {
            open.Add(ListedTrade.From(trade, Nets.Count + OpenCount));
        }
    }

    TradeTally Tally(in RoundTrip trade)
    {
        ref var last = ref trade.Side == Side.Buy ? ref lastLong : ref lastShort;
        if (last is null || !last.Key.Holds(in trade))
        {
            last = Find(new TradeKey(trade.Instrument, trade.Side, trade.EntryTag, trade.ExitTag, trade.Book, trade.ExitReason));
        }

        return last.Tally;
    }

    Sort Find(TradeKey key)
    {
        if (!tallies.TryGetValue(key, out var tally))
        {
            var kept = tallies.Count < MostKeys ? key : key with { EntryTag = TradeKey.OtherTags, ExitTag = TradeKey.OtherTags };
            tally = tallies.TryGetValue(kept, out var known) ? known : tallies[kept] = new TradeTally();
        }

        return new Sort(key, tally);
    }

    void CountStreak(int sign)
    {
        streak = sign == 0 || Math.Sign(streak) != sign ? sign : streak + sign;
        WinStreak = Math.Max(WinStreak, streak);
        LossStreak = Math.Max(LossStreak, -streak);
    }

    void List(in RoundTrip trade, decimal size)
    {
        if (listed.Count < rows)
        {
            listed.Enqueue(ListedTrade.From(trade, Nets.Count), size);
        }
        else if (listed.TryPeek(out _, out var smallest) && size > smallest)
        {
            listed.DequeueEnqueue(ListedTrade.From(trade, Nets.Count), size);
        }
    }

    static double[] Sorted(List<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    static TradeTally Sum(IEnumerable<TradeTally> parts)
    {
        var sum = new TradeTally();
        foreach (var part in parts)
        {
            sum.Add(part);
        }

        return sum;
    }

    /// <param name="Key">What its trades have in common.</param>
    /// <param name="Tally">Their sums.</param>
    sealed record Sort(TradeKey Key, TradeTally Tally);
}
