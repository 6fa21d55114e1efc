using System.Globalization;
using System.Text.Json;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Verbs;

/// <summary>Every verb: words for a person, one document for a program, an example in its help.</summary>
[Collection(LabCollection.Name)]
public sealed class VerbTests(Lab lab)
{
    [Theory]
    [InlineData("backtest")]
    [InlineData("runs")]
    [InlineData("report")]
    [InlineData("trades")]
    [InlineData("compare")]
    [InlineData("odds")]
    [InlineData("new")]
    [InlineData("check")]
    [InlineData("params")]
    [InlineData("bench")]
    [InlineData("data")]
    [InlineData("data import")]
    [InlineData("data generate")]
    [InlineData("data list")]
    public void Help_has_an_example(string verb)
    {
        var help = lab.Shell.Run([.. verb.Split(' '), "--help"]).Good();
        Assert.Contains("Example: " + verb.Split(' ')[0], help.Out, StringComparison.Ordinal);
        Assert.Equal("", help.Error);
    }

    [Fact]
    public void Every_verb_answers_a_program_with_one_document_and_a_person_with_words()
    {
        using var shell = lab.FreshWithData();
        var id = shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--json").Good().Json().GetProperty("runId").GetString()!;
        shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--set", "fast=20").Good();
        string[][] calls =
        [
            ["runs"], ["runs", "--most", "1"], ["report", "last"], ["report", id], ["report", id[..^2]], ["trades", "last"], ["trades", id, "--most", "3"],
            ["compare", "last", id], ["check", Scripts.SmaCross], ["params", Scripts.SmaCross], ["data", "list"],
            ["backtest", Scripts.SmaCross, "--data", "EURUSD"],
        ];
        foreach (var call in calls)
        {
            var said = shell.Run(call).Good();
            Assert.ThrowsAny<JsonException>(() => said.Json());
            Assert.NotEqual("", said.Out);
            var program = shell.Run([.. call, "--json", "--quiet"]).Good();
            Assert.NotEqual(JsonValueKind.Undefined, program.Json().ValueKind);
            Assert.Equal("", program.Error);
        }
    }

    [Fact]
    public void Runs_are_listed_newest_first()
    {
        using var shell = lab.FreshWithData();
        var ids = Enumerable.Range(0, 2).Select(_ => shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--json").Good().Json().GetProperty("runId").GetString()!).ToList();
        Assert.Equal([ids[1], ids[0]], shell.Run("runs", "--json").Good().Json().EnumerateArray().Select(run => run.GetProperty("runId").GetString()));
        Assert.Equal([ids[1]], shell.Run("runs", "--json", "--most", "1").Good().Json().EnumerateArray().Select(run => run.GetProperty("runId").GetString()));
    }

    [Fact]
    public void Trades_of_the_table_add_up_to_the_result()
    {
        using var shell = lab.FreshWithData();
        var run = shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--fee-rate", "0.00002", "--json").Good().Json();
        var trades = shell.Run("trades", "last", "--most", "100000", "--json").Good().Json().EnumerateArray().ToList();
        Assert.Equal(run.GetProperty("trades").GetInt64(), trades.Count(trade => !trade.GetProperty("open").GetBoolean()));
        var net = trades.Sum(trade => Number(trade, "pnl"));
        Assert.Equal(Number(run.GetProperty("equity"), "end") - Number(run.GetProperty("equity"), "start"), net, 6);
    }

    [Fact]
    public void A_new_script_is_sound_and_runs_and_is_never_overwritten()
    {
        using var shell = lab.FreshWithData();
        var file = shell.Path("home/" + shell.Run("new", "my-idea", "--json").Good().Json().GetProperty("file").GetString());
        Assert.True(shell.Run("check", file, "--json").Good().Json().GetProperty("passed").GetBoolean());
        shell.Run("backtest", file, "--data", "EURUSD").Good();
        File.AppendAllText(file, "// mine\n");
        shell.Run("new", "my-idea").Refused("WB1009", ExitCode.Usage);
        Assert.EndsWith("// mine\n", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.NotEqual(ExitCode.Ok, shell.Run("new", "../escape").Exit);
    }

    [Fact]
    public void Check_tells_a_program_what_is_wrong()
    {
        using var shell = lab.Fresh();
        var script = Scripts.Of(shell, "    public override void OnTick(in Tick tick) { if (DateTime.Now.Hour == 3) Buy(1m); }");
        var answer = shell.Run("check", script, "--json");
        Assert.Equal(ExitCode.Compile, answer.Exit);
        Assert.False(answer.Json().GetProperty("passed").GetBoolean());
        Assert.Equal("WB3002", answer.Json().GetProperty("offences")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Params_name_type_default_and_bounds()
    {
        var fast = lab.Shell.Run("params", Scripts.SmaCross, "--json").Good().Json()[0];
        Assert.Equal(("fast", "10", 1d, 500d), (fast.GetProperty("name").GetString(), fast.GetProperty("default").GetString(), fast.GetProperty("min").GetDouble(), fast.GetProperty("max").GetDouble()));
    }

    [Fact]
    public void An_empty_lake_and_an_empty_shelf_are_no_errors()
    {
        using var shell = lab.Fresh();
        Assert.Empty(shell.Run("runs", "--json").Good().Json().EnumerateArray());
        Assert.Empty(shell.Run("data", "list", "--json").Good().Json().EnumerateArray());
        Assert.Contains("Try:", shell.Run("data", "list").Good().Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_ticks_depend_on_their_seed_alone()
    {
        using var shell = lab.Fresh();
        string Made(string lake, string seed)
        {
            shell.Run("data", "generate", "XAUUSD", "--ticks", "3000", "--seed", seed, "--lake", shell.Path(lake)).Good();
            return shell.Run("data", "list", "--lake", shell.Path(lake), "--json").Good().Json()[0].GetProperty("sha256").GetString()!;
        }

        var first = Made("a", "1");
        Assert.Equal(first, Made("b", "1"));
        Assert.NotEqual(first, Made("c", "2"));
    }

    static decimal Number(JsonElement json, string name) => decimal.Parse(json.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
