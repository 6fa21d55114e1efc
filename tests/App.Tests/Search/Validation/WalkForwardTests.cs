using System.Globalization;
using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Search.Validation;

/// <summary><c>walkforward</c> as its users call it, over generated ticks.</summary>
[Collection(LabCollection.Name)]
public sealed class WalkForwardTests(Lab lab)
{
    static readonly string[] Axes = ["--set", "fast=5..15:5", "--set", "slow=20..40:20", "--set", "timeframe=1m"];

    [Fact]
    public void It_comes_out_alike_on_any_number_of_cores()
    {
        // Other tests may have tried other settings of the family in between.
        string But(string json) => string.Join('\n', json.Split('\n').Where(line => !line.Contains("trialsInFamily", StringComparison.Ordinal)));

        Assert.Equal(But(Rolling("--cores", "1")), But(Rolling("--cores", "2")));
    }

    [Fact]
    public void Each_fold_chooses_among_the_variants_and_the_line_has_each_period_once()
    {
        var json = JsonDocument.Parse(Rolling()).RootElement;
        var folds = json.GetProperty("folds").EnumerateArray().ToList();

        Assert.Equal((4, 6), (folds.Count, json.GetProperty("variants").GetInt32()));
        Assert.All(folds, fold => Assert.Matches(@"^fast=(5|10|15) slow=(20|40) timeframe=1m$", fold.GetProperty("chosen").GetString()!));
        Assert.Equal(folds.Sum(fold => fold.GetProperty("testPeriods").GetInt32()), json.GetProperty("lines")[0].GetProperty("periods").GetInt32());
        Assert.True(json.GetProperty("purgeSeconds").GetDouble() > 0d);
    }

    [Fact]
    public void A_restarted_fold_is_a_backtest_of_its_window()
    {
        var json = Walk(["--set", "fast=5", "--set", "slow=20", "--set", "timeframe=1m"], "--folds", "2", "--mode", "restarted", "--warm-up", "0", "--json").Good().Json();
        var (fold, line) = (json.GetProperty("folds")[0], json.GetProperty("lines")[0].GetProperty("returns").EnumerateArray().Select(value => value.GetDouble()).ToList());
        var single = lab.Shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD:ticks", "--set", "fast=5", "--set", "slow=20", "--set", "timeframe=1m",
            "--from", fold.GetProperty("testFrom").GetString()!, "--to", fold.GetProperty("testTo").GetString()!, "--json").Good().Json();

        Assert.Equal(single.GetProperty("trades").GetInt64(), fold.GetProperty("trades").GetInt64());
        Assert.Equal(
            Money(single, "end") / Money(single, "start"),
            line.Take(fold.GetProperty("testPeriods").GetInt32()).Aggregate(1d, (worth, value) => worth * (1d + value)), 9);
    }

    [Fact]
    public void A_combinatorial_cross_validation_has_its_paths()
    {
        var json = Walk(Axes, "--design", "cpcv", "--groups", "5", "--test-groups", "2", "--json").Good().Json();

        Assert.Equal((10, 4), (json.GetProperty("folds").GetArrayLength(), json.GetProperty("lines").GetArrayLength()));
    }

    [Fact]
    public void The_table_names_design_mode_rule_and_trials()
    {
        var text = Walk(Axes, "--design", "anchored", "--rule", "plateau", "--folds", "3").Good().Out;

        Assert.Contains("anchored, sliced, 6 variants, plateau by sharpe", text, StringComparison.Ordinal);
        Assert.Contains("Trials in the family", text, StringComparison.Ordinal);
        Assert.Contains("fold 3", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_whole_and_loads_nothing()
    {
        var page = lab.Shell.Path("walk.html");
        Walk(Axes, "--page", page).Good();

        Assert.DoesNotContain("src=\"http", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.EndsWith("</html>", File.ReadAllText(page).TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WB4430", "--design", "spiral")]
    [InlineData("WB4431", "--mode", "slow")]
    [InlineData("WB4433", "--rule", "hunch")]
    [InlineData("WB4437", "--method", "cma")]
    [InlineData("WB1005", "--embargo", "60%")]
    [InlineData("WB1005", "--folds", "0")]
    public void What_cannot_be_is_refused(string code, params string[] words) => Walk(Axes, words).Refused(code, ExitCode.Usage);

    [Fact]
    public void Nothing_restarts_in_a_hole() => Walk(Axes, "--design", "kfold", "--mode", "restarted").Refused("WB4432", ExitCode.Usage);

    [Fact]
    public void Where_no_variant_finishes_the_reason_is_said()
    {
        using var shell = lab.Fresh();
        var script = Scripts.Of(shell, "[Parameter] public int Size { get; init; } = 1; public override void OnTick(in Tick tick) => throw new InvalidOperationException(\"planned\");");

        shell.Run("walkforward", script, "--data", "EURUSD:ticks", "--lake", lab.Shell.Lake, "--set", "size=1..3:1").Refused("WB4434", ExitCode.StrategyFailed).Saying("planned");
    }

    string Rolling(params string[] more) => Walk(Axes, ["--folds", "4", "--embargo", "1h", "--json", .. more]).Good().Out;

    Answer Walk(string[] axes, params string[] more) =>
        lab.Shell.Run(["walkforward", Scripts.SmaCross, "--data", "EURUSD:ticks", .. axes, .. more]);

    static double Money(JsonElement run, string which) => double.Parse(run.GetProperty("equity").GetProperty(which).GetString()!, CultureInfo.InvariantCulture);
}
