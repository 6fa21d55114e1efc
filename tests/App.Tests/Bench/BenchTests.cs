using Workbench.Support;

namespace Workbench.App.Tests.Bench;

public sealed class BenchTests
{
    [Fact]
    public void A_workload_runs_in_processes_of_its_own_and_leaves_the_checkout_alone()
    {
        using var folder = new TempFolder();
        var runs = Repository.Path("data/runs");
        var before = Directory.Exists(runs) ? Directory.GetDirectories(runs) : [];

        var result = new App.Bench(Repository.Root, folder.Path, folder.File("home"), say: _ => { }).Run(Workload.Find("W8"), runs: 1, CancellationToken.None);

        Assert.Equal(100, result.Events);
        Assert.Equal(64, result.EventLogHash.Length);
        Assert.True(result.WallSeconds > 0d && result.PeakMemoryMb > 1d);
        Assert.True(result.Also["uncachedSeconds"] > 0d);
        Assert.Equal(before, Directory.Exists(runs) ? Directory.GetDirectories(runs) : []);
    }

    [Fact]
    public async Task A_notebook_tells_what_it_adds_to_the_work_of_its_cells()
    {
        using var folder = new TempFolder();
        var (workload, workspace) = (Workload.Find("W10"), Workspace.At(folder.File("home")));
        workload.Tape.Make(workspace.OpenLake(folder.File("lake")));

        var measure = await new NotebookCells(workspace, workload, folder.File("lake"), Repository.Root).Run();

        Assert.Equal(250_000, measure.Events);
        Assert.Equal(64, measure.EventLogHash.Length);
        Assert.True(measure.Orders > 0 && measure.PeakMemoryMb > 1d);
        Assert.Equal(5, measure.Also.Values.Count(figure => figure > 0d));
        Assert.True(measure.Also["firstBacktestOverMs"] < measure.Also["firstBacktestSeconds"] * 1000d);
    }

    [Fact]
    public void Floors_do_the_work_that_they_stand_for()
    {
        var ticks = new Decoded([.. Enumerable.Range(0, 60).Select(i => i * 1_000_000_000L)], [.. Enumerable.Range(0, 60).Select(i => (long)i)], [.. Enumerable.Range(0, 60).Select(i => i + 2L)]);

        // Rising prices: the fast average lies above from the thirtieth tick on, and the one order fills at the ask of the tick behind.
        Assert.Equal(31, Floors.TickAverages(ticks));
        Assert.Equal(-10_000 * (30 + 2), Floors.TickCross(ticks));
    }
}
