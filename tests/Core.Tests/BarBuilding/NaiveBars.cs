namespace Workbench.Core.Tests.BarBuilding;

/// <summary>Bars that events close, made in the plainest way from the whole list: slow, and written without a look at how the engine does it.</summary>
static class NaiveBars
{
    /// <summary>A finished bar: times, prices, volume and count.</summary>
    public readonly record struct Row(long From, long To, long Open, long High, long Low, long Close, long Volume, long Count)
    {
        public static Row Of(Bar bar) =>
            new(bar.OpenNanos, bar.CloseNanos, bar.OpenRaw, bar.HighRaw, bar.LowRaw, bar.CloseRaw, bar.VolumeRaw, bar.Count);
    }

    /// <param name="rows">All events, prices in the bars' own scale.</param>
    /// <param name="spec">Which bars.</param>
    /// <param name="tick">One tick size in that scale.</param>
    /// <param name="valueLength">Raw price times raw size that a bar by value holds.</param>
    /// <param name="volumeLength">Raw size that a bar by volume holds.</param>
    public static List<Row> Of(IReadOnlyList<TradeRow> rows, BarSpec spec, long tick, long volumeLength = 0, long valueLength = 0) => spec.Unit switch
    {
        BarUnit.Range => Walk(rows, new RangeEdges(spec.Length * tick)),
        BarUnit.Renko => Walk(rows, new BrickEdges(spec.Length * tick)),
        _ => Cut(rows, Ends(rows, spec, volumeLength, valueLength)),
    };

    /// <summary>Indices at which bars end, told from sums over the list.</summary>
    static IEnumerable<int> Ends(IReadOnlyList<TradeRow> rows, BarSpec spec, long volumeLength, long valueLength)
    {
        var signs = Signs(rows);
        var lengths = new List<(int Count, double MeanSign)>();
        var from = 0;
        for (var to = 0; to < rows.Count; to++)
        {
            var part = rows.Skip(from).Take(to - from + 1).ToList();
            var surplus = signs.Skip(from).Take(to - from + 1).Sum();
            var ends = spec.Unit switch
            {
                BarUnit.Ticks => part.Count == spec.Length,
                BarUnit.Volume => part.Sum(row => row.Size) >= volumeLength,
                BarUnit.Value => part.Sum(row => row.Price * row.Size) >= valueLength,
                BarUnit.Imbalance => Math.Abs(surplus) >= spec.Length,
                _ => lengths.Count == 0 ? part.Count == spec.Length : Math.Abs(surplus) >= Expected(lengths, spec.Length),
            };
            if (ends)
            {
                yield return to;
                lengths.Add((part.Count, (double)surplus / part.Count));
                from = to + 1;
            }
        }
    }

    /// <summary>E[T] · |2P[b = 1] − 1| after those bars.</summary>
    static double Expected(List<(int Count, double MeanSign)> before, long ticks)
    {
        double length = ticks, sign = before[0].MeanSign;
        foreach (var (count, mean) in before.Skip(1))
        {
            length = Math.Min(10d * ticks, Math.Max(ticks / 10d, length + 2d / 21d * (count - length)));
            sign += 2d / 21d * (mean - sign);
        }

        return Math.Max(1d, length * Math.Abs(sign));
    }

    static List<int> Signs(IReadOnlyList<TradeRow> rows)
    {
        var signs = new List<int>();
        for (var i = 0; i < rows.Count; i++)
        {
            var moved = i == 0 ? 0 : Math.Sign(rows[i].Price - rows[i - 1].Price);
            signs.Add(rows[i].Aggressor switch
            {
                Side.Buy => 1,
                Side.Sell => -1,
                _ => moved != 0 ? moved : i == 0 ? 0 : signs[i - 1],
            });
        }

        return signs;
    }

    static List<Row> Cut(IReadOnlyList<TradeRow> rows, IEnumerable<int> ends)
    {
        var bars = new List<Row>();
        var from = 0;
        foreach (var end in ends)
        {
            var part = rows.Skip(from).Take(end - from + 1).ToList();
            bars.Add(new Row(
                part[0].Time, part[^1].Time, part[0].Price, part.Max(row => row.Price), part.Min(row => row.Price), part[^1].Price,
                part.Sum(row => row.Size), part.Count));
            from = end + 1;
        }

        return bars;
    }

    /// <summary>Takes the price from one event to the next in steps of one, so that no edge can be jumped over.</summary>
    static List<Row> Walk(IReadOnlyList<TradeRow> rows, IEdges edges)
    {
        var bars = new List<Row>();
        var (opened, volume, count, last) = (rows[0].Time, 0L, 0L, rows[0].Price);
        edges.Step(last);
        foreach (var row in rows)
        {
            volume += row.Size;
            count++;
            while (last != row.Price)
            {
                last += Math.Sign(row.Price - last);
                if (edges.Step(last) is var (open, high, low, close))
                {
                    bars.Add(new Row(opened, row.Time, open, high, low, close, volume, count));
                    (opened, volume, count) = (row.Time, 0, 0);
                }
            }
        }

        return bars;
    }

    interface IEdges
    {
        /// <summary>The bar that ends at that price, one step from the one before; null where none does.</summary>
        (long Open, long High, long Low, long Close)? Step(long price);
    }

    sealed class RangeEdges(long length) : IEdges
    {
        readonly List<long> path = [];

        public (long Open, long High, long Low, long Close)? Step(long price)
        {
            path.Add(price);
            if (path.Max() - path.Min() < length)
            {
                return null;
            }

            var bar = (path[0], path.Max(), path.Min(), price);
            path.Clear();
            path.Add(price);
            return bar;
        }
    }

    sealed class BrickEdges(long length) : IEdges
    {
        long? top;
        long bottom;

        public (long Open, long High, long Low, long Close)? Step(long price)
        {
            top ??= bottom = price;
            if (price == top + length)
            {
                (bottom, top) = (top.Value, price);
                return (bottom, price, bottom, price);
            }

            if (price == bottom - length)
            {
                (top, bottom) = (bottom, price);
                return (top.Value, top.Value, price, price);
            }

            return null;
        }
    }
}
