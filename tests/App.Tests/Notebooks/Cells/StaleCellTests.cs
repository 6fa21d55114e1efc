using Workbench.App.Tests.Kit;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>What shows a run is marked once its strategy is another.</summary>
[Collection(LabCollection.Name)]
public sealed class StaleCellTests(Desk desk) : IClassFixture<Desk>
{
    const string Words = "stale: the strategy changed after this run";

    static readonly string Other = Desk.Cross.Replace("side * Qty", "-side * Qty", StringComparison.Ordinal);

    [Fact]
    public async Task All_that_shows_a_run_is_marked_when_its_strategy_changes_and_not_before()
    {
        await desk.Says(Desk.Cross, "strategy");
        var run = (await desk.Run($"""var first = await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", set: "{Desk.Quick}"); first""", "run")).Good().Shown;
        var figure = (await desk.Run("Cell.Display(Charts.Equity(first.Report)); 1", "figure")).Good().Shown;
        await desk.Says(Desk.Cross, "strategy");
        await desk.Says("2 + 2", "other");
        ShownThing[] shown = [run[^1], figure.Single(thing => thing.Content.RunIds.Count > 0)];
        Assert.All(shown, thing => Assert.False(thing.Content.IsStale));

        await desk.Says(Other, "strategy");
        Assert.All(shown, thing => Assert.True(thing.Content.IsStale && thing.Html.Contains(Words, StringComparison.Ordinal) && thing.Plain.Contains(Words, StringComparison.Ordinal)));

        var second = (await desk.Run($"""var second = await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", set: "{Desk.Quick}"); second""", "run2")).Good().Shown[^1];
        Assert.False(second.Content.IsStale);
        var compared = (await desk.Run("Compare.Runs(first, second)", "compare")).Good().Shown[^1];
        Assert.True(compared.Content.IsStale);
        Assert.Equal(2, compared.Content.RunIds.Count);
        Assert.False(second.Content.IsStale);
    }

    [Fact]
    public async Task Two_runs_of_one_strategy_are_compared_and_marked_together()
    {
        var text = Desk.Cross.Replace("SmaCross", "Pair", StringComparison.Ordinal);
        await desk.Says(text, "pair");
        var compared = (await desk.Run($"""
            var slow = await Backtest.Run(typeof(Pair), "EURUSD:ticks");
            var quick = await Backtest.Run(typeof(Pair), "EURUSD:ticks", set: "{Desk.Quick}");
            var both = Compare.Runs(slow, quick);
            Console.WriteLine(File.Exists(both.PagePath));
            both
            """)).Good();
        Assert.Equal("True\n", compared.Out);
        Assert.False(compared.Shown[^1].Content.IsStale);
        Assert.Contains("Net profit", compared.Shown[^1].Html, StringComparison.Ordinal);

        await desk.Says(text + "// a word more\n", "pair");
        Assert.True(compared.Shown[^1].Content.IsStale);
    }

    [Fact]
    public void A_notebook_that_is_run_without_anybody_watching_keeps_the_mark()
    {
        NotebookFile.Write(desk.Notebook, new Notebook(
        [
            .. ((string[])[Desk.Cross, $"""await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", set: "{Desk.Quick}")""", Other, $"""await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", set: "{Desk.Quick}")"""])
                .Select(code => new NotebookCell(CellKind.Code, code)),
        ]) { Metadata = NotebookHeader.New() });
        desk.Shell.Run("notebook", "run", desk.Notebook).Good();
        var cells = NotebookFile.Read(desk.Notebook).Cells;
        var (old, fresh) = (cells[1].Outputs[^1]!, cells[3].Outputs[^1]!);

        Assert.Equal((true, false), ((bool)old["metadata"]!["workbench"]!["stale"]!, (bool)fresh["metadata"]!["workbench"]!["stale"]!));
        Assert.Single(old["metadata"]!["workbench"]!["runIds"]!.AsArray());
        Assert.Contains("workbench-stale", old["data"]!["text/html"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("workbench-stale", fresh["data"]!["text/html"]!.ToJsonString(), StringComparison.Ordinal);
    }
}
