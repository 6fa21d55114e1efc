using System.Diagnostics;
using Workbench.Core;
using Workbench.Model;
using Workbench.Research.Search;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>
/// Measures a sweep: a thousand variants on bars, then some that trade on ticks. A few of each run again as single backtests: for their
/// hashes, which must be the same, and for the time that a variant would take alone.
/// </summary>
sealed class FieldSweep(Workspace workspace, Workload workload, string lake, string scripts)
{
    const int Singles = 8;

    /// <summary>Runs both, and the single ones.</summary>
    public Measure Run(CancellationToken cancel)
    {
        // Yen: of less, the variants that cross the spread on every tick's whim would use up all and then only be refused.
        var request = new BacktestRequest { Script = Path.Combine(scripts, workload.Script), Data = [workload.Tape.Request], Lake = lake, Cash = 1_000_000_000m };
        using var script = new ScriptHost(workspace.ScriptCache).Load(request.Script);
        var setup = RunSetup.Of(workspace, workspace.OpenLake(lake), request, [Path.GetFileNameWithoutExtension(request.Script)]);
        var events = setup.Rack.Identities[0].Count;
        var (bars, wall, cpu, single) = Sweep(script, setup, request, Grid(40, 25), cancel);
        var (ticks, tickWall, tickCpu, tickSingle) = Sweep(script, setup, request, [.. Grid(5, 4).Select(settings => (string[])[.. settings, "timeframe=tick"])], cancel);
        return new Measure
        {
            Events = events * bars.Count,
            LoopSeconds = wall,
            LoopCpuSeconds = cpu,
            Orders = bars.Sum(result => result.Fills),
            EventLogHash = bars[0].EventLogHash!,
            Also = new Dictionary<string, double>
            {
                ["tickVariantsPerSecond"] = events * bars.Count / wall,
                ["tickVariantsPerCpuSecond"] = events * bars.Count / cpu,
                ["onTicksPerSecond"] = events * ticks.Count / tickWall,
                ["onTicksPerCpuSecond"] = events * ticks.Count / tickCpu,
                ["timesSingle"] = single * bars.Count / cpu,
                ["onTicksTimesSingle"] = tickSingle * ticks.Count / tickCpu,
                ["fillsOfVariant"] = bars.Average(result => result.Fills),
                ["onTicksFillsOfVariant"] = ticks.Average(result => result.Fills),
            },
        };
    }

    static (IReadOnlyList<VariantResult> Results, double Wall, double Cpu, double SingleCpu) Sweep(
        StrategyScript script, RunSetup setup, BacktestRequest request, IReadOnlyList<string[]> grid, CancellationToken cancel)
    {
        using var field = new Field(FieldSetup.Of(setup, request) with { Scripts = [script] });
        var (results, wall, cpu) = Timed(() =>
            field.Run([.. grid.Select(settings => new FieldVariant(string.Join(' ', settings), settings, () => script.Create(settings)))], null, cancel));
        var (_, _, alone) = Timed(() => Again(script, setup, grid, results, cancel));
        return (results, wall, cpu, alone / Singles);
    }

    /// <summary>Some of them as the single backtests that they must equal.</summary>
    static bool Again(StrategyScript script, RunSetup setup, IReadOnlyList<string[]> grid, IReadOnlyList<VariantResult> results, CancellationToken cancel)
    {
        for (var i = 0; i < Singles; i++)
        {
            var at = i * (grid.Count - 1) / (Singles - 1);
            var alone = new Engine(setup.Config, script.Create(grid[at]), setup.Open(), new RunnerSink()).Run(cancel);
            if (alone.EventLogHash != results[at].EventLogHash)
            {
                throw CliErrors.HashesDiffer(results[at].Key);
            }
        }

        return true;
    }

    /// <summary>What is done, with its time and the processor time of all threads in it.</summary>
    static (T Result, double Wall, double Cpu) Timed<T>(Func<T> work)
    {
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var result = work();
        return (result, watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    static IReadOnlyList<string[]> Grid(int fast, int slow) =>
    [
        .. Enumerable.Range(0, fast * slow).Select(i => (string[])
            [FormattableString.Invariant($"fast={3 + i % fast * (40 / fast)}"), FormattableString.Invariant($"slow={50 + i / fast * (250 / slow)}")]),
    ];
}
