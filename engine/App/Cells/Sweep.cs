using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Scripting;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Cells;

/// <summary>Tries a strategy with many settings over the same data, on all cores. Each variant is its single backtest, hash for hash.</summary>
public static class Sweep
{
    /// <summary>Most variants of one sweep.</summary>
    public const int MostVariants = 10_000;

    /// <summary>Runs every combination of the values.</summary>
    /// <param name="strategy"><c>typeof(MyStrategy)</c> of a cell, or the path of a script.</param>
    /// <param name="data">What it sees, as for <see cref="Backtest"/>.</param>
    /// <param name="set">Values to try: <c>"fast=5..50:5 slow=20,50,100 qty=1000"</c>.</param>
    /// <param name="objective">Metric to rank by, by its name in the report's JSON. Default <c>sharpe</c>.</param>
    /// <param name="from">First instant; the data's first when left out.</param>
    /// <param name="to">First instant no longer wanted; open when left out.</param>
    /// <param name="cash">Money at the start. Default 100,000.</param>
    /// <param name="feeRate">Commission as a share of notional; none when left out.</param>
    /// <param name="config">JSON file with costs, account and venue.</param>
    /// <param name="lake">Folder of the data; <see cref="Lake.Folder"/> when left out.</param>
    /// <param name="cores">How many run at once; as many as there are cores when left out. The outcome does not depend on it.</param>
    /// <exception cref="WorkbenchException">WB4353–WB4356: the axes or the objective are none. Else whatever a backtest would refuse; what single variants cannot do is in their rows.</exception>
    public static async Task<SweepResult> Run(
        Script strategy, string data, object set, string objective = "sharpe", Moment? from = null, Moment? to = null, decimal cash = 100_000m,
        decimal? feeRate = null, string? config = null, string? lake = null, int? cores = null)
    {
        var ranked = Cells.Run.MetricNamed(objective);
        SweepAxis[] axes = [.. Settings.Of(set).Select(SweepAxis.Parse)];
        var grid = Grid(axes);
        var workspace = Workspace.Find();
        var text = ScriptText.Of(workspace, strategy);
        var request = Backtest.Request(workspace, text, data, from, to, [], cash, null, feeRate, config, 1, lake);
        var cancel = CellContext.CurrentOrNone?.Interrupt ?? default;
        var work = Task.Run(() => new SweepRun(workspace, request).All(grid, ranked, Math.Max(1, cores ?? Environment.ProcessorCount), cancel), cancel);
        var variants = await text.Explained(work).ConfigureAwait(false);
        return new SweepResult(axes, ranked, variants);
    }

    /// <summary>All combinations; the last axis changes fastest.</summary>
    static List<string[]> Grid(SweepAxis[] axes)
    {
        var count = axes.Aggregate(1L, (product, axis) => Math.Min(product * axis.Values.Count, long.MaxValue >> 20));
        if (count > MostVariants)
        {
            throw CellErrors.TooManyVariants(count, MostVariants);
        }

        if (count < 2)
        {
            throw CellErrors.NothingToSweep();
        }

        IEnumerable<string[]> grid = [[]];
        foreach (var axis in axes)
        {
            grid = grid.SelectMany(before => axis.Values.Select(value => (string[])[.. before, $"{axis.Name}={value}"]));
        }

        return [.. grid];
    }
}
