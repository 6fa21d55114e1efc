using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Data.Parquet;
using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App.Tests.Search.Sweeps;

/// <summary>Sweeps from the command line: each variant its single backtest, each failure a row, each trial counted.</summary>
[Collection(LabCollection.Name)]
public sealed class SweepTests(Lab lab)
{
    const string Moody = """
            [Parameter] public int Mood { get; init; } = 1;

            public override void OnTick(in Tick tick)
            {
                if (Mood == 0) throw new InvalidOperationException("no mood");
                while (Mood % 100 == 9) { }
                if (Mood > 2) TargetPosition(1000m * (decimal)(Mood - 2));
            }
        """;

    [Fact]
    public void The_document_has_what_other_programs_rely_on_and_each_variant_is_its_single_backtest()
    {
        using var shell = lab.Fresh();
        var sweep = shell.Run([.. Words("fast=4..12:4", "slow=8,30"), "--where", "fast<slow", "--set", "qty=1000", "--objective", "netProfit", "--json", "--quiet"]).Good();
        var json = sweep.Json();
        var variants = json.GetProperty("variants").EnumerateArray().ToList();

        Assert.Empty(sweep.Error);
        Assert.Equal(4, variants.Count);
        Assert.Equal(4, json.GetProperty("count").GetInt32());
        Assert.True(json.GetProperty("wallSeconds").GetDouble() > 0 && json.GetProperty("tickVariantsPerSecond").GetDouble() > 0);
        Assert.Equal(4, json.GetProperty("trialsInFamily").GetInt64());
        Assert.Equal(variants.Select(each => each.GetProperty("objective").GetDouble()).OrderDescending(), variants.Select(each => each.GetProperty("objective").GetDouble()));
        foreach (var variant in variants.Take(2))
        {
            var parameters = variant.GetProperty("parameters");
            var single = shell.Run([
                "backtest", Scripts.SmaCross, "--lake", lab.Shell.Lake, "--data", "EURUSD:ticks", "--json",
                .. parameters.EnumerateObject().SelectMany(each => (string[])["--set", $"{each.Name}={each.Value.GetRawText()}"])]).Good().Json();
            foreach (var member in (string[])["eventLogHash", "fills", "trades"])
            {
                Assert.Equal(single.GetProperty(member).GetRawText(), variant.GetProperty(member).GetRawText());
            }

            Assert.Equal(single.GetProperty("equity").GetProperty("end").GetString(), variant.GetProperty("equityEnd").GetString());
            Assert.Equal(single.GetProperty("metrics").GetProperty("netProfit").GetProperty("value").GetString(), variant.GetProperty("objective").GetRawText());

            // A run by hand of what the sweep tried is no new trial, and is told of the others.
            Assert.Equal(4, single.GetProperty("tried").GetProperty("count").GetInt32());
            Assert.Equal(JsonValueKind.Null, variant.GetProperty("error").ValueKind);
        }
    }

    [Fact]
    public void A_variant_that_throws_loops_or_never_trades_is_a_row_with_its_reason_and_ranks_last()
    {
        using var shell = lab.Fresh();
        var script = Scripts.Of(shell, Moody);
        var json = shell.Run("sweep", script, "--lake", lab.Shell.Lake, "--data", "EURUSD:ticks", "--to", "2024-03-04T01:00", "--set", "mood=0,1,3,9,4", "--objective", "netProfit", "--event-timeout", "1", "--json").Good().Json();
        var rows = json.GetProperty("variants").EnumerateArray().ToList();

        Assert.Equal(5, rows.Count);
        Assert.Equal([0, 9], rows.TakeLast(2).Select(Mood));
        Assert.Contains("no mood", rows[3].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("did not come back", rows[4].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.All(rows.TakeLast(2), row => Assert.Equal(JsonValueKind.Null, row.GetProperty("eventLogHash").ValueKind));
        Assert.Equal(0, rows.Single(row => Mood(row) == 1).GetProperty("fills").GetInt64());
        Assert.Contains(json.GetProperty("warnings").EnumerateArray(), warning => warning.GetString()!.StartsWith("2 of 5 variants failed", StringComparison.Ordinal));
        Assert.Equal(5, json.GetProperty("trialsInFamily").GetInt64());

        Assert.Equal(ExitCode.StrategyFailed, shell.Run("sweep", script, "--lake", lab.Shell.Lake, "--data", "EURUSD:ticks", "--set", "mood=0").Exit);
        static int Mood(JsonElement row) => row.GetProperty("parameters").GetProperty("mood").GetInt32();
    }

    [Fact]
    public void Variants_that_loop_cost_a_process_and_not_the_sweep()
    {
        using var shell = lab.Fresh();
        var script = Scripts.Of(shell, Moody);
        var sweep = shell.Run(
            "sweep", script, "--lake", lab.Shell.Lake, "--data", "EURUSD:ticks", "--to", "2024-03-04T01:00", "--set", "mood=9,109,209,3,4",
            "--objective", "netProfit", "--event-timeout", "1", "--batch", "1", "--cores", "1", "--json").Good();
        var rows = sweep.Json().GetProperty("variants").EnumerateArray().ToList();

        Assert.Contains("a fresh process goes on", sweep.Error, StringComparison.Ordinal);
        Assert.Equal(5, rows.Count);
        Assert.All(rows.Take(2), row => Assert.Equal(JsonValueKind.Null, row.GetProperty("error").ValueKind));
        Assert.All(rows.TakeLast(3), row => Assert.Contains("did not come back", row.GetProperty("error").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("WB4127", "fast=1..500 qty=0..1000000:0.0001", null)]
    [InlineData("WB4128", "fast=5..9 slow=20..30", "fast>slow")]
    [InlineData("WB4424", "fast=1..500 slow=2..1000 qty=1000..3000:1000", null)]
    [InlineData("WB4135", "fats=1..5", null)]
    [InlineData("WB4124", "fast=1..5", "fats<3")]
    [InlineData("WB4132", "fast=1..5", null, "--method", "magic")]
    [InlineData("WB4124", "fast=1..5", null, "--objective", "sharpy")]
    [InlineData("WB4420", "fast=1..5", null, "--engine", "moon")]
    [InlineData("WB4425", "fast=1..5", null, "--axis", "colour=red")]
    [InlineData("WB4130", "fast=1..5", null, "--stop", "drawdown=30")]
    public void What_cannot_be_swept_is_refused_before_anything_runs(string code, string axes, string? where, params string[] more)
    {
        using var bench = new SweepBench(lab);
        var words = new SweepWords();
        string[] typed = [.. Words(axes.Split(' ')), .. where is null ? [] : (string[])["--where", where], .. more];
        var parsed = new System.CommandLine.Command("./run.sh") { words.Verb }.Parse(typed);

        Assert.Empty(parsed.Errors);
        Assert.Equal(code, Assert.Throws<WorkbenchException>(() =>
        {
            words.Engine(parsed);
            bench.Plan(words.Request(bench.Workspace, parsed));
        }).Code);
        Assert.False(Directory.Exists(bench.Workspace.Sweeps));
    }

    [Fact]
    public void A_call_without_script_data_or_settings_says_what_is_missing_and_a_sweep_that_is_not_there_too()
    {
        lab.Shell.Run("sweep").Refused("WB4419", ExitCode.Usage).Saying("a script");
        lab.Shell.Run("sweep", "--resume", "never").Refused("WB4417", ExitCode.NotFound);
    }

    [Fact]
    public void Data_sets_and_periods_are_axes_with_a_family_each()
    {
        using var bench = new SweepBench(lab);
        var axes = SweepData.All(["EURUSD:ticks"], ["period=2024-03-04T01:00..2024-03-04T02:00,2024-03-04T03:00..2024-03-04T04:00"], TimeRange.All);
        var folder = bench.Folder(bench.Plan(bench.Request("fast=2..4", "slow=20") with { Data = axes }), "sweep");
        var outcome = bench.Run(folder)!;

        Assert.Equal(6, outcome.Ranked.Count);
        Assert.Equal(3, outcome.Ranked.Count(row => row.Result.Settings[0] == "period=2024-03-04T03:00..2024-03-04T04:00"));
        Assert.Equal(outcome.Ranked.Select(row => row.Result.BehaviourHash).Distinct().Count(), outcome.End.TrialsInFamily);
        Assert.Equal(
            ["data=EURUSD:ticks", "data=GBPUSD:ticks", "data=XAUUSD:1m"],
            SweepData.All(["EURUSD:ticks,GBPUSD:ticks"], [], TimeRange.All).Concat(SweepData.All(["US30", "EURUSD:ticks,XAUUSD:1m"], [], TimeRange.All).Skip(1)).Select(data => data.Settings[0].Replace("US30+", "", StringComparison.Ordinal)));
        Assert.Equal(["EURUSD", "GBPUSD"], SweepData.All(["EURUSD,GBPUSD:ticks"], [], TimeRange.All).Select(data => data.Data[0].Symbol));
        Assert.All(SweepData.All(["EURUSD,GBPUSD:ticks"], [], TimeRange.All), data => Assert.Equal(DataKind.Ticks, data.Data[0].Kind));
    }

    [Fact]
    public void Each_batch_run_alone_in_any_order_comes_to_the_same_bytes_and_the_tables_to_the_same_rows()
    {
        using var bench = new SweepBench(lab);
        var folder = bench.Folder(bench.Plan(bench.Request("fast=2..11", "slow=20,40")), "sweep");
        var outcome = bench.Run(folder)!;
        using (var ground = bench.Ground(folder, cores: 1))
        {
            var alone = new ShardRun(ground);
            Assert.Equal(5, alone.Count);
            foreach (var index in (int[])[3, 0, 4])
            {
                Assert.Equal(folder.Shards.Results.Read(index), alone.Run(index, () => { }, default));
            }
        }

        using var table = ParquetTable.Open(folder.ResultsPath);
        var ranks = new SortedDictionary<long, string>();
        while (table.Read())
        {
            ranks.Add(table.Whole("rank"), table.Text("key"));
            Assert.Equal(double.Parse(table.Text("key").Split(' ')[0][5..], System.Globalization.CultureInfo.InvariantCulture), table.Real("fast"));
            Assert.Equal("finished", table.Text("state"));
        }

        Assert.Equal(outcome.Ranked.Select(row => row.Result.Key), ranks.Values);
        var document = SweepFolder.Load(bench.Workspace, folder.Root);
        Assert.Equal(ranks.Values, document.Variants.Select(variant => variant.Result.Key));
        Assert.Equal(20, document.TrialsInFamily);
        Assert.All(document.Variants, variant => Assert.Equal(document.Clock.Ends.Count, variant.Result.Returns.Count));
    }

    [Fact]
    public void A_deleted_sweep_is_still_counted_and_a_ledger_that_was_changed_stops_the_next_one()
    {
        using var bench = new SweepBench(lab);
        var plan = bench.Plan(bench.Request("fast=2..5", "slow=20"));
        var first = bench.Folder(plan, "first");
        bench.Run(first);
        Directory.Delete(first.Root, recursive: true);

        Assert.Equal(6, bench.Run(bench.Folder(bench.Plan(bench.Request("fast=4..7", "slow=20")), "second"))!.End.TrialsInFamily);
        File.Delete(Directory.GetFiles(bench.Workspace.TrialLedger, "*.trials")[0]);
        Assert.Equal("WB4410", Assert.Throws<WorkbenchException>(() => bench.Run(bench.Folder(plan, "third"))).Code);
    }

    [Fact]
    public void Those_without_a_figure_come_after_the_others_failed_ones_last_and_ties_by_name()
    {
        var objective = Objective.Parse("maxDrawdown");
        VariantResult Variant(string key, VariantState state, double? drawdown) => new()
        {
            Key = key, Settings = [key], State = state, Metrics = new Dictionary<string, MetricValue> { ["maxDrawdown"] = drawdown is { } value ? value : MetricValue.None("none") },
        };
        var rows = new[]
        {
            Variant("f", VariantState.Failed, null), Variant("s", VariantState.Stopped, 0.1), Variant("n", VariantState.Finished, null),
            Variant("b", VariantState.Finished, 0.2), Variant("a", VariantState.Finished, 0.2), Variant("c", VariantState.Finished, 0.1),
        }.Select((variant, at) => SweepRow.Of(at, variant, objective));

        Assert.Equal("c a b n s f", string.Join(' ', SweepRow.Ranked(rows).Select(row => row.Result.Key)));
        Assert.Equal("c a b n s f", string.Join(' ', objective.Rank(rows.Select(row => Variant(row.Result.Key, row.Result.State, row.Objective.Value))).Select(ranked => ranked.Result.Key)));
    }

    string[] Words(params string[] axes) =>
        ["sweep", Scripts.SmaCross, "--lake", lab.Shell.Lake, "--data", "EURUSD:ticks", .. axes.SelectMany(axis => (string[])["--set", axis])];
}
