using System.Globalization;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>Sweeps: many backtests at once, each the one that it would be alone.</summary>
[Collection(LabCollection.Name)]
public sealed class SweepCellTests(Desk desk) : IClassFixture<Desk>
{
    const string Axes = "fast=2..11 slow=15,30,60 timeframe=1m";

    // Three weeks: a Sharpe ratio needs days.
    static readonly string Samples = Repository.Path("data/samples");

    [Fact]
    public async Task Each_variant_is_its_single_backtest_hash_for_hash()
    {
        await desk.Says(Desk.Cross, "strategy");
        var told = (await desk.Says($$"""
            var thirty = await Sweep.Run(typeof(SmaCross), "EURUSD:ticks", set: "{{Axes}}", lake: "{{Samples}}");
            foreach (var variant in thirty.Variants)
            {
                var single = await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", set: variant.Settings, lake: "{{Samples}}");
                Console.WriteLine($"{single.EventLogHash == variant.EventLogHash && single["sharpe"] == variant.Objective} {variant.EventLogHash}");
            }
            """)).Split('\n');

        Assert.Equal(30, told.Length);
        Assert.All(told, line => Assert.StartsWith("True ", line, StringComparison.Ordinal));
        Assert.True(told.Distinct().Count() > 20);
    }

    [Fact]
    public async Task The_odds_of_the_best_count_all_that_were_tried()
    {
        await desk.Says(Desk.Cross, "strategy");
        var told = (await desk.Says($$"""
            using MathNet.Numerics.Distributions;
            var counted = await Sweep.Run(typeof(SmaCross), "EURUSD:ticks", set: "{{Axes}}", lake: "{{Samples}}");
            double? Of(SweepVariant variant, string key) => variant.Document!.Metrics.First(metric => metric.Definition.Key == key).Value;
            var daily = counted.Variants.Select(each => Of(each, "sharpe")!.Value / Math.Sqrt(each.Document!.PeriodsPerYear)).ToArray();

            // What luck alone would show, as the best of thirty; and how far the best lies above it, in the same units as above zero.
            var (mean, gamma) = (daily.Average(), 0.5772156649015329);
            var spread = Math.Sqrt(daily.Sum(each => (each - mean) * (each - mean)) / 29);
            var luck = spread * ((1 - gamma) * Normal.InvCDF(0, 1, 1 - 1d / 30) + gamma * Normal.InvCDF(0, 1, 1 - 1 / (30 * Math.E)));
            var above = Normal.InvCDF(0, 1, Of(counted.Best, "probabilisticSharpe")!.Value) * (daily[0] - luck) / daily[0];
            Console.WriteLine($"{daily.Length} {counted.Best.Document!.Identity.Tried.Count} {daily.Max() == daily[0]} {counted.Best.Objective.HasValue}");
            Console.WriteLine($"{Normal.CDF(0, 1, above):R} {counted.OddsAfterCounting:R} {Of(counted.Best, "probabilisticSharpe"):R}");
            """)).Split('\n');
        var odds = Numbers(told[1]);

        Assert.Equal("30 30 True True", told[0]);
        Assert.Equal(odds[0], odds[1], 1e-9);
        Assert.True(odds[1] < odds[2] && odds[1] > 0d);
    }

    [Fact]
    public async Task A_variant_that_throws_is_a_row_with_its_reason()
    {
        await desk.Says("""
            public sealed class Fragile : Strategy
            {
                [Parameter] public int Divisor { get; init; } = 1;

                public override void OnTick(in Tick tick) => TargetPosition(1000m / Divisor);
            }
            """);
        var end = (await desk.Run("""
            var fragile = await Sweep.Run(typeof(Fragile), "EURUSD:ticks", set: "divisor=-1..1");
            Console.WriteLine(fragile.Variants[^1]);
            Console.WriteLine(fragile.Variants.Count(variant => variant.EventLogHash is null));
            fragile
            """)).Good();

        Assert.StartsWith("divisor=0: ", end.Out, StringComparison.Ordinal);
        Assert.Contains("zero", end.Out.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal("1", end.Out.Split('\n')[1]);
        Assert.Contains("3 variants were tried", end.Shown[^1].Plain, StringComparison.Ordinal);
        Assert.Contains("zero", end.Shown[^1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ranking_does_not_depend_on_how_many_run_at_once()
    {
        await desk.Says(Desk.Cross, "strategy");
        var rankings = new List<string>();
        foreach (var cores in (int[])[1, 2, 8])
        {
            rankings.Add(await desk.Says($$"""
                foreach (var variant in (await Sweep.Run(typeof(SmaCross), "EURUSD:ticks", set: "{{Axes}}", objective: "maxDrawdown", lake: "{{Samples}}", cores: {{cores}})).Variants) Console.WriteLine($"{variant} {variant.EventLogHash}");
                """));
        }

        Assert.Single(rankings.Distinct());
        var drawdowns = rankings[0].Split('\n').Select(line => double.Parse(line.Split(": ")[1].Split(' ')[0], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(30, drawdowns.Length);
    }

    [Theory]
    [InlineData("WB4120", "fast=5..2 slow=20", "5..2")]
    [InlineData("WB4120", "fast=2..9:0 slow=20", "2..9:0")]
    [InlineData("WB4121", "fast=2..x slow=20", "'x'")]
    [InlineData("WB4120", "fast= slow=20", "fast=")]
    [InlineData("WB4120", "fast", "fast")]
    [InlineData("WB4120", "fast=2,,9", "2,,9")]
    [InlineData("WB4123", "fast=2,3 FAST=4,5", "twice")]
    [InlineData("WB4356", "fast=5 slow=20", "nothing to sweep")]
    [InlineData("WB4424", "fast=1..500 slow=2..1000 qty=1000,2000,3000", "1,498,500 variants")]
    [InlineData("WB4127", "qty=0..1000000:0.000001", "points")]
    [InlineData("WB4120", "qty=0..79228162514264337593543950335:0.0000000001", "qty")]
    public async Task Axes_that_cannot_be_swept_are_refused(string code, string set, string said)
    {
        await desk.Says(Desk.Cross, "strategy");
        Assert.Contains(said, await desk.Refused(code, $"""await Sweep.Run(typeof(SmaCross), "EURUSD:ticks", set: "{set}")"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_or_an_objective_that_is_none_is_refused_before_anything_runs()
    {
        await desk.Says(Desk.Cross, "strategy");
        Assert.Contains("'sharpe'", await desk.Refused("WB4124", """await Sweep.Run(typeof(SmaCross), "EURUSD:ticks", set: "fast=2,3", objective: "sharpy")"""), StringComparison.Ordinal);
        Assert.Contains("fast", await desk.Refused("WB4135", """await Sweep.Run(typeof(SmaCross), "EURUSD:ticks", set: "fats=2,3")"""), StringComparison.Ordinal);
    }

    static double[] Numbers(string line) => [.. line.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
}
