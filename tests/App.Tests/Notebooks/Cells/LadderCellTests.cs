using Workbench.App.Tests.Kit;
using Workbench.App.Tests.Promotions;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>The ladder with a cell at its foot: what was tried in a notebook is what trades in the end.</summary>
[Collection(LabCollection.Name)]
public sealed class LadderCellTests(Desk desk) : IClassFixture<Desk>
{
    [Fact]
    public async Task From_a_cell_to_a_script_to_paper_to_live_to_the_end()
    {
        desk.Shell.Write("home/limits.json", Ladder.Limits);
        await desk.Says("#!strategy\n" + Desk.Cross, "strategy");
        var cell = await desk.Run($$"""
            var script = Promotion.Export(typeof(SmaCross), "strategies/my-cross.csx");
            var run = await Backtest.Run(typeof(SmaCross), "EURUSD:ticks", to: "2024-03-04T09:00", set: "{{Desk.Quick}}", config: "limits.json");
            var attempt = await run.Promote(script: "strategies/my-cross.csx");
            Console.WriteLine($"{attempt.IsPromoted} {attempt.Id} {attempt.To} {attempt.Gates.Count(gate => gate.Passed)} {attempt.ScriptPath == script}");
            attempt
            """);
        Assert.Equal("True p1 paper 8 True\n", cell.Good().Out);
        Assert.Contains("promoted to paper as p1", cell.Shown[^1].Plain, StringComparison.Ordinal);

        var ladder = new Ladder(desk.Shell);
        Assert.Equal("strategies/my-cross.csx", ladder.Book.Entries[0].Recipe!.Script);
        var live = await new UpperRungs(ladder).Climb(async id => (await desk.Run($"""Promotion.Demote("{id}", "seen enough");""")).Good().Error);

        Assert.Equal($"promoted {live}:demoted 6", await desk.Says("""
            var history = Promotion.History();
            Console.Write($"{history[0].Event} {history[^1].Id}:{history[^1].Event} {history.Count}");
            """));
    }
}
