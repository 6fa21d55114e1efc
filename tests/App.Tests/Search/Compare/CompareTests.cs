using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Search;

/// <summary>Runs, sessions and sweeps laid beside each other by the program.</summary>
[Collection(LabCollection.Name)]
public sealed class CompareTests(Lab lab)
{
    [Fact]
    public void Two_scripts_show_what_changed_in_their_lines_and_in_their_trades()
    {
        using var shell = lab.FreshWithData();
        var text = File.ReadAllText(Scripts.SmaCross);
        var (first, second) = (shell.Write("first.csx", text), shell.Write("second.csx", text.Replace("= 10;", "= 14;", StringComparison.Ordinal)));
        var one = Backtest(shell, first);
        var two = Backtest(shell, second);

        var json = shell.Run("compare", one, two, "--json", "--quiet").Good().Json();

        Assert.Equal("runs", json.GetProperty("kind").GetString());
        Assert.True(File.Exists(Path.Combine(shell.Path("home"), json.GetProperty("page").GetString()!)));
        var change = json.GetProperty("changes")[0];
        Assert.Equal(["-", "+"], change.GetProperty("code").EnumerateArray().Select(line => line[0].GetString()).Where(kind => kind != "="));
        var trades = change.GetProperty("trades");
        int Count(string kind) => trades.GetProperty(kind).GetInt32();
        Assert.Equal(json.GetProperty("runs")[0].GetProperty("trades").GetInt32(), Count("same") + Count("changed") + Count("removed"));
        Assert.Equal(json.GetProperty("runs")[1].GetProperty("trades").GetInt32(), Count("same") + Count("changed") + Count("added"));
        Assert.NotEmpty(json.GetProperty("regimes").EnumerateArray());
    }

    [Fact]
    public void A_backtest_and_its_paper_session_have_the_same_fills_at_the_same_price_and_time()
    {
        using var shell = lab.FreshWithData();
        var backtest = Backtest(shell, Scripts.SmaCross);
        shell.Run("paper", Scripts.SmaCross, "--data", "EURUSD:ticks", "--quiet").Good();

        var json = shell.Run("compare", backtest, "--sessions", "--json", "--quiet").Good().Json();

        Assert.Equal(["backtest", "paper"], json.GetProperty("contenders").EnumerateArray().Select(contender => contender.GetProperty("mode").GetString()));
        var pair = Assert.Single(json.GetProperty("modes").EnumerateArray());
        var fills = pair.GetProperty("firstFills").GetInt32();
        Assert.True(fills > 10);
        Assert.Equal((fills, fills), (pair.GetProperty("otherFills").GetInt32(), pair.GetProperty("matched").GetInt32()));
        Assert.True(json.GetProperty("correlations").GetProperty("matrix")[0][1].GetDouble() > 0.99, "the same decisions have the same returns");
        Assert.Equal((0d, 0d), (pair.GetProperty("worstSlip").GetProperty("value").GetDouble(), pair.GetProperty("latest").GetProperty("value").GetDouble()));
    }

    [Fact]
    public void A_sweep_is_shown_with_the_odds_of_its_family()
    {
        using var shell = lab.FreshWithData();
        Backtest(shell, Scripts.SmaCross);
        shell.Run("sweep", Scripts.SmaCross, "--data", "EURUSD:ticks", "--set", "fast=5..20:5", "--set", "slow=30,60,90", "--quiet").Good();

        var said = shell.Run("compare", "last", "--quiet").Good();
        var json = shell.Run("compare", "last", "--json", "--quiet").Good().Json();

        Assert.Equal(("search", 12), (json.GetProperty("kind").GetString(), json.GetProperty("search").GetProperty("variants").GetInt32()));
        Assert.True(json.GetProperty("odds").GetProperty("trials").GetInt64() >= 12);
        Assert.Equal(json.GetProperty("odds").GetProperty("sentence").GetString(), said.Out.Split('\n')[0]);
        Assert.Equal("EURUSD", json.GetProperty("market").GetString());
        Assert.Equal(12, Assert.Single(json.GetProperty("space").GetProperty("maps").EnumerateArray()).GetProperty("counts").EnumerateArray().Sum(row => row.EnumerateArray().Sum(cell => cell.GetInt32())));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_with_the_next_command()
    {
        using var shell = lab.FreshWithData();
        var run = Backtest(shell, Scripts.SmaCross);

        shell.Run("compare", "nothing-of-that-name").Refused("WB4451", ExitCode.NotFound);
        shell.Run("compare", run).Refused("WB4452", ExitCode.Usage).Saying("./run.sh compare");
        shell.Run("compare", run, run, "--split", "1.5").Refused("WB4453", ExitCode.Usage);
        shell.Run("compare", run, run, "--split", "1999-01-01").Refused("WB4175", ExitCode.Usage);
    }

    static string Backtest(Shell shell, string script) =>
        shell.Run("backtest", script, "--data", "EURUSD:ticks", "--json", "--quiet").Good().Json().GetProperty("runId").GetString()!;
}
