using System.Globalization;
using System.Text;
using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Repairs;

/// <summary>A table with a price in pence and a dividend a hundred times too big: imported, judged, repaired, recorded, and as it was under its number.</summary>
[Collection(LabCollection.Name)]
public sealed class RepairVerbTests(Lab lab)
{
    [Fact]
    public void Bad_prices_are_refused_repaired_and_kept_as_they_were()
    {
        using var shell = WithBadTable();
        var judged = shell.Run("data", "check", "XYZ:1d", "--json").Json();
        Assert.Equal("refused", Verdict(judged, BadTable.WrongPrice));
        Assert.Equal("warn", Verdict(judged, BadTable.WrongDividend));
        var before = Shell.Snapshot(shell.Lake);
        Assert.Contains("would repair:", shell.Run("data", "repair", "XYZ:1d", "--dry-run").Good().Out, StringComparison.Ordinal);
        Assert.Equal(before, Shell.Snapshot(shell.Lake));

        var done = shell.Run("data", "repair", "XYZ:1d", "--json").Good().Json();
        Assert.Equal((2, 1), (done.GetProperty("revision").GetInt32(), done.GetProperty("rows").GetInt32()));
        Assert.Equal("ok", Verdict(shell.Run("data", "check", "XYZ:1d", "--json").Good().Json(), BadTable.WrongPrice));
        Assert.Contains("nothing to repair", shell.Run("data", "repair", "XYZ:1d", "--dry-run").Good().Out, StringComparison.Ordinal);
        Assert.Equal(2, shell.Run("data", "list", "--revisions", "--json").Good().Json().GetArrayLength());
        var audit = Encoding.UTF8.GetString(Assert.Single(new AuditTrail(Workspace.At(shell.Path("home")).OpenLake(null), "XYZ", _ => { }).Read()));
        Assert.Contains(done.GetProperty("before").GetString()!, audit, StringComparison.Ordinal);
        Assert.Contains(done.GetProperty("after").GetString()!, audit, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_reads_a_former_state_by_its_number_until_that_is_forgotten()
    {
        using var shell = WithBadTable();
        var sha = shell.Run("data", "repair", "XYZ:1d", "--json").Good().Json().GetProperty("before").GetString();
        var old = Run(shell, "XYZ:1d#1", "{}");
        Assert.Equal(sha, old.GetProperty("data")[0].GetProperty("sha256").GetString());
        Assert.NotEqual(sha, Run(shell, "XYZ:1d", "{}").GetProperty("data")[0].GetProperty("sha256").GetString());
        shell.Run("data", "forget", "XYZ:1d", "--keep", "0").Good();
        shell.Run("backtest", BadTable.Script(shell), "--data", "XYZ:1d#1").Refused("WB2770", ExitCode.NotFound);
    }

    [Fact]
    public void Dividends_of_the_lake_are_paid_as_they_were_repaired()
    {
        using var shell = WithBadTable();
        var config = """{"dividends":{"XYZ":"lake"}}""";
        Assert.Equal("10200", Run(shell, "XYZ:1d", config).GetProperty("dividends").GetString());
        shell.Run("data", "repair", "XYZ:1d").Good();
        Assert.Equal("300", decimal.Parse(Run(shell, "XYZ:1d", config).GetProperty("dividends").GetString()!, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture));
    }

    Shell WithBadTable()
    {
        var shell = lab.Fresh();
        shell.Run(BadTable.Import(shell)).Good();
        return shell;
    }

    static string Verdict(JsonElement report, int row) => report.GetProperty("days").EnumerateArray()
        .Single(day => day.GetProperty("date").GetString() == BadTable.First.AddDays(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).GetProperty("verdict").GetString()!;

    static JsonElement Run(Shell shell, string data, string config) =>
        shell.Run("backtest", BadTable.Script(shell), "--data", data, "--json", "--accept-data-warnings", "--config", shell.Write("config.json", config)).Good().Json();
}
