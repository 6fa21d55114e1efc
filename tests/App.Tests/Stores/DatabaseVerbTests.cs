using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.App.Tests.Repairs;
using Workbench.Model;

namespace Workbench.App.Tests.Stores;

/// <summary>The verbs that look after data say and do on a database what they say and do on the lake.</summary>
[Collection(LabCollection.Name)]
public sealed class DatabaseVerbTests(Lab lab, DatabaseServer server)
{
    const string Fxcm = "lean-data/forex/fxcm/tick/eurusd";
    const string Oanda = "lean-data/forex/oanda/tick/eurusd";
    const string Bars = "XYZ:1d";

    [PostgresFact(OverSharedData = true)]
    public void A_check_of_the_database_says_what_that_of_the_lake_says_and_an_export_has_its_bytes()
    {
        using var shell = lab.Fresh();
        var store = server.Prepared(shell);
        Import(shell, Fxcm, "fxcm");
        Import(shell, Oanda, "oanda");
        server.Run(shell, "data", "copy", "--lake", shell.Path("fxcm"), "--store", store).Good();

        string[] lake = ["--lake", shell.Path("fxcm")], database = ["--store", store], check = ["data", "check", "EURUSD", "--against", shell.Path("oanda"), "--json"];
        var (here, there) = (shell.Run([.. check, .. lake]), server.Run(shell, [.. check, .. database]));
        Assert.Equal((ExitCode.CheckFailed, ExitCode.CheckFailed, here.Out), (here.Exit, there.Exit, there.Out));
        Assert.Equal(31_212, there.Json().GetProperty("totals").GetProperty("crossed").GetInt64());
        Assert.Contains("5 h behind oanda", there.Out, StringComparison.Ordinal);
        Assert.Equal(Judged(shell, lake), Judged(shell, database));

        // Without the second source, what it said is still known.
        Assert.Equal(here.Out, server.Run(shell, ["data", "check", "EURUSD", "--json", .. database]).Out);
        foreach (var file in (string[])["day.csv", "day.parquet"])
        {
            Assert.Equal(Exported(shell, "here-" + file, lake), Exported(shell, "there-" + file, database));
        }
    }

    [PostgresFact]
    public void A_repair_of_the_database_is_that_of_the_lake_with_its_revision_and_its_record()
    {
        using var shell = lab.Fresh();
        var store = server.Prepared(shell);
        var import = BadTable.Import(shell);
        shell.Run(import).Good();
        server.Run(shell, [.. import, "--store", store]).Good();
        string[] lake = ["--lake", shell.Lake], database = ["--store", store];
        Same(shell, ["data", "check", Bars, "--json"], lake, database);
        var before = Backtest(shell, Bars, lake);

        Same(shell, ["data", "repair", Bars, "--json"], lake, database);

        Same(shell, ["data", "check", Bars, "--json"], lake, database);

        // The prices are those of then; the dividends are those that are known now.
        var then = Backtest(shell, Bars + "#1", lake);
        Assert.Equal(Sha(before), Sha(then));
        Assert.Equal(then, Backtest(shell, Bars + "#1", database));
        Assert.Equal("1|2", server.Sql(store, "select number, line::jsonb ->> 'revision' from monitoring.audit where symbol = 'XYZ'"));

        server.Run(shell, ["data", "forget", Bars, "--keep", "0", .. database]).Good();
        server.Run(shell, ["backtest", BadTable.Script(shell), "--data", Bars + "#1", .. database]).Refused("WB2770", ExitCode.NotFound);
        server.Run(shell, ["data", "repair", Bars, "--source", "yahoo", .. database]).Refused("WB4496", ExitCode.Usage).Saying("data copy");
        server.Run(shell, ["data", "get", "EURUSD", "--from", "2024-03-04", .. database]).Refused("WB1001", ExitCode.Usage).Saying("data copy");
    }

    [PostgresFact]
    public void Former_states_and_dividends_are_copied_along_and_back()
    {
        using var shell = lab.Fresh();
        var store = server.Prepared(shell);
        shell.Run(BadTable.Import(shell)).Good();
        shell.Run("data", "repair", Bars).Good();

        Assert.Contains("1 former state", server.Run(shell, "data", "copy", "--store", store).Good().Out, StringComparison.Ordinal);
        server.Run(shell, "data", "copy", "--store", store, "--lake", shell.Path("back"), "--back").Good();

        string[] lake = ["--lake", shell.Lake], database = ["--store", store], back = ["--lake", shell.Path("back")];
        var states = States(shell, lake);
        Assert.Equal(2, states.Length);
        Assert.Equal(states, States(shell, database));
        Assert.Equal(states, States(shell, back));
        Assert.Equal(Backtest(shell, Bars + "#1", lake), Backtest(shell, Bars + "#1", database));
        Same(shell, ["data", "repair", Bars, "--dry-run", "--json"], lake, database);
    }

    [PostgresFact]
    public void What_is_made_of_the_database_is_what_is_made_of_the_lake()
    {
        using var shell = lab.Fresh();
        var (store, other) = (server.Prepared(shell), server.Prepared(shell));
        var import = BadTable.Import(shell);
        shell.Run(import).Good();
        server.Run(shell, [.. import, "--store", store]).Good();
        string[] lake = ["--lake", shell.Lake], database = ["--store", store];
        string[] adjust = ["data", "convert", Bars, "--adjust", "dividends", "--json"];
        var here = shell.Run([.. adjust, "--into", shell.Path("made"), .. lake]).Good();
        Assert.Equal(here.Out, server.Run(shell, [.. adjust, "--into", other, .. database]).Good().Out);
        Same(shell, ["data", "convert", Bars, "--as", "trades", "--path", "close", "--json"], lake, database);

        Assert.Equal(Judged(shell, "--lake", shell.Path("made")), Judged(shell, "--store", other));
        server.Run(shell, ["data", "convert", Bars, "--adjust", "dividends", .. database]).Refused("WB4481", ExitCode.Data);
    }

    void Same(Shell shell, string[] words, string[] lake, string[] database)
    {
        var (here, there) = (shell.Run([.. words, .. lake]), server.Run(shell, [.. words, .. database]));
        Assert.Equal((here.Exit, here.Out), (there.Exit, there.Out));
    }

    byte[] Exported(Shell shell, string file, string[] place)
    {
        server.Run(shell, ["data", "export", "EURUSD:ticks", "--from", "2014-05-01", "--to", "2014-05-03", "--out-file", shell.Path(file), .. place]).Good();
        return File.ReadAllBytes(shell.Path(file));
    }

    string[] Judged(Shell shell, params string[] place) => Members(server.Run(shell, ["data", "list", "--json", .. place]).Good().Json(), "bytes", "files");

    string[] States(Shell shell, string[] place) => Members(server.Run(shell, ["data", "list", "--revisions", "--json", .. place]).Good().Json(), "replaced");

    static string[] Members(JsonElement tapes, params string[] without) =>
        [.. tapes.EnumerateArray().Select(tape => string.Join(' ', tape.EnumerateObject().Where(member => !without.Contains(member.Name)).Select(member => member.Value.ToString())))];

    string Backtest(Shell shell, string data, string[] place)
    {
        var config = shell.Write("config.json", """{"dividends":{"XYZ":"lake"}}""");
        var run = server.Run(shell, ["backtest", BadTable.Script(shell), "--data", data, "--accept-data-warnings", "--config", config, "--json", .. place]).Good().Json();
        return $"{run.GetProperty("eventLogHash")} {run.GetProperty("dividends")} {run.GetProperty("data")[0].GetProperty("sha256")}";
    }

    static string Sha(string run) => run.Split(' ')[^1];

    static void Import(Shell shell, string path, string lake) => shell.Run(
        "data", "import", SharedData.Path(path), "--instrument", "EURUSD", "--format", "lean", "--tz", "UTC", "--max-crossed", "1", "--lake", shell.Path(lake)).Good();
}
