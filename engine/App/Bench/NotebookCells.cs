using System.Diagnostics;
using System.Globalization;
using Workbench.Research;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>
/// Measures what a notebook adds to the work of its cells: a kernel from its start to the first answer, the first backtest of a class that was just
/// declared and that no cache holds, and cells after that. A cell is timed at the door, there and back.
/// </summary>
sealed class NotebookCells(Workspace workspace, Workload workload, string lake, string scripts)
{
    const int LaterCells = 50;
    const int LaterBacktests = 10;

    /// <summary>Starts a kernel, runs the cells in it, and ends it.</summary>
    public async Task<Measure> Run()
    {
        var strategy = await File.ReadAllTextAsync(Path.Combine(scripts, workload.Script)).ConfigureAwait(false);
        var started = Stopwatch.StartNew();
        await using var kernel = KernelRoom.Start(workspace, new KernelLimits());
        await Execute(kernel, "1 + 1").ConfigureAwait(false);
        var ready = started.Elapsed.TotalSeconds;
        var first = await Timed(kernel, strategy).ConfigureAwait(false) + await Timed(kernel, Backtest(seed: 1)).ConfigureAwait(false);
        var run = LastRun();
        List<double> cells = [], overs = [];
        for (var i = 0; i < LaterCells; i++)
        {
            cells.Add(await Timed(kernel, string.Create(CultureInfo.InvariantCulture, $"{i} * 2 + 1")).ConfigureAwait(false));
        }

        for (var i = 0; i < LaterBacktests; i++)
        {
            var wall = await Timed(kernel, Backtest(seed: 2 + i)).ConfigureAwait(false);
            overs.Add(wall - WorkSeconds(LastRun()));
        }

        using var worker = Process.GetProcessById(kernel.ProcessId!.Value);
        return new Measure
        {
            Events = run.Events,
            LoopSeconds = run.Timings.Wall,
            DecodeSeconds = run.Timings.Decode,
            Orders = run.Orders.Submitted,
            EventLogHash = run.EventLogHash,
            PeakMemoryMb = worker.PeakWorkingSet64 / 1_048_576d,
            Also = new Dictionary<string, double>
            {
                ["readySeconds"] = ready,
                ["firstBacktestSeconds"] = first,
                ["firstBacktestOverMs"] = (first - WorkSeconds(run)) * 1000d,
                ["laterCellMs"] = Median(cells) * 1000d,
                ["laterBacktestOverMs"] = Median(overs) * 1000d,
            },
        };
    }

    // Of other seeds, so that no two cells have one text: the script has no dice.
    string Backtest(int seed) => string.Create(CultureInfo.InvariantCulture,
        $"await Backtest.Run(typeof(SmaCross), data: \"{workload.Tape.Data}\", to: \"2024-01-02\", seed: {seed}, lake: @\"{lake}\")");

    /// <summary>What the last backtest says of itself.</summary>
    RunDocument LastRun() => RunFolder.LoadDocument(new RunShelf(workspace).Find("last"));

    static double WorkSeconds(RunDocument run) => run.Timings.Compile + run.Timings.Wall + run.Timings.Report;

    static async Task<double> Timed(KernelProcess kernel, string code)
    {
        var watch = Stopwatch.StartNew();
        await Execute(kernel, code).ConfigureAwait(false);
        return watch.Elapsed.TotalSeconds;
    }

    static async Task Execute(KernelProcess kernel, string code)
    {
        var result = await kernel.Execute(new CellRequest(code), new Silence(), CancellationToken.None).ConfigureAwait(false);
        if (result.Error is { } error)
        {
            throw CliErrors.BenchCellFailed(error.Message);
        }
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
