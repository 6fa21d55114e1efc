using System.IO.Compression;
using System.Text.Json;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Tests.Lake;

namespace Workbench.Data.Tests.Importers.Books;

/// <summary>Files of order books from vendors: Bybit's zips, Tardis' and Binance's CSVs.</summary>
public sealed class BookFilesTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SharedDataFact]
    public void Bybit_s_book_is_the_snapshot_and_all_its_changes()
    {
        var path = SharedData.Path("orderbook-l2/bybit/xrpusdt-ob500.data.zip");
        var truth = Replay(path);
        using var tape = Importing.Open("bybit-depth", path, "XRPUSDT");
        var rows = Depths.Read(tape.Depth!);

        Assert.Equal((3_966, 50), (rows.Count, rows.Count(row => row.Flags.HasFlag(DepthFlags.End))));
        Assert.Equal("2024-12-01T00:00:00.589Z", UtcNanos.ToIso(rows[0].Time)[..24]);
        Assert.Equal(truth, Final(rows, InstrumentTable.BuiltIn.Find("XRPUSDT")));
        Assert.DoesNotContain(tape.Report.Warnings, warning => warning.Contains("gap", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_Bybit_s_file_lacks_is_a_gap()
    {
        var file = Write("2024-12-01_XRPUSDT_ob500.data", string.Join('\n',
            """{"type":"snapshot","ts":1000,"data":{"s":"XRPUSDT","b":[["1.9531","5"]],"a":[["1.9532","6"]],"u":7},"cts":999}""",
            """{"type":"delta","ts":1001,"data":{"s":"XRPUSDT","b":[["1.9531","4"]],"a":[],"u":8}}""",
            """{"type":"delta","ts":1002,"data":{"s":"XRPUSDT","b":[["1.9531","3"]],"a":[],"u":10}}""",
            """{"type":"snapshot","ts":1003,"data":{"s":"XRPUSDT","b":[["1.9530","2"]],"a":[],"u":1}}"""));
        using var tape = Importing.Open("bybit-depth", file, "XRPUSDT");
        var rows = Depths.Read(tape.Depth!);

        Assert.Equal([999, 999, 1_001, 1_002, 1_003], rows.Select(row => row.Time / UtcNanos.Millisecond));
        Assert.Equal(["snapshot", "", "", "gap", "snapshot"], rows.Select(row => row.Flags.HasFlag(DepthFlags.Snapshot) ? "snapshot" : row.Flags.HasFlag(DepthFlags.Gap) ? "gap" : ""));
        Assert.Contains("1 changes came without a snapshot to follow on, and were left out.", tape.Report.Warnings);
    }

    [SharedDataFact]
    public void Tardis_levels_are_a_book_in_each_row()
    {
        var path = SharedData.Path("orderbook-l2/tardis/binance-futures_book_snapshot_5_BTCUSDT.csv");
        using var tape = Importing.Open("tardis", path, "BTCUSDT");
        var rows = Depths.Read(tape.Depth!);
        var lines = File.ReadAllLines(path).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(lines.Count * 10, rows.Count);
        Assert.Equal(lines.Count, rows.Count(row => row.Flags.HasFlag(DepthFlags.Snapshot)));
        var instrument = InstrumentTable.BuiltIn.Find("BTCUSDT");
        for (var i = 0; i < lines.Count; i++)
        {
            Assert.Equal(Levels(lines[i], 4, 6), rows.Skip(i * 10).Take(10).Select(row => (instrument.FromRaw(row.Price), instrument.SizeFromRaw(row.Size))));
            Assert.Equal(Number(lines[i][2]) * 1_000, rows[i * 10].Time);
        }
    }

    [SharedDataFact]
    public void Tardis_changes_begin_with_the_whole_book()
    {
        var instrument = InstrumentTable.BuiltIn.Find("BTC-PERPETUAL", new InstrumentOverrides { Point = 0.5m, Quote = "USD" });
        using var tape = Assert.Single(ImportFormats.Open("tardis", SharedData.Path("orderbook-l2/tardis/deribit_incremental_book_L2_BTC-PERPETUAL.csv"), instrument, new ImportOptions()));
        var rows = Depths.Read(tape.Depth!);

        Assert.Equal(15, rows.Count);
        Assert.All(rows, row => Assert.Equal((1_585_699_200_245_000_000, Side.Sell), (row.Time, row.Side)));
        Assert.Equal((DepthFlags.Snapshot, DepthFlags.End), (rows[0].Flags, rows[^1].Flags));
        Assert.Equal((6_421.5m, 18_640m), (instrument.FromRaw(rows[0].Price), instrument.SizeFromRaw(rows[0].Size)));
    }

    [Fact]
    public void Tardis_changes_before_a_snapshot_are_left_out_and_a_later_snapshot_begins_anew()
    {
        var file = Write("x.csv", string.Join('\n',
            "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount",
            "b,BTCUSDT,1000000,1000010,false,bid,10,1",
            "b,BTCUSDT,2000000,2000010,true,bid,10,2",
            "b,BTCUSDT,2000000,2000011,true,ask,11,3",
            "b,BTCUSDT,3000000,3000010,false,bid,9,4",
            "b,BTCUSDT,3000001,3000010,false,ask,11,0",
            "b,BTCUSDT,4000000,4000010,true,ask,12,5"));
        using var tape = Importing.Open("tardis", file, "BTCUSDT");
        var books = Depths.Books(Depths.Read(tape.Depth!));

        Assert.Equal(
            ["[1000, 2000000] | ", "[1000, 2000000] | [1100, 3000000]", "[900, 4000000] [1000, 2000000] | ", " | [1200, 5000000]"],
            books.Select(book => book.Book));
        Assert.Contains("1 changes came without a snapshot to follow on, and were left out.", tape.Report.Warnings);
    }

    [SharedDataFact]
    public void Binance_s_snapshot_is_a_book_of_one_side()
    {
        using var tape = Importing.Open("binance-depth", SharedData.Path("orderbook-l2/binance/btcusdt-depth-snap.csv"), "BTCUSDT");
        var rows = Depths.Read(tape.Depth!);

        Assert.Equal(100, rows.Count);
        Assert.All(rows, row => Assert.Equal(Side.Buy, row.Side));
        Assert.Equal((2_037_700, 1_770_000), (rows[0].Price, rows[0].Size));
        Assert.Single(rows, row => row.Flags.HasFlag(DepthFlags.End));
    }

    [Fact]
    public void Binance_s_updates_are_joined_to_the_snapshot_beside_them()
    {
        const string header = "symbol,timestamp,first_update_id,last_update_id,side,update_type,price,qty,pu\n";
        Write("BTCUSDT_2022-11-01_depth_snap.csv", header + "BTCUSDT,1000,105,105,b,snap,10.00,1,-1\nBTCUSDT,1000,105,105,a,snap,11.00,2,-1\n");
        Write("BTCUSDT_2022-11-01_depth_update.csv", header
            + "BTCUSDT,990,101,104,b,set,10.00,7,100\nBTCUSDT,1001,105,108,b,set,10.00,3,104\nBTCUSDT,1001,105,108,a,set,11.00,0,104\nBTCUSDT,1002,109,111,a,set,12.00,4,108\n");
        using var tape = Importing.Open("binance-depth", folder.Path, "BTCUSDT");

        Assert.Equal(
            ["[1000, 1000000] | [1100, 2000000]", "[1000, 3000000] | ", "[1000, 3000000] | [1200, 4000000]"],
            Depths.Books(Depths.Read(tape.Depth!)).Select(book => book.Book));
    }

    [Theory]
    [InlineData("tardis", "time,bid,ask\n1,2,3\n", "WB2792")]
    [InlineData("binance-depth", "time,bid,ask\n1,2,3\n", "WB2792")]
    [InlineData("tardis", "", "WB2303")]
    [InlineData("binance-capture", "hello\nworld\n", "WB2303")]
    public void Other_files_are_refused(string format, string text, string code)
    {
        var file = Write("x.csv", text);
        Assert.Equal(code, Assert.Throws<WorkbenchException>(() => Importing.Drain(Importing.Open(format, file, "BTCUSDT"))).Code);
    }

    [Fact]
    public void A_book_has_no_regular_hours() => Assert.Equal("WB2791", Assert.Throws<WorkbenchException>(() =>
        Importing.Open("tardis", Write("x.csv", "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount\n"), "BTCUSDT", new ImportOptions { RegularHours = true })).Code);

    string Write(string name, string text)
    {
        var file = Path.Combine(folder.Path, name);
        File.WriteAllText(file, text);
        return file;
    }

    static IEnumerable<(decimal Price, decimal Size)> Levels(string[] cells, int asks, int bids)
    {
        for (var level = 0; level < 5; level++)
        {
            yield return (Decimal(cells[asks + level * 4]), Decimal(cells[asks + level * 4 + 1]));
            yield return (Decimal(cells[bids + level * 4]), Decimal(cells[bids + level * 4 + 1]));
        }
    }

    static string Final(List<DepthRow> rows, Instrument instrument)
    {
        var book = new OrderBook(instrument);
        rows.ForEach(row => book.Apply(row.Side, row.Price, row.Size, row.Flags));
        return Text(Side.Buy) + "|" + Text(Side.Sell);

        string Text(Side side) => string.Join(' ', Enumerable.Range(0, book.Depth(side)).Select(i => FormattableString.Invariant($"{book.Price(side, i):0.0000}x{book.Size(side, i):0.######}")).Order(StringComparer.Ordinal));
    }

    /// <summary>The last book of Bybit's file, by dictionaries.</summary>
    static string Replay(string path)
    {
        var sides = new Dictionary<string, Dictionary<decimal, decimal>> { ["b"] = [], ["a"] = [] };
        using var archive = ZipFile.OpenRead(path);
        using var lines = new StreamReader(archive.Entries[0].Open());
        while (lines.ReadLine() is { } line)
        {
            foreach (var (name, side) in sides)
            {
                foreach (var level in JsonDocument.Parse(line).RootElement.GetProperty("data").GetProperty(name).EnumerateArray())
                {
                    side[Decimal(level[0].GetString()!)] = Decimal(level[1].GetString()!);
                }
            }
        }

        return string.Join('|', sides.Values.Select(side => string.Join(' ', side.Where(level => level.Value > 0m).Select(level => FormattableString.Invariant($"{level.Key:0.0000}x{level.Value:0.######}")).Order(StringComparer.Ordinal))));
    }

    static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
