using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Search.Validation;

/// <summary><c>stress</c> as its users call it, over generated ticks.</summary>
[Collection(LabCollection.Name)]
public sealed class StressTests(Lab lab)
{
    static readonly string Breakout = Repository.Path("strategies/breakout.csx");

    [Fact]
    public void It_comes_out_alike_on_any_number_of_cores() => Assert.Equal(
        Script("--seeds", "1", "--strengths", "1", "--monte-carlo", "--reruns", "2", "--repeats", "50", "--cores", "1", "--json").Good().Out,
        Script("--seeds", "1", "--strengths", "1", "--monte-carlo", "--reruns", "2", "--repeats", "50", "--cores", "2", "--json").Good().Out);

    [Fact]
    public void All_kinds_are_tried_and_its_own_stops_in_a_second_pass()
    {
        var json = Script("--seeds", "1", "--strengths", "1", "--json").Good().Json();

        Assert.Equal(7, json.GetProperty("kinds").GetArrayLength());
        Assert.Equal(7, json.GetProperty("tapes").GetArrayLength());
        Assert.Equal("own-stop-hunt ×1 #1", json.GetProperty("ownStops")[0].GetProperty("tape").GetString());
    }

    [Fact]
    public void The_set_is_the_same_for_every_script_and_another_with_another_seed()
    {
        string Set(string script, params string[] more) => lab.Shell.Run(["stress", script, "--data", "EURUSD:ticks", "--kinds", "flash-crash", "--seeds", "1", "--json", .. more]).Good().Json().GetProperty("set").GetString()!;

        Assert.Equal(Set(Breakout), Set(Scripts.SmaCross));
        Assert.NotEqual(Set(Breakout), Set(Breakout, "--seed", "2"));
    }

    [Fact]
    public void Who_bets_it_all_does_not_survive_a_crash_and_who_bets_little_does()
    {
        // A crash of two days' ranges, a hundred times the account against a thousandth of it.
        Assert.Equal(0d, Held("10000000"));
        Assert.Equal(1d, Held("100"));
    }

    [Fact]
    public void Who_never_trades_has_no_score()
    {
        using var shell = lab.Fresh();
        var json = shell.Run("stress", Scripts.Of(shell, ""), "--data", "EURUSD:ticks", "--lake", lab.Shell.Lake, "--kinds", "quote-gap", "--seeds", "1", "--json").Good().Json();

        Assert.Equal(JsonValueKind.Null, json.GetProperty("survival").GetProperty("value").ValueKind);
        Assert.Equal("it never traded", json.GetProperty("survival").GetProperty("reason").GetString());
    }

    [Fact]
    public void Reruns_without_a_change_are_the_run_and_dearer_ones_earn_less()
    {
        // Averages of mids decide as they did, however wide the quotes are, and market orders pay for the width.
        var monte = lab.Shell.Run("stress", Scripts.SmaCross, "--data", "EURUSD:ticks", "--kinds", "latency-spike", "--seeds", "1", "--strengths", "1", "--monte-carlo", "--skip", "0", "--reruns", "2", "--repeats", "50", "--json").Good().Json().GetProperty("monteCarlo");
        double Median(string name) => monte.EnumerateArray().First(each => each.GetProperty("name").GetString() == name).GetProperty("return")[2].GetDouble();

        Assert.Equal(Median("costs × 1"), Median("0% of entries skipped"));
        Assert.True(Median("costs × 3") < Median("costs × 2") && Median("costs × 2") < Median("costs × 1"), monte.ToString());
    }

    [Fact]
    public void A_kept_run_is_made_again_hash_for_hash()
    {
        using var shell = lab.Fresh();
        var run = shell.Run("backtest", Breakout, "--data", "EURUSD:ticks", "--lake", lab.Shell.Lake, "--set", "entryBars=20", "--json").Good().Json();
        var json = shell.Run("stress", run.GetProperty("runId").GetString()!, "--kinds", "stale-quote", "--seeds", "1", "--json").Good().Json();

        Assert.Equal(run.GetProperty("eventLogHash").GetString(), json.GetProperty("eventLogHash").GetString());
        Assert.Equal(0, json.GetProperty("warnings").GetArrayLength());
    }

    [Theory]
    [InlineData("WB4153", "--kinds", "earthquake")]
    [InlineData("WB4153", "--kinds", "own-stop-hunt")]
    [InlineData("WB4156", "--seeds", "10000")]
    [InlineData("WB4436", "--set", "entryBars=10..50:10")]
    [InlineData("WB1005", "--strengths", "0")]
    public void What_cannot_be_is_refused(string code, params string[] words) => Script(words).Refused(code, ExitCode.Usage);

    [Fact]
    public void A_run_that_is_not_there_is_not_found() => lab.Shell.Run("stress", "no-such-run").Refused("WB1006", ExitCode.NotFound);

    Answer Script(params string[] more) => lab.Shell.Run(["stress", Breakout, "--data", "EURUSD:ticks", .. more]);

    double Held(string qty)
    {
        using var shell = lab.Fresh();
        var script = Scripts.Of(shell, "[Parameter] public decimal Qty { get; init; } = 1m; bool isIn; public override void OnTick(in Tick tick) { if (!isIn) { isIn = true; Buy(Qty); } }");
        return shell.Run("stress", script, "--data", "EURUSD:ticks", "--lake", lab.Shell.Lake, "--set", "qty=" + qty, "--kinds", "flash-crash", "--strengths", "2", "--seeds", "2", "--json")
            .Good().Json().GetProperty("survival").GetProperty("value").GetDouble();
    }
}
