using System.Text;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;
using Workbench.Data.Tests.Lake;

namespace Workbench.Data.Tests.Importers.Books;

/// <summary>Recordings of Binance's sockets: in step to the last update, and no book where none is known.</summary>
public sealed class CaptureTests : IDisposable
{
    const string Format = "binance-capture";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SharedDataTheory]
    [InlineData("usdm", 6_551)]
    [InlineData("spot", 3_451)]
    public void A_recorded_book_stays_in_step_to_its_last_update(string market, int changes)
    {
        var truth = Recorded.Of(market);
        var (book, messages, compared) = (new OrderBook(InstrumentTable.BuiltIn.Find("BTCUSDT")), 0, 0);
        var tape = Capture(market, DataKind.Depth);
        foreach (var row in Depths.Read(tape.Depth!))
        {
            book.Apply(row.Side, row.Price, row.Size, row.Flags);
            Assert.True(book.IsValid, $"no book after message {messages}");
            if ((row.Flags & DepthFlags.End) != 0 && truth.Best.TryGetValue(truth.Ids[messages++], out var best))
            {
                // Best prices are told per change, the book now and then: they can be compared where their numbers meet.
                Assert.Equal(best, (book.Price(Side.Buy, 0), book.Size(Side.Buy, 0), book.Price(Side.Sell, 0), book.Size(Side.Sell, 0)));
                compared++;
            }
        }

        Assert.Equal((changes, 0), (truth.Changes, truth.Gaps));
        Assert.Equal(truth.Applied, messages);
        Assert.True(compared >= 100, $"only {compared} of {messages} messages could be compared");
        Assert.Equal(truth.Bids.Reverse().Select(level => (level.Key, level.Value)), Ladder(book, Side.Buy));
        Assert.Equal(truth.Asks.Select(level => (level.Key, level.Value)), Ladder(book, Side.Sell));
        Assert.Equal(0, tape.Report.Crossed + tape.Report.Locked + tape.Report.Rejected + tape.Report.RoundedSizes);
        Assert.DoesNotContain(tape.Report.Warnings, warning => warning.Contains("gap", StringComparison.Ordinal));
        Assert.Contains(tape.Report.Warnings, warning => warning.StartsWith("The recorder's clock ran 1.2", StringComparison.Ordinal));
    }

    [SharedDataTheory]
    [InlineData("usdm", 21_313, "2024-08-08T23:54:16.322Z")]
    [InlineData("spot", 9_757, null)]
    public void Prints_of_the_same_recording_are_all_there(string market, int count, string? first)
    {
        var tape = Capture(market, DataKind.Trades);
        var prints = Importing.Trades(tape);

        Assert.Equal(count, prints.Count);
        Assert.Equal(Recorded.Of(market).Prints, prints.Select(print => (print.Price, print.Size)));
        Assert.All(prints, print => Assert.NotEqual(default, print.Aggressor));
        Assert.DoesNotContain(tape.Report.Warnings, warning => warning.Contains("missing", StringComparison.Ordinal));
        if (first is not null)
        {
            Assert.Equal(first, UtcNanos.ToIso(prints[0].TimeNanos));
        }
    }

    [SharedDataTheory]
    [InlineData("usdm", 66_089, false)]
    [InlineData("spot", 28_040, true)]
    public void Best_prices_have_the_exchange_s_time_or_say_that_they_have_not(string market, int count, bool isRecorder)
    {
        var tape = Capture(market, DataKind.Ticks);
        var ticks = Importing.Ticks(tape);

        Assert.Equal(count, ticks.Count);
        Assert.Equal(isRecorder, ticks[0].TimeNanos % UtcNanos.Millisecond != 0);
        Assert.Equal(isRecorder, tape.Report.Warnings.Any(warning => warning.EndsWith("times are the recorder's.", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_recording_without_a_snapshot_is_refused()
    {
        var refusal = Assert.Throws<WorkbenchException>(() => Depth(Change(1, 101, 105, 100, "1"), Change(2, 106, 110, 105, "2")));
        Assert.Equal("WB2790", refusal.Code);
        Assert.Contains("row 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_voids_the_book_until_the_next_snapshot()
    {
        var (rows, report) = Depth(
            Change(1, 101, 105, 100, "1"), Snapshot(2, 103), Change(3, 106, 110, 105, "2"),
            Change(4, 121, 125, 120, "3"), Change(5, 126, 130, 125, "4"), Snapshot(6, 127), Change(7, 131, 133, 130, "5"));

        Assert.Equal(
            ["9", "1", "2", "invalid", "9", "4", "5"],
            States(rows));
        Assert.Equal(4 * UtcNanos.Millisecond, rows.Single(row => row.Flags.HasFlag(DepthFlags.Gap)).Time);
        Assert.Contains(report.Warnings, warning => warning.StartsWith("1 gaps", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_kept_for_the_snapshot_counts_as_of_when_it_came()
    {
        var (rows, _) = Depth(Change(10, 101, 105, 100, "1"), Change(20, 106, 110, 105, "2"), Snapshot(30, 103, hasTime: false), Change(40, 111, 112, 110, "3"));

        Assert.Equal([20, 20, 20, 40], rows.Where(row => row.Flags.HasFlag(DepthFlags.End)).Select(row => row.Time / UtcNanos.Millisecond));
    }

    [Fact]
    public void A_line_that_was_cut_short_is_left_out_and_what_it_said_is_missed()
    {
        var cut = Change(3, 106, 110, 105, "2")[..40];
        var options = new ImportOptions { Kind = DataKind.Depth, MaxRejectedShare = 0.5m };
        var (rows, report) = Depth(options, Change(1, 101, 105, 100, "1"), Snapshot(2, 103), cut, Change(4, 111, 112, 110, "3"));

        Assert.Equal(1, report.Rejected);
        Assert.Equal("invalid", States(rows)[^1]);
    }

    [Fact]
    public void A_recording_of_two_symbols_is_refused()
    {
        var other = Change(3, 106, 110, 105, "2").Replace("BTCUSDT", "ETHUSDT", StringComparison.Ordinal);
        Assert.Equal("WB2308", Assert.Throws<WorkbenchException>(() => Depth(Change(1, 101, 105, 100, "1"), Snapshot(2, 103), other)).Code);
    }

    [Fact]
    public void A_price_that_does_not_fit_the_instrument_is_refused_with_its_place()
    {
        var refusal = Assert.Throws<WorkbenchException>(() => Depth(Snapshot(1, 103), Change(2, 101, 105, 100, "1").Replace("50000.00", "50000.001", StringComparison.Ordinal)));
        Assert.Equal("WB2504", refusal.Code);
    }

    [Fact]
    public void Other_streams_of_the_same_socket_are_passed_over()
    {
        const string mark = """5000000 {"stream":"btcusdt@markPrice","data":{"e":"markPriceUpdate","E":5,"s":"BTCUSDT","p":"61800.12345678","i":"1.123456789","T":7}}""";
        var (rows, report) = Depth(Snapshot(1, 103), mark, Change(6, 101, 105, 100, "1"));

        Assert.Equal(["9", "1"], States(rows));
        Assert.Equal(0, report.Rejected);
    }

    [SharedDataFact]
    public void The_lake_gives_the_recording_back_over_midnight_with_one_book_more()
    {
        var lake = new ParquetLake(folder.Path, _ => UtcCalendar.Instance);
        using (var tape = Capture("usdm", DataKind.Depth))
        {
            lake.Write(tape.Depth!, tape.Source);
        }

        using var given = Capture("usdm", DataKind.Depth);
        var rows = Depths.Read(given.Depth!);
        using var cursor = lake.Depth(lake.Instrument("BTCUSDT"), TimeRange.All);
        var stored = Depths.Read(cursor);
        var midnight = Ticks.At("2024-08-09");
        Assert.DoesNotContain(rows, row => row.Time == midnight);
        Assert.Equal(rows, stored.Where(row => row.Time != midnight));
        Assert.Equal(2, lake.List().Single().Files);
    }

    static Tape Capture(string market, DataKind kind) => Importing.Open(
        Format, SharedData.Path($"binance-ws-capture/{market}/btcusdt_20240808.gz"), "BTCUSDT", new ImportOptions { Kind = kind });

    (List<DepthRow> Rows, ImportReport Report) Depth(params string[] lines) => Depth(new ImportOptions { Kind = DataKind.Depth }, lines);

    (List<DepthRow> Rows, ImportReport Report) Depth(ImportOptions options, params string[] lines)
    {
        var file = Path.Combine(folder.Path, "capture.txt");
        File.WriteAllText(file, string.Join('\n', lines), Encoding.ASCII);
        using var tape = Importing.Open(Format, file, "BTCUSDT", options);
        return (Depths.Read(tape.Depth!), tape.Report);
    }

    /// <summary>Sizes of the bids, best first, after each message.</summary>
    static List<string> States(List<DepthRow> rows)
    {
        var (book, states) = (new OrderBook(InstrumentTable.BuiltIn.Find("BTCUSDT")), new List<string>());
        foreach (var row in rows)
        {
            book.Apply(row.Side, row.Price, row.Size, row.Flags);
            if (row.Flags.HasFlag(DepthFlags.End))
            {
                states.Add(book.IsValid ? FormattableString.Invariant($"{book.Size(Side.Buy, 0):0}") : "invalid");
            }
        }

        return states;
    }

    static IEnumerable<(decimal Price, decimal Size)> Ladder(OrderBook book, Side side) =>
        Enumerable.Range(0, book.Depth(side)).Select(level => (book.Price(side, level), book.Size(side, level)));

    static string Change(long ms, long first, long last, long previous, string size) => FormattableString.Invariant(
        $$$"""{{{ms * 1_000_000}}} {"stream":"btcusdt@depth","data":{"e":"depthUpdate","E":{{{ms}}},"T":{{{ms}}},"s":"BTCUSDT","U":{{{first}}},"u":{{{last}}},"pu":{{{previous}}},"b":[["50000.00","{{{size}}}"]],"a":[]}}""");

    static string Snapshot(long ms, long last, bool hasTime = true) => FormattableString.Invariant(
        $$"""{{ms * 1_000_000}} {"lastUpdateId":{{last}},{{(hasTime ? FormattableString.Invariant($"\"T\":{ms},") : "")}}"bids":[["50000.00","9"]],"asks":[["50001.00","9"]]}""");
}
