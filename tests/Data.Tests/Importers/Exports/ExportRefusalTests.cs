using Workbench.Data.Importers;
using Workbench.Data.Lake;
using Workbench.Data.Parquet;
using Workbench.Data.Tests.Lake;

namespace Workbench.Data.Tests.Importers.Exports;

/// <summary>Parquet that is not what an export wrote is refused before anything is stored.</summary>
public sealed class ExportRefusalTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly ParquetLake lake;
    readonly string file;

    public ExportRefusalTests()
    {
        (lake, file) = (new ParquetLake(folder.File("lake"), _ => UtcCalendar.Instance), folder.File("out.parquet"));
        Lake.Ticks.Write(lake, Lake.Ticks.Walk(1, "2024-01-20", 3_000));
        StoreExport.Write(lake, Lake.Ticks.Gold, DataKind.Ticks, default, TimeRange.All, file);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_byte_that_was_changed_anywhere_is_refused(int seed)
    {
        var (dice, bytes) = (new Random(seed), File.ReadAllBytes(file));
        for (var i = 0; i < 40; i++)
        {
            var (at, bit) = (dice.Next(bytes.Length), 1 << dice.Next(8));
            bytes[at] ^= (byte)bit;
            File.WriteAllBytes(file, bytes);
            var refusal = Record.Exception(() => Import(file, Lake.Ticks.Gold));
            Assert.True(refusal is WorkbenchException, FormattableString.Invariant($"seed {seed}: byte {at}, bit {bit}: {refusal?.Message ?? "taken"}"));
            bytes[at] ^= (byte)bit;
        }
    }

    [Fact]
    public void A_file_that_was_cut_is_refused()
    {
        var bytes = File.ReadAllBytes(file);
        foreach (var length in (int[])[0, 3, 11, 400, bytes.Length / 2, bytes.Length - 1])
        {
            File.WriteAllBytes(file, bytes[..length]);
            Assert.Equal("WB2201", Refusal(file, Lake.Ticks.Gold).Code);
        }
    }

    [Fact]
    public void Parquet_of_the_house_that_is_no_export_is_refused()
    {
        var stored = Directory.GetFiles(Path.Combine(folder.File("lake"), "XAUUSD", "ticks"), "*.parquet").First();
        Assert.Equal("WB2520", Refusal(stored, Lake.Ticks.Gold).Code);
    }

    [SharedDataFact]
    public void Parquet_of_others_is_refused()
    {
        var foreign = Directory.GetFiles(SharedData.Path("parquet"), "*.parquet", SearchOption.AllDirectories);
        Assert.Equal(3, foreign.Length);
        Assert.All(foreign, path => Assert.Equal("WB2520", Refusal(path, Lake.Ticks.Gold).Code));
    }

    [Theory]
    [InlineData("WB2521", "trades")]
    [InlineData("WB2521", "1m@bid")]
    [InlineData("WB2526", "100t")]
    [InlineData("WB2526", "bars")]
    [InlineData("WB2526", "candles")]
    public void Other_columns_and_kinds_that_nobody_knows_are_refused(string code, string kind)
    {
        Doctored(kind, 2);
        Assert.Equal(code, Refusal(folder.File("doctored.parquet"), Lake.Ticks.Gold).Code);
    }

    [Theory]
    [InlineData(3, 0, "--point 0.01")]
    [InlineData(2, 2, "\"sizeScale\": 0")]
    public void Other_decimals_than_the_instrument_has_are_refused(int prices, int sizes, string remedy)
    {
        var refusal = Refusal(file, Lake.Ticks.Gold with { PriceScale = prices, SizeScale = sizes });
        Assert.Equal("WB2522", refusal.Code);
        Assert.Contains(remedy, refusal.TryNext!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_of_another_instrument_or_of_none_that_is_named_is_refused()
    {
        Assert.Equal("WB2307", Refusal(file, Lake.Ticks.Gold with { Symbol = "XAGUSD" }).Code);
        Assert.Equal("WB2310", Assert.Throws<WorkbenchException>(() => ImportFormats.Open("parquet", file, new ImportOptions())).Code);
        Assert.Equal("WB2525", Assert.Throws<WorkbenchException>(() => ImportFormats.Open("parquet", file, Lake.Ticks.Gold, new ImportOptions { RegularHours = true })).Code);
        Assert.Equal("WB2304", Assert.Throws<WorkbenchException>(() => ImportFormats.Open("parquet", file, Lake.Ticks.Gold, new ImportOptions { Kind = DataKind.Trades })).Code);
        Directory.CreateDirectory(folder.File("empty"));
        Assert.Equal("WB2303", Refusal(folder.File("empty"), Lake.Ticks.Gold).Code);
    }

    [Fact]
    public void Exports_of_two_sources_are_not_mixed()
    {
        var other = new ParquetLake(folder.File("other"), _ => UtcCalendar.Instance);
        Lake.Ticks.Write(other, Lake.Ticks.Walk(2, "2024-03-20", 100), "another");
        Directory.CreateDirectory(folder.File("two"));
        File.Copy(file, Path.Combine(folder.File("two"), "1.parquet"));
        StoreExport.Write(other, Lake.Ticks.Gold, DataKind.Ticks, default, TimeRange.All, Path.Combine(folder.File("two"), "2.parquet"));
        Assert.Equal("WB2524", Refusal(folder.File("two"), Lake.Ticks.Gold).Code);
    }

    [Fact]
    public void A_csv_takes_no_order_book()
    {
        Depths.Write(lake, Depths.Walk(1, "2024-08-08T21:13:00Z", 50));
        Assert.Equal("WB2779", Assert.Throws<WorkbenchException>(() => StoreExport.Write(lake, Depths.Coin, DataKind.Depth, default, TimeRange.All, folder.File("book.csv"))).Code);
        Assert.False(File.Exists(folder.File("book.csv")));
    }

    /// <summary>A sound file of ours with the columns of ticks that says it holds another kind.</summary>
    void Doctored(string kind, int scale)
    {
        using var writer = new ParquetTableWriter<long>(folder.File("doctored.parquet"),
            TableColumn<long>.Time("time", static (in row) => row), TableColumn<long>.Decimal("bid", static (in row) => row, scale), TableColumn<long>.Decimal("ask", static (in row) => row, scale));
        (writer.Metadata["workbench.instrument"], writer.Metadata["workbench.kind"], writer.Metadata["workbench.source"]) = ("XAUUSD", kind, "test");
        writer.Add(5);
        writer.Commit();
    }

    WorkbenchException Refusal(string path, Instrument instrument)
    {
        var refusal = Assert.Throws<WorkbenchException>(() => Import(path, instrument));
        Assert.False(File.Exists(Path.Combine(folder.File("back"), instrument.Symbol, "ticks", "manifest.json")));
        return refusal;
    }

    void Import(string path, Instrument instrument)
    {
        var back = new ParquetLake(folder.File("back"), _ => UtcCalendar.Instance);
        using var tape = Assert.Single(ImportFormats.Open("parquet", path, instrument, new ImportOptions()));
        AnyTape.Write(back, tape.Cursor, tape.Spec, tape.Source);
    }
}
