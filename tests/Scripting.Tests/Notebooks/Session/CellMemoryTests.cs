using System.Diagnostics;
using Workbench.Scripting.Notebooks;
using Xunit.Abstractions;

namespace Workbench.Scripting.Tests;

public sealed class CellMemoryTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int Cells = 1000;
    const int Settled = 200;

    readonly CellBench bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_thousand_cells_leave_memory_flat_and_the_last_is_as_quick_as_the_first()
    {
        var (managed, working) = (0L, 0L);
        var seconds = new double[Cells];
        for (var i = 0; i < Cells; i++)
        {
            if (i == Settled)
            {
                (managed, working) = Memory();
            }

            var (code, id) = Cell(i);
            var result = await bench.Execute(code, id);
            Assert.Equal(CellStatus.Ok, result.Status);
            seconds[i] = result.Seconds;
        }

        output.WriteLine($"processor: {Environment.CpuUsage.TotalTime.TotalMilliseconds / Cells:0.0} ms a cell");
        var (early, late) = (Median(seconds[10..110]), Median(seconds[^100..]));
        var (managedLate, workingLate) = Memory();
        output.WriteLine($"a cell: {early * 1000:0.0} ms at the 10th, {late * 1000:0.0} ms at the 1,000th");
        output.WriteLine($"between cell {Settled} and {Cells}: managed {(managedLate - managed) / 1e6:+0.0;-0.0} MB, working set {(workingLate - working) / 1e6:+0.0;-0.0} MB ({workingLate / 1e6:0} MB)");
        Assert.InRange(managedLate - managed, long.MinValue, 10_000_000);
        Assert.InRange(workingLate - working, long.MinValue, 60_000_000);
        Assert.InRange(late, 0, Math.Max(2 * early, early + 0.03));
    }

    static (string Code, string? Id) Cell(int i) => (i % 10) switch
    {
        0 => ($"using System.Text;\nvar data = new double[{1000 + i}];\nrecord Row(int X);\nRow Make(int x) => new(x + {i});", "declares"),
        1 => ($"Console.WriteLine(\"line {i}\")", null),
        2 => ($"data[{i % 7}] = Make({i}).X;", null),
        3 => ($"await System.Threading.Tasks.Task.FromResult(data.Sum() + {i})", null),
        4 => ($"data.Select((x, at) => new {{ x, at }}).Where(each => each.at < {i}).Count()", null),
        _ => ($"new Row({i}).X + data.Length", null),
    };

    static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    static (long Managed, long Working) Memory()
    {
        // Code is let go of in steps: the context's finalizer first, then what it held.
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return (GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }
}
