using Workbench.App.Tests.Kit;
using Workbench.Research;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>Backtests of a cell that are told to stop, or never would.</summary>
[Collection(LabCollection.Name)]
public sealed class CutCellTests(Desk desk) : IClassFixture<Desk>
{
    [Fact]
    public async Task An_interrupted_backtest_is_a_partial_run_and_the_variables_stay()
    {
        await desk.Says("var kept = 41;");
        await desk.Says("""
            public sealed class Slow : Strategy
            {
                decimal sum;

                public override void OnTick(in Tick tick)
                {
                    for (var i = 0; i < 100_000; i++) sum += tick.Bid;
                }
            }
            """);
        using var interrupt = new CancellationTokenSource();
        var runs = desk.Shell.Runs;
        var cell = desk.Run("""await Backtest.Run(typeof(Slow), "EURUSD:ticks")""", interrupt: interrupt.Token);
        Assert.True(SpinWait.SpinUntil(() => cell.IsCompleted || Directory.Exists(runs) && Directory.EnumerateFileSystemEntries(runs).Any(), TimeSpan.FromSeconds(60)));
        Assert.False(cell.IsCompleted);
        await interrupt.CancelAsync();
        var end = await cell;

        // Whoever awaits is left alone after half a second; the run itself is cut short and kept all the same.
        Assert.Contains(end.Result.Status, (CellStatus[])[CellStatus.Ok, CellStatus.Interrupted]);
        Assert.True(SpinWait.SpinUntil(() => Directory.EnumerateFiles(runs, RunFolder.ResultFile, SearchOption.AllDirectories).Any(), TimeSpan.FromSeconds(60)));
        Assert.Equal("41 True", await desk.Says("""
            var cut = Run.Load();
            Console.Write($"{kept} {cut.Document.IsPartial && cut.Document.Events < 60_000 && File.Exists(cut.ReportPath)}");
            """));
    }

    [Fact]
    public async Task A_handler_that_loops_costs_the_kernel_and_the_reason_is_told()
    {
        await desk.Says("""
            public sealed class Endless : Strategy
            {
                public override void OnTick(in Tick tick) { while (true) { } }
            }
            """);
        await desk.Says("var lost = 1;");
        var end = await desk.Run("""await Backtest.Run(typeof(Endless), "EURUSD:ticks", eventTimeout: 1)""");

        Assert.Equal((CellStatus.Lost, "WB3064"), (end.Result.Status, end.Result.Error?.Name));
        Assert.Contains("lost", end.Result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("WB4005", end.Story, StringComparison.Ordinal);
        Assert.Contains("an endless loop?", end.Story, StringComparison.Ordinal);
        Assert.Equal("2", await desk.Says("Console.Write(1 + 1);"));
    }
}
