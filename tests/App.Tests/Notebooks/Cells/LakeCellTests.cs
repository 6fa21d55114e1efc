using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>What a cell reads from the lake is what a strategy sees.</summary>
[Collection(LabCollection.Name)]
public sealed class LakeCellTests(Desk desk) : IClassFixture<Desk>
{
    [Fact]
    public async Task Ticks_are_those_that_the_lake_holds_and_ranges_cut_them()
    {
        var told = (await desk.Says("""
            var stored = Lake.List().Single();
            Console.WriteLine($"{stored.Instrument} {stored.Kind} {stored.Count} {stored.Source.Contains("SYNTHETIC")}");
            var all = Lake.Ticks("EURUSD");
            Console.WriteLine($"{all.Count} {all.Times[0] == stored.From} {all.Times[^1] < stored.To} {all.Bid.Zip(all.Ask).All(quote => quote.First < quote.Second)}");
            var (from, to) = (new DateTime(2024, 3, 4, 3, 0, 0), new DateTime(2024, 3, 4, 4, 0, 0));
            Console.WriteLine(Lake.Ticks("EURUSD", from, to).Nanos.SequenceEqual(all.Nanos.Where((_, at) => all.Times[at] >= from && all.Times[at] < to)));
            Console.WriteLine(Lake.Instrument("EURUSD").Symbol);
            """)).Split('\n');

        Assert.Equal(["EURUSD ticks 60000 True", "60000 True True True", "True", "EURUSD"], told);
    }

    [Fact]
    public async Task Bars_and_indicators_are_those_that_a_strategy_had()
    {
        await desk.Says("""
            public sealed class Witness : Strategy
            {
                readonly BarSpec quarter = Bars.Minutes(15);
                Sma sma = null!;

                public override void OnStart() => sma = Add(new Sma(5), quarter);

                public override void OnBar(in Bar bar) => TargetPosition(Position() > 0m ? -1000m : 1000m, tag: Invariant($"{bar.OpenTime:HH:mm} {bar.Close} {(sma.IsReady ? sma.Value : double.NaN):R}"));
            }
            """);
        var told = (await desk.Says("""
            var witness = await Backtest.Run(typeof(Witness), "EURUSD:ticks");
            var bars = Lake.Bars("EURUSD:15m");
            var average = Indicators.Over(new Sma(5), bars);
            var mine = bars.Bars.Select((bar, at) => $"{bar.OpenTime:HH:mm} {bar.Close} {average[at]:R}").ToArray();
            var seen = witness.Trades.Select(trade => trade.EntryTag).ToArray();
            Console.WriteLine($"{seen.Length} {mine.Length}");
            Console.WriteLine(string.Join('|', seen));
            Console.WriteLine(string.Join('|', mine.Take(seen.Length)));
            """)).Split('\n');

        var lengths = told[0].Split(' ').Select(word => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(lengths[0], 50, lengths[1]);
        Assert.Equal(told[1], told[2]);
        Assert.Contains("NaN", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_of_the_mid_are_the_resampled_ticks()
    {
        var told = await desk.Says("""
            var hours = Lake.Bars("EURUSD:1h");
            var resampled = Lake.Ticks("EURUSD").Resample(TimeSpan.FromHours(1));
            var most = Math.Min(hours.Count, resampled.Count) - 1;
            bool Same(double[] these, double[] those) => these.Take(most).Zip(those).All(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
            Console.WriteLine($"{most} {Math.Abs(hours.Count - resampled.Count) <= 1} {hours.Nanos.Take(most).SequenceEqual(resampled.Nanos.Take(most))} {Same(hours.Close, resampled.Close)} {Same(hours.High, resampled.High)} {Same(hours.Low, resampled.Low)}");
            """);

        Assert.Matches("^1[4-8] True True True True True$", told);
    }

    [Fact]
    public async Task Stored_bars_are_taken_whichever_price_the_vendor_kept()
    {
        var csv = desk.Shell.Write("days.csv", "time,open,high,low,close,volume\n2024-03-04,10,12,9,11,100\n2024-03-05,11,13,10,12,200\n");
        desk.Shell.Run("data", "import", csv, "--instrument", "EURUSD", "--format", "csv", "--kind", "bars", "--timeframe", "1d@bid", "--lake", desk.Shell.Path("home/days")).Good();

        Assert.Equal("2 11 12", await desk.Says("""
            var days = Lake.Bars("EURUSD:1d", lake: "days");
            Console.Write($"{days.Count} {days.Close[0]} {days.Close[1]}");
            """));
    }

    [Fact]
    public async Task What_the_lake_does_not_hold_is_refused()
    {
        await desk.Refused("WB4207", """Lake.Ticks("EURUSD", most: 10)""");
        await desk.Refused("WB1002", """Lake.Bars("EURUSD:ticks")""");
        Assert.Contains("NOSUCH", await desk.Refused("WB2101", """Lake.Ticks("NOSUCH")"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lake_is_found_beside_the_notebook_or_from_the_projects_folder()
    {
        var lake = new DirectoryInfo(desk.Shell.Lake);
        foreach (var file in lake.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(desk.Shell.Path("home/notebooks/beside"), Path.GetRelativePath(lake.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            file.CopyTo(copy);
        }

        Assert.Equal("1 1 1", await desk.Says($$"""Console.Write($"{Lake.List("beside").Count} {Lake.List("data/lake").Count} {Lake.List("{{desk.Shell.Lake}}").Count}");"""));
    }
}
