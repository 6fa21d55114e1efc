using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Research;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>A backtest in a cell and one at the command line are the same run of the same text.</summary>
[Collection(LabCollection.Name)]
public sealed class BacktestCellTests(Desk desk) : IClassFixture<Desk>
{
    static readonly string[] MayDiffer = ["runId", "created", "timings", "wallSeconds", "eventsPerSecond", "artifacts", "command"];

    [Fact]
    public async Task A_backtest_in_a_cell_is_the_command_lines_run_of_the_exported_script()
    {
        var config = desk.Shell.Write("home/costs.json", """{"latency":"constant 20ms","commission":{"default":{"rate":0.00002}}}""");
        await desk.Says("#!strategy\n" + Desk.Cross, "strategy");
        var folder = await desk.Says("""
            Promotion.Export(typeof(SmaCross), "strategies/cross.csx");
            var run = await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", from: "2024-03-04T01:00", to: "2024-03-04T09:00",
                set: new { timeframe = "tick", fast = 2, slow = 5, qty = 1000m }, cash: 50_000m, feeRate: 0.00001m, config: "costs.json", seed: 9);
            Console.WriteLine(run.Folder);
            """);

        var typed = desk.Shell.Run(
            "backtest", desk.Shell.Path("home/strategies/cross.csx"), "--data", "EURUSD:ticks", "--from", "2024-03-04T01:00", "--to", "2024-03-04T09:00",
            "--set", "timeframe=tick", "--set", "fast=2", "--set", "slow=5", "--set", "qty=1000", "--cash", "50000", "--fee-rate", "0.00001", "--config", config, "--seed", "9",
            "--out", desk.Shell.Path("typed")).Good();
        var (cell, line) = (Figures(folder), Figures(desk.Shell.Path("typed")));
        Assert.StartsWith(Path.GetFullPath(desk.Shell.Runs), folder, StringComparison.Ordinal);
        Assert.Contains(cell["eventLogHash"], typed.Out, StringComparison.Ordinal);
        Assert.Equal(line.Keys, cell.Keys);

        // How many were tried before is each script's own past: the cell's class has one, the file's new name has none.
        Assert.All(line.Where(figure => figure.Key != "tried"), figure => Assert.Equal(figure.Value, cell[figure.Key]));
        Assert.True(int.Parse(cell["trades"], System.Globalization.CultureInfo.InvariantCulture) > 100);
    }

    [Fact]
    public async Task A_notebook_exports_the_text_that_its_cell_ran()
    {
        var cell = "#!strategy\n\n" + Desk.Cross + "\n\n";
        await desk.Says(cell, "strategy");
        var sha = await desk.Says($"""Console.Write((await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", set: "{Desk.Quick}")).Document.Identity.StrategySha256);""");
        NotebookFile.Write(desk.Notebook, new Notebook([new NotebookCell(CellKind.Code, cell)]) { Metadata = NotebookHeader.New() });
        var exported = desk.Shell.Run("notebook", "export", desk.Notebook, "--to", desk.Shell.Path("exported.csx"), "--json").Good().Json();

        Assert.Equal(exported.GetProperty("sha256").GetString(), sha);
    }

    [Fact]
    public async Task Parameters_may_be_text_an_object_or_a_list()
    {
        await desk.Says(Desk.Cross, "strategy");
        var hashes = await desk.Says("""
            object[] ways = ["fast=3 slow=9", new { Fast = 3, Slow = 9 }, new[] { "fast=3", "slow=9" }];
            foreach (var way in ways)
                Console.WriteLine((await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", set: way)).EventLogHash);
            """);

        Assert.Single(hashes.Split('\n').Distinct());
        Assert.Equal(3, hashes.Split('\n').Length);
        Assert.Contains("fast=5 slow=20", await desk.Refused("WB4350", """await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", set: new[] { 1, 2 })"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_shows_its_figures_keeps_its_report_and_says_which_run_it_is()
    {
        await desk.Says(Desk.Cross, "strategy");
        var told = (await desk.Says($$"""
            var shown = await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", set: "{{Desk.Quick}}");
            Console.WriteLine(shown.Id);
            Console.WriteLine(File.Exists(shown.ReportPath));
            Console.WriteLine(shown.Result!.EventLogHash == shown.EventLogHash && shown.Trades.Count > 100);
            Console.WriteLine(shown["trades"] == shown.Document.Trades);
            Console.WriteLine(Run.Load(shown.Id).EventLogHash == shown.EventLogHash && Run.Load().Id == shown.Id);
            """)).Split('\n');
        var value = (await desk.Run("shown")).Good().Shown.Single();
        var typo = await desk.Refused("WB4353", """shown["sharp"]""");

        Assert.Equal(["True", "True", "True", "True"], told[1..]);
        Assert.Equal([told[0]], value.Content.RunIds);
        Assert.False(value.Content.IsStale);
        Assert.Contains("Net profit", value.Html, StringComparison.Ordinal);
        Assert.Contains($"data/runs/{told[0]}/report.html", value.Plain, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'sharpe'?", typo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_command_line_refuses_a_cell_refuses_with_the_same_code()
    {
        await desk.Says(Desk.Cross, "strategy");
        foreach (var (data, set, words) in ((string, string, string[])[])[("NOSUCH:ticks", "fast=2", ["NOSUCH:ticks"]), ("EURUSD:ticks", "fats=2", ["EURUSD:ticks"]), ("EURUSD:tocks", "fast=2", ["EURUSD:tocks"])])
        {
            var typed = desk.Shell.Run(["backtest", Scripts.SmaCross, "--data", .. words, "--set", set]);
            await desk.Refused(typed.Error[..6], $"""await Backtest.Run(typeof(SmaCross), "{data}", set: "{set}")""");
        }
    }

    /// <summary>What a run's folder says of it, less what may differ: its name and place and that of its script, when it was, how long it took, who asked.</summary>
    static Dictionary<string, string> Figures(string folder)
    {
        using var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, RunFolder.ResultFile)));
        var strategy = run.RootElement.GetProperty("strategy");
        var book = $"\"{Path.GetFileNameWithoutExtension(strategy.GetProperty("file").GetString())}\"";
        var figures = run.RootElement.EnumerateObject().Where(each => !MayDiffer.Contains(each.Name))
            .ToDictionary(each => each.Name, each => each.Value.ToString().Replace(book, "the book", StringComparison.Ordinal));
        figures["strategy"] = strategy.GetProperty("sha256").GetString()!;
        return figures;
    }
}
