using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Quality;

/// <summary>The verb <c>data check</c>, and the gate that keeps refused data from runs.</summary>
[Collection(LabCollection.Name)]
public sealed class DataCheckTests(Lab lab)
{
    const string Oanda = "lean-data/forex/oanda/tick/eurusd";
    const string Fxcm = "lean-data/forex/fxcm/tick/eurusd";

    [SharedDataFact]
    public void Crossed_locked_and_shifted_ticks_are_found_refused_and_kept_from_runs()
    {
        using var shell = new Shell(lab.Shell);
        Import(shell, Oanda, "oanda");
        Import(shell, Fxcm, "fxcm", "--tz", "UTC", "--max-crossed", "1");

        var check = shell.Run("data", "check", "EURUSD", "--lake", shell.Path("fxcm"), "--against", shell.Path("oanda"), "--json");
        Assert.Equal(ExitCode.CheckFailed, check.Exit);
        var document = check.Json();
        Assert.Equal(316_309, document.GetProperty("totals").GetProperty("count").GetInt64());
        Assert.Equal(31_212, document.GetProperty("totals").GetProperty("crossed").GetInt64());
        Assert.Equal(37_935, document.GetProperty("totals").GetProperty("locked").GetInt64());
        Assert.All(document.GetProperty("days").EnumerateArray(), day => Assert.Contains("5 h behind oanda", day.GetProperty("reasons").ToString(), StringComparison.Ordinal));
        Assert.Equal("refused", document.GetProperty("verdict").GetString());
        Assert.Equal(["instrument", "kind", "totals", "days", "verdict"], document.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["count", "crossed", "locked", "duplicates", "backwards", "gaps", "outliers", "stale"], document.GetProperty("totals").EnumerateObject().Select(member => member.Name));

        string[] run = ["backtest", Scripts.SmaCross, "--data", "EURUSD", "--lake", shell.Path("fxcm"), "--json"];
        shell.Run(run).Refused("WB4470", ExitCode.Data).Saying("--accept-data-warnings").Saying("data repair");
        var accepted = shell.Run([.. run, "--accept-data-warnings"]).Good().Json();
        Assert.True(accepted.GetProperty("acceptDataWarnings").GetBoolean());
        Assert.Equal("refused", accepted.GetProperty("data")[0].GetProperty("quality").GetString());
        Assert.Contains("--accept-data-warnings", Recipe(shell), StringComparison.Ordinal);
        Assert.Contains(accepted.GetProperty("warnings").EnumerateArray(), warning => warning.GetString()!.StartsWith("REFUSED data, accepted: EURUSD ticks", StringComparison.Ordinal));
    }

    [SharedDataFact]
    public void Ticks_of_the_right_time_zone_follow_the_second_source()
    {
        using var shell = new Shell(lab.Shell);
        Import(shell, Oanda, "oanda");
        Import(shell, Fxcm, "fxcm", "--tz", "UTC-5", "--max-crossed", "1");
        var days = shell.Run("data", "check", "EURUSD", "--lake", shell.Path("oanda"), "--against", shell.Path("fxcm"), "--to", "2014-05-07", "--json").Good().Json();
        Assert.All(days.GetProperty("days").EnumerateArray(), day => Assert.Equal("ok", day.GetProperty("verdict").GetString()));
    }

    [SharedDataFact]
    public void A_month_of_real_ticks_is_not_refused()
    {
        using var shell = new Shell(lab.Shell);
        shell.Run("data", "import", SharedData.Path("lean-data/cfd/oanda/tick/xauusd"), "--instrument", "XAUUSD", "--format", "lean", "--json").Good();
        Assert.Equal("ok", shell.Run("data", "check", "XAUUSD", "--json").Good().Json().GetProperty("verdict").GetString());
        Assert.Equal("ok", shell.Run("data", "list", "--json").Good().Json()[0].GetProperty("quality").GetString());
    }

    [Fact]
    public void Without_an_instrument_all_tapes_are_checked_and_an_unknown_second_source_is_told()
    {
        using var shell = new Shell(lab.Shell);
        shell.Run("data", "generate", "EURUSD", "--ticks", "20000").Good();
        shell.Run("data", "generate", "XAUUSD", "--ticks", "20000").Good();
        Assert.Equal(["EURUSD", "XAUUSD"], shell.Run("data", "check", "--json").Good().Json().EnumerateArray().Select(tape => tape.GetProperty("instrument").GetString()));
        shell.Run("data", "check", "EURUSD", "--against", "nobody").Refused("WB4471", ExitCode.NotFound);
    }

    static void Import(Shell shell, string path, string lake, params string[] more) =>
        shell.Run(["data", "import", SharedData.Path(path), "--instrument", "EURUSD", "--format", "lean", "--lake", shell.Path(lake), .. more]).Good();

    // The words that make the run again, as its own command and as its recipe.
    static string Recipe(Shell shell)
    {
        var folder = Directory.GetDirectories(shell.Runs).Single();
        using var recipe = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "recipe.json")));
        Assert.True(recipe.RootElement.GetProperty("acceptDataWarnings").GetBoolean());
        using var result = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "result.json")));
        return result.RootElement.GetProperty("command").GetString()!;
    }
}
