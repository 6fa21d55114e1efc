using Workbench.Data.Lake;

namespace Workbench.Data.Tests.Lake;

/// <summary>Order books in the lake: no range shows a torn one, and the same changes are the same data.</summary>
public sealed class DepthTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly ParquetLake lake;

    public DepthTests() => lake = Ticks.Lake(folder);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_message_comes_back_and_leaves_the_book_it_left(int seed)
    {
        var rows = Depths.Walk(seed, "2024-08-08T21:13:00Z", 1_200);
        Depths.Write(lake, rows);
        var stored = Depths.Read(lake);

        // Without the books that the lake wrote at full hours, the tape is what was given.
        Assert.Equal(rows, Without(stored, rows));
        var (truth, seen) = (Last(Depths.Books(rows)), Last(Depths.Books(stored)));
        Assert.All(truth, book => Assert.Equal(book.Value, seen[book.Key]));
    }

    [Fact]
    public void A_file_holds_a_day_and_begins_with_the_book_as_it_stood()
    {
        var rows = Depths.Walk(7, "2024-08-08T21:13:00Z", 700, gaps: false);
        Depths.Write(lake, rows);
        var files = Directory.GetFiles(Path.Combine(folder.Path, "BTCUSDT", "depth"), "*.parquet").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();

        Assert.True(files.Count >= 2, $"only {files.Count} files");
        Assert.Equal(["2024-08-08", "2024-08-09"], files.Take(2).Select(name => name![..10]));
        var midnight = Ticks.At("2024-08-09");
        var day = Depths.Read(lake, new TimeRange(midnight, long.MaxValue));
        Assert.Equal(midnight, day[0].Time);
        Assert.Equal(DepthFlags.Snapshot, day[0].Flags & DepthFlags.Snapshot);
        Assert.Equal(Depths.Books(rows).Last(book => book.Time < midnight).Book, Depths.Books(day)[0].Book);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void A_range_that_begins_anywhere_opens_with_the_book_of_that_instant(int seed)
    {
        var rows = Depths.Walk(seed, "2024-08-08T05:02:00Z", 900);
        Depths.Write(lake, rows);
        var truth = Depths.Books(rows);
        var dice = new Random(seed);
        for (var i = 0; i < 25; i++)
        {
            var from = rows[0].Time + 1 + dice.NextInt64(rows[^1].Time - rows[0].Time - 1);
            var seen = Depths.Books(Depths.Read(lake, new TimeRange(from, long.MaxValue)));
            var known = truth.Last(book => book.Time < from).Book;

            // Whoever begins in an hour before the snapshot it begins with has that one as the first.
            var begins = rows.First(row => row.Time >= UtcNanos.Floor(from, UtcNanos.Hour));
            var waits = begins.Time >= from && (begins.Flags & (DepthFlags.Snapshot | DepthFlags.Gap)) != 0;
            Assert.Equal(known != "invalid" && !waits, seen[0] == (from, known));
            Assert.Subset(seen.ToHashSet(), truth.Where(book => book.Time > from).ToHashSet());
        }
    }

    [Fact]
    public void A_tape_in_one_piece_and_in_pieces_that_begin_with_snapshots_are_the_same_data()
    {
        var pieces = new[] { "2024-08-08T22:10:00Z", "2024-08-09T03:00:00Z", "2024-08-09T07:30:00Z" }
            .Select((from, i) => Depths.Walk(20 + i, from, 60, longestMinutes: 3, gaps: false)).ToList();
        using var other = new TempFolder();
        var whole = Ticks.Lake(other);
        Depths.Write(whole, [.. pieces.SelectMany(rows => rows)]);
        foreach (var piece in pieces)
        {
            Depths.Write(lake, piece);
        }

        var (one, several) = (whole.Describe(Depths.Coin, DataKind.Depth, default, TimeRange.All), lake.Describe(Depths.Coin, DataKind.Depth, default, TimeRange.All));
        Assert.Equal(one.Count, several.Count);
        Assert.Equal(one.Sha256, several.Sha256);
    }

    [Fact]
    public void A_tape_that_is_read_and_written_again_is_the_same_data()
    {
        Depths.Write(lake, Depths.Walk(31, "2024-08-08T21:13:00Z", 800));
        using var other = new TempFolder();
        var copy = Ticks.Lake(other);
        using (var cursor = lake.Depth(Depths.Coin, TimeRange.All))
        {
            copy.Write(cursor, "test");
        }

        Assert.Equal(lake.Describe(Depths.Coin, DataKind.Depth, default, TimeRange.All), copy.Describe(Depths.Coin, DataKind.Depth, default, TimeRange.All));
    }

    [Fact]
    public void What_stays_behind_an_import_shows_no_book_until_the_next_full_hour()
    {
        var rows = Depths.Walk(41, "2024-08-08T10:00:00Z", 400, longestMinutes: 1, gaps: false);
        Depths.Write(lake, rows);
        var again = Depths.Walk(42, "2024-08-08T10:20:00Z", 20, longestMinutes: 1, gaps: false);
        Depths.Write(lake, again);

        var books = Depths.Books(Depths.Read(lake));
        var (end, hour) = (again[^1].Time, Ticks.At("2024-08-08T11:00:00Z"));
        Assert.All(books.Where(book => book.Time > end && book.Time < hour), book => Assert.Equal("invalid", book.Book));
        Assert.Contains(books, book => book.Time > end && book.Time < hour);
        var truth = Last(Depths.Books(rows));
        Assert.All(Last(books).Where(book => book.Key > hour && truth.ContainsKey(book.Key)), book => Assert.Equal(truth[book.Key], book.Value));
        Assert.Equal(hour, books.First(book => book.Time > end && book.Book != "invalid").Time);
    }

    [Fact]
    public void A_tape_without_a_snapshot_at_its_beginning_shows_no_book_before_its_first_one()
    {
        var rows = Depths.Walk(51, "2024-08-08T10:00:00Z", 30, gaps: false);
        var loose = rows.SkipWhile(row => row.Time == rows[0].Time).ToList();
        Depths.Write(lake, loose);

        Assert.All(Depths.Books(Depths.Read(lake)), book => Assert.Equal("invalid", book.Book));
    }

    [Fact]
    public void The_identity_of_a_range_is_that_of_what_its_cursor_shows()
    {
        var rows = Depths.Walk(61, "2024-08-08T10:05:00Z", 200, gaps: false);
        Depths.Write(lake, rows);
        var range = new TimeRange(rows[0].Time + 40 * UtcNanos.Minute, rows[^1].Time - UtcNanos.Minute);
        var identity = lake.Describe(Depths.Coin, DataKind.Depth, default, range);

        Assert.Equal("depth", identity.Kind);
        Assert.Equal(Depths.Read(lake, range).Count, identity.Count);

        // Another book to begin with is other data, though no change within the range differs.
        using var other = new TempFolder();
        var changed = Ticks.Lake(other);
        Depths.Write(changed, [.. rows.Select((row, i) => i == 3 ? row with { Price = 5_999_000, Side = Side.Buy } : row)]);
        Assert.NotEqual(identity.Sha256, changed.Describe(Depths.Coin, DataKind.Depth, default, range).Sha256);
    }

    [Fact]
    public void A_book_deeper_than_a_batch_is_written_out_whole()
    {
        var start = Ticks.At("2024-08-08T10:59:00Z");
        var levels = Enumerable.Range(0, 20_000).Select(i => new DepthRow(
            start, i % 2 == 0 ? Side.Buy : Side.Sell, i % 2 == 0 ? 6_000_000 - i : 6_000_001 + i, i + 1,
            i == 0 ? DepthFlags.Snapshot : i == 19_999 ? DepthFlags.End : DepthFlags.None));
        List<DepthRow> rows = [.. levels, new DepthRow(start + 2 * UtcNanos.Minute, Side.Buy, 6_000_000, 5, DepthFlags.End)];
        Depths.Write(lake, rows);

        var books = Depths.Books(Depths.Read(lake));
        Assert.Equal(3, books.Count);
        Assert.Equal(books[0].Book, books[1].Book);
        Assert.Equal(Ticks.At("2024-08-08T11:00:00Z"), books[1].Time);
        var late = Depths.Books(Depths.Read(lake, new TimeRange(start + 90 * UtcNanos.Second, long.MaxValue)));
        Assert.Equal(books[0].Book, late[0].Book);
        Assert.Equal(books[2], late[1]);
    }

    static Dictionary<long, string> Last(IEnumerable<(long Time, string Book)> books) =>
        books.GroupBy(book => book.Time).ToDictionary(group => group.Key, group => group.Last().Book);

    /// <summary>The rows without those of full hours that nobody gave.</summary>
    static List<DepthRow> Without(List<DepthRow> stored, List<DepthRow> given)
    {
        var times = given.Select(row => row.Time).ToHashSet();
        return [.. stored.Where(row => times.Contains(row.Time))];
    }
}
