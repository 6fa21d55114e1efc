using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Refusals;

/// <summary>Words that the program does not know: exit 2, and what may have been meant.</summary>
[Collection(LabCollection.Name)]
public sealed class UsageTests(Lab lab)
{
    [Theory]
    [InlineData("bactest", "Did you mean 'backtest'?")]
    [InlineData("data imprt", "Did you mean 'import'?")]
    [InlineData("backtest x.csx --dta EURUSD", "Did you mean '--data'?")]
    [InlineData("backtest x.csx --data EURUSD --curency USD", "Did you mean '--currency'?")]
    [InlineData("backtest x.csx", "--data")]
    [InlineData("backtest --data EURUSD", "backtest")]
    [InlineData("runs --most many", "--most")]
    [InlineData("runs --most -1", "--most -1: at least 1 is needed")]
    [InlineData("data import x --instrument X --format csv --max-crossed -3", "--max-crossed -3: a share from 0 to 1")]
    [InlineData("data import x --instrument X --format csv --point 0,01", "--point 0,01: a number is needed")]
    [InlineData("", "--help")]
    [InlineData("data", "data --help")]
    public void A_word_that_is_not_known_is_refused(string words, string said)
    {
        var call = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        lab.Shell.Run(call).Refused("WB1001", ExitCode.Usage).Saying(said);
        Assert.Equal("WB1001", lab.Shell.Run([.. call, "--json"]).Refused("WB1001", ExitCode.Usage).Json().GetProperty("error").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("--cash", "-5", "WB1005")]
    [InlineData("--cash", "1,000", "WB1005")]
    [InlineData("--fee-rate", "2", "WB1005")]
    [InlineData("--fee-rate", "-0.1", "WB1005")]
    [InlineData("--event-timeout", "0", "WB1005")]
    [InlineData("--event-timeout", "-1", "WB1005")]
    [InlineData("--event-timeout", "1e300", "WB1005")]
    [InlineData("--event-timeout", "NaN", "WB1005")]
    [InlineData("--memory-limit", "0", "WB1005")]
    [InlineData("--seed", "dice", "WB1001")]
    [InlineData("--from", "0001-01-01", "WB1003")]
    [InlineData("--to", "9999-12-31", "WB1003")]
    public void A_number_out_of_bounds_is_refused(string option, string value, string code) =>
        lab.Shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", option, value).Refused(code, ExitCode.Usage).Saying(option);

    [Theory]
    [InlineData("{\"commission\":{\"default\":{\"rte\":0.1}}}", "rate")]
    [InlineData("{\"comission\":{}}", "commission")]
    [InlineData("{\"limitFill\":\"sometimes\"}", "through, touch")]
    [InlineData("{\"commission\":{\"default\":{\"rate\":-1}}}", "negative")]
    [InlineData("{\"commission\":", "costs.json")]
    [InlineData("[]", "costs.json")]
    public void A_configuration_that_makes_no_sense_is_refused(string text, string said)
    {
        using var shell = lab.Fresh();
        shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--config", shell.Write("costs.json", text)).Refused("WB1008", ExitCode.Usage).Saying(said);
    }

    [Fact]
    public void The_same_data_twice_are_refused() =>
        lab.Shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--data", "EURUSD:ticks").Refused("WB1014", ExitCode.Usage).Saying("ticks of EURUSD twice");

    [Fact]
    public void Runs_that_are_not_there_are_refused()
    {
        using var shell = lab.Fresh();
        shell.Run("report", "nowhere").Refused("WB1006", ExitCode.NotFound);
        shell.Run("trades", "last").Refused("WB1006", ExitCode.NotFound);
        shell.Run("compare", "one", "other").Refused("WB4451", ExitCode.NotFound);
    }

    [Fact]
    public void A_folder_that_is_no_run_is_not_replaced_by_one()
    {
        using var shell = lab.Fresh();
        Directory.CreateDirectory(shell.Path("mine"));
        var kept = shell.Write("mine/thesis.txt", "three years of work");
        lab.Shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--out", shell.Path("mine")).Refused("WB1012", ExitCode.Usage).Saying("mine");
        Assert.Equal("three years of work", File.ReadAllText(kept));
        Assert.Single(Directory.GetFileSystemEntries(shell.Path("mine")));
    }
}
