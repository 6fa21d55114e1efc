namespace Workbench.Core.Tests.Kit;

/// <summary>
/// A book that wanders by a seed: messages of one or more rows, prints at its best prices and beyond, now and then a side that is empty
/// and, where the test wants them, gaps after which it is void until the next snapshot.
/// </summary>
sealed class RandomBook
{
    const int Levels = 5;

    readonly SeededRandom dice;
    readonly List<DepthRow> depth = [];
    readonly List<TradeRow> prints = [];
    SortedDictionary<(Side Side, long Price), long> book = [];
    long mid = 110_000;
    long time = Given.Monday;

    RandomBook(int seed) => dice = new SeededRandom(seed);

    /// <summary>A book and its prints.</summary>
    public static (DepthRow[] Depth, TradeRow[] Prints) Of(int seed, int messages, bool gaps)
    {
        var wandering = new RandomBook(seed);
        wandering.Snapshot();
        for (var left = 0; messages > 0; messages--, left--)
        {
            wandering.time += wandering.dice.Next(4) == 0 ? 0 : wandering.dice.Next(1, 40_000) * UtcNanos.Millisecond;
            if (gaps && left < -20 && wandering.dice.Next(30) == 0)
            {
                wandering.depth.Add(new DepthRow(wandering.time, Side.Buy, 0, 0, DepthFlags.Gap | DepthFlags.End));
                left = wandering.dice.Next(1, 25);
            }
            else if (left == 1)
            {
                wandering.Snapshot();
            }
            else
            {
                wandering.Change();
            }
        }

        return ([.. wandering.depth], [.. wandering.prints]);
    }

    void Snapshot()
    {
        book = Ladder();
        Say(book.Select(level => (level.Key.Side, level.Key.Price, level.Value)), DepthFlags.Snapshot);
    }

    void Change()
    {
        mid += dice.Next(3) == 0 ? dice.Next(-3, 4) : 0;
        var next = Ladder();
        if (dice.Next(40) == 0)
        {
            next = new(next.Where(level => level.Key.Side == Side.Buy).ToDictionary());
        }

        var gone = book.Keys.Where(level => !next.ContainsKey(level)).Select(level => (level.Side, level.Price, 0L));
        var changed = next.Where(level => book.GetValueOrDefault(level.Key) != level.Value).Select(level => (level.Key.Side, level.Key.Price, level.Value));
        Say([.. gone, .. changed], DepthFlags.None);
        book = next;
        if (dice.Next(4) == 0)
        {
            var side = dice.Next(2) == 0 ? Side.Buy : Side.Sell;
            var beyond = dice.Next(6) == 0 ? dice.Next(1, 4) : 0;
            prints.Add(new TradeRow(time, side == Side.Buy ? mid + 1 + beyond : mid - 1 - beyond, dice.Next(1, 20) * 1_000, side));
        }
    }

    /// <summary>The levels around the mid; most keep their size.</summary>
    SortedDictionary<(Side Side, long Price), long> Ladder()
    {
        var ladder = new SortedDictionary<(Side Side, long Price), long>();
        for (var i = 1; i <= Levels; i++)
        {
            foreach (var level in ((Side, long)[])[(Side.Buy, mid - i), (Side.Sell, mid + i)])
            {
                ladder[level] = dice.Next(4) > 0 && book.TryGetValue(level, out var size) ? size : dice.Next(1, 40) * 1_000;
            }
        }

        return ladder;
    }

    void Say(IEnumerable<(Side Side, long Price, long Size)> rows, DepthFlags first)
    {
        var message = rows.Select((row, i) => new DepthRow(time, row.Side, row.Price, row.Size, i == 0 ? first : DepthFlags.None)).ToList();
        if (message.Count > 0)
        {
            message[^1] = message[^1] with { Flags = message[^1].Flags | DepthFlags.End };
            depth.AddRange(message);
        }
    }
}
