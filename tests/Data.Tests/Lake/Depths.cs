using Workbench.Data.Lake;

namespace Workbench.Data.Tests.Lake;

/// <summary>Depth tapes that the tests share: made by dice, written, read back.</summary>
static class Depths
{
    public static readonly Instrument Coin = new() { Symbol = "BTCUSDT", BaseCurrency = "BTC", QuoteCurrency = "USDT", PriceScale = 2, SizeScale = 6 };

    /// <summary>A snapshot and messages of some changes each; now and then a gap with a snapshot some messages behind it.</summary>
    public static List<DepthRow> Walk(int seed, string from, int messages, int longestMinutes = 7, bool gaps = true)
    {
        var dice = new Random(seed);
        var (time, rows, toSnapshot) = (Ticks.At(from), new List<DepthRow>(), 0);
        for (var i = 0; i < messages; i++, time += dice.Next(1, longestMinutes * 60_000) * UtcNanos.Millisecond)
        {
            var isSnapshot = toSnapshot-- == 0;
            if (gaps && !isSnapshot && toSnapshot < 0 && dice.Next(40) == 0)
            {
                rows.Add(new DepthRow(time, Side.Buy, 0, 0, DepthFlags.Gap | DepthFlags.End));
                toSnapshot = dice.Next(1, 5);
                continue;
            }

            var count = isSnapshot ? 60 : dice.Next(1, 9);
            for (var j = 0; j < count; j++)
            {
                var side = dice.Next(2) == 0 ? Side.Buy : Side.Sell;
                var price = side == Side.Buy ? 6_000_000 - dice.Next(50) : 6_000_001 + dice.Next(50);
                var flags = (j == 0 && isSnapshot ? DepthFlags.Snapshot : DepthFlags.None) | (j == count - 1 ? DepthFlags.End : DepthFlags.None);
                rows.Add(new DepthRow(time, side, price, isSnapshot ? dice.Next(1, 900) : dice.Next(3) * dice.Next(900), flags));
            }
        }

        return rows;
    }

    public static Stored Write(ParquetLake lake, IReadOnlyList<DepthRow> rows, string source = "test") => lake.Write(new DepthTape(rows), source);

    public static List<DepthRow> Read(ParquetLake lake, TimeRange? range = null)
    {
        using var cursor = lake.Depth(Coin, range ?? TimeRange.All);
        return Read(cursor);
    }

    public static List<DepthRow> Read(ICursor<DepthBatch> cursor)
    {
        var batch = new DepthBatch();
        var rows = new List<DepthRow>();
        while (cursor.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                rows.Add(new DepthRow(batch.Time[i], batch.Side[i], batch.Price[i], batch.Size[i], batch.Flags[i]));
            }
        }

        return rows;
    }

    /// <summary>The book after each message, in words that can be compared; told by dictionaries and by no code of ours.</summary>
    public static List<(long Time, string Book)> Books(IEnumerable<DepthRow> rows)
    {
        var (books, isValid) = (new List<(long, string)>(), false);
        var sides = new Dictionary<Side, SortedDictionary<long, long>> { [Side.Buy] = [], [Side.Sell] = [] };
        foreach (var row in rows)
        {
            if ((row.Flags & (DepthFlags.Gap | DepthFlags.Snapshot)) != 0)
            {
                isValid = (row.Flags & DepthFlags.Snapshot) != 0;
                sides[Side.Buy].Clear();
                sides[Side.Sell].Clear();
            }

            if (isValid && row.Size > 0)
            {
                sides[row.Side][row.Price] = row.Size;
            }
            else
            {
                sides[row.Side].Remove(row.Price);
            }

            if ((row.Flags & DepthFlags.End) != 0)
            {
                books.Add((row.Time, isValid ? string.Join(' ', sides[Side.Buy]) + " | " + string.Join(' ', sides[Side.Sell]) : "invalid"));
            }
        }

        return books;
    }
}
