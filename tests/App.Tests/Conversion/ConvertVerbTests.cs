using Workbench.App.Tests.Kit;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App.Tests.Conversion;

/// <summary>Stored data made into others and written into files: held against a count by hand, and against what comes back.</summary>
[Collection(LabCollection.Name)]
public sealed class ConvertVerbTests(Lab lab)
{
    [Theory]
    [InlineData(PriceSource.Bid)]
    [InlineData(PriceSource.Ask)]
    [InlineData(PriceSource.Mid)]
    public void Bars_of_ticks_are_what_a_naive_count_makes(PriceSource price)
    {
        using var shell = lab.FreshWithData();
        var spec = Model.Bars.Minutes(5).Of(price);
        shell.Run("data", "convert", "EURUSD:ticks", "--as", spec.ToString()).Good();
        AssertNaive(Lake(shell), Lake(shell), spec);
    }

    [SharedDataFact]
    public void Bars_of_real_ticks_say_what_they_are_made_of()
    {
        using var shell = lab.Fresh();
        var json = shell.Run("data", "convert", "EURUSD:ticks", "--as", "1m@bid", "--lake", lab.EurUsd, "--into", shell.Path("made"), "--json").Good().Json();
        Assert.Equal("dukascopy made of ticks", json.GetProperty("source").GetString());
        AssertNaive(Workspace.At(shell.Path("home")).OpenLake(lab.EurUsd), Workspace.At(shell.Path("home")).OpenLake(shell.Path("made")), Model.Bars.Minutes(1).Of(PriceSource.Bid));
    }

    [Fact]
    public void Longer_bars_of_bars_are_those_of_the_ticks()
    {
        using var shell = lab.FreshWithData();
        shell.Run("data", "convert", "EURUSD:ticks", "--as", "1m@bid").Good();
        var json = shell.Run("data", "convert", "EURUSD:1m@bid", "--as", "15m", "--json").Good().Json();
        Assert.Equal("SYNTHETIC made of ticks made of 1m@bid", json.GetProperty("source").GetString());
        AssertNaive(Lake(shell), Lake(shell), Model.Bars.Minutes(15).Of(PriceSource.Bid));
        Assert.True(Lake(shell).Describe(Lake(shell).Instrument("EURUSD"), DataKind.Bars, Model.Bars.Minutes(15).Of(PriceSource.Bid), TimeRange.All).IsSynthetic);
        shell.Run("data", "convert", "EURUSD:15m@bid", "--as", "20m").Refused("WB4483", ExitCode.Usage);
        shell.Run("data", "convert", "EURUSD:15m@bid", "--as", "30m@ask").Refused("WB4483", ExitCode.Usage);
        shell.Run("data", "convert", "EURUSD:ticks", "--as", "100t").Refused("WB4482", ExitCode.Usage);
    }

    [Fact]
    public void Ticks_of_bars_go_along_the_written_path_and_replace_no_vendors()
    {
        using var shell = lab.FreshWithData();
        shell.Write("bars.csv", "time,open,high,low,close,volume\n2024-03-04 08:00:00,1.1,1.3,1.0,1.2,5\n2024-03-04 08:01:00,1.2,1.25,1.15,1.16,5\n");
        shell.Run("data", "import", shell.Path("bars.csv"), "--instrument", "GBPUSD", "--format", "csv", "--timeframe", "1m@last").Good();
        Assert.Equal(8, shell.Run("data", "convert", "GBPUSD:1m@last", "--as", "ticks", "--path", "ohlc", "--into", shell.Path("made"), "--json").Good().Json().GetProperty("count").GetInt32());
        shell.Run("data", "import", shell.Write("ticks.csv", "time,bid,ask\n2024-03-04 08:00:00,1.1,1.2\n"), "--instrument", "GBPUSD", "--format", "csv").Good();
        shell.Run("data", "convert", "GBPUSD:1m@last", "--as", "ticks").Refused("WB4481", ExitCode.Data);
    }

    [Fact]
    public void Adjusted_prices_are_a_tape_of_their_own_and_never_beside_raw_ones()
    {
        using var shell = lab.Fresh();
        shell.Write("prices.csv", "Date,Open,High,Low,Close,Adj Close,Volume,Dividends,Stock Splits\n2024-03-04,101,102,99,100,98,500,0,0\n2024-03-05,98,99,97,98.5,98.5,600,2,0\n");
        shell.Run("data", "import", shell.Path("prices.csv"), "--instrument", "XYZ", "--format", "yahoo-csv", "--point", "0.01", "--quote", "USD").Good();
        var made = shell.Run("data", "convert", "XYZ:1d", "--adjust", "all", "--into", shell.Path("made"), "--json").Good().Json();
        Assert.Matches("^yahoo adjusted dividends-[0-9a-f]{8} made of 1d@last$", made.GetProperty("source").GetString());

        var lake = Workspace.At(shell.Path("home")).OpenLake(shell.Path("made"));
        using var bars = lake.Bars(lake.Instrument("XYZ"), Model.Bars.Days().Of(PriceSource.Last), TimeRange.All);
        Assert.Equal([98m, 98.5m], BarList.Read(bars).Select(bar => lake.Instrument("XYZ").FromRaw(bar.Close)));

        shell.Run("data", "convert", "XYZ:1d", "--adjust", "all").Refused("WB4481", ExitCode.Data);
        shell.Run("data", "convert", "XYZ:1d", "--adjust", "all", "--lake", shell.Path("made"), "--into", shell.Path("again")).Refused("WB2607", ExitCode.Data);
        shell.Run("data", "convert", "XYZ:1d", "--adjust", "splits", "--into", shell.Path("made")).Refused("WB2611", ExitCode.Data);
        shell.Run("data", "convert", "XYZ:1d", "--adjust", "all", "--factors", shell.Path("absent.csv"), "--into", shell.Path("made")).Refused("WB2601", ExitCode.NotFound);
        shell.Run("data", "convert", "XYZ:1d", "--adjust", "all", "--as", "1w", "--into", shell.Path("made")).Refused("WB4486", ExitCode.Usage);
        shell.Run("data", "convert", "XYZ:1d").Refused("WB4486", ExitCode.Usage);
    }

    [Theory]
    [InlineData("EURUSD:ticks", "csv")]
    [InlineData("EURUSD:5m@bid", "csv")]
    [InlineData("EURUSD:ticks", "parquet")]
    [InlineData("EURUSD:5m@bid", "parquet")]
    public void What_was_exported_comes_back_with_the_same_hash(string data, string ending)
    {
        using var shell = lab.FreshWithData();
        shell.Run("data", "convert", "EURUSD:ticks", "--as", "5m@bid").Good();
        var file = shell.Path("out." + ending);
        shell.Run("data", "export", data, "--out-file", file).Good();
        string[] bars = data.EndsWith("bid", StringComparison.Ordinal) ? ["--timeframe", "5m@bid"] : [];
        shell.Run(["data", "import", file, "--instrument", "EURUSD", "--format", ending, "--lake", shell.Path("back"), .. bars]).Good();
        Assert.Equal(Sha(Lake(shell), data), Sha(Workspace.At(shell.Path("home")).OpenLake(shell.Path("back")), data));
        shell.Run("data", "export", data, "--out-file", file).Refused("WB4484", ExitCode.Usage);
    }

    [Fact]
    public void A_parquet_file_holds_every_row()
    {
        using var shell = lab.FreshWithData();
        var file = shell.Path("out.parquet");
        var count = shell.Run("data", "export", "EURUSD:ticks", "--out-file", file, "--json").Good().Json().GetProperty("count").GetInt64();
        using var table = Workbench.Data.Parquet.ParquetTable.Open(file);
        var lake = Lake(shell);
        using var ticks = lake.Ticks(lake.Instrument("EURUSD"), TimeRange.All);
        var batch = new TickBatch();
        var rows = 0L;
        while (ticks.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++, rows++)
            {
                Assert.True(table.Read());
                Assert.Equal(lake.Instrument("EURUSD").FromRaw(batch.Bid[i]), table.Decimal("bid"));
            }
        }

        Assert.False(table.Read());
        Assert.Equal(count, rows);
    }

    static ParquetLake Lake(Shell shell) => Workspace.At(shell.Path("home")).OpenLake(null);

    static string Sha(ParquetLake lake, string data) => StoredKind.Of(lake, data) is var kind ? lake.Describe(kind.Instrument, kind.Kind, kind.Bars, TimeRange.All).Sha256 : "";

    /// <summary>All ticks sorted into minutes by hand, and each bar held against its own.</summary>
    static void AssertNaive(ParquetLake ofTicks, ParquetLake ofBars, BarSpec spec)
    {
        var instrument = ofTicks.Instrument("EURUSD");
        var prices = new SortedDictionary<long, List<long>>();
        var ticks = new TickBatch();
        using var tape = ofTicks.Ticks(instrument, TimeRange.All);
        while (tape.Read(ticks))
        {
            for (var i = 0; i < ticks.Count; i++)
            {
                var open = ticks.Time[i] / spec.NominalNanos * spec.NominalNanos;
                prices.TryAdd(open, []);
                prices[open].Add(spec.Price switch { PriceSource.Bid => ticks.Bid[i], PriceSource.Ask => ticks.Ask[i], _ => (long)Math.Floor((ticks.Bid[i] + ticks.Ask[i]) / 2m) });
            }
        }

        using var bars = ofBars.Bars(instrument, spec, TimeRange.All);
        var found = BarList.Read(bars);
        Assert.Equal(prices.Count, found.Count);
        Assert.All(prices.Zip(found), pair => Assert.Equal(
            (pair.First.Key, pair.First.Key + spec.NominalNanos, pair.First.Value[0], pair.First.Value.Max(), pair.First.Value.Min(), pair.First.Value[^1]),
            (pair.Second.OpenTime, pair.Second.CloseTime, pair.Second.Open, pair.Second.High, pair.Second.Low, pair.Second.Close)));
    }
}
