using Workbench.Model;
using Workbench.Research.Search;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Cells;

/// <summary>
/// Tries a strategy with many settings over the same data, on all cores: the words, the folder under <c>data/sweeps</c> and the results are those of
/// the command line. Each variant is its single backtest, hash for hash.
/// </summary>
public static class Sweep
{
    /// <summary>Runs the values, all combinations of them or as many as the method takes.</summary>
    /// <param name="strategy"><c>typeof(MyStrategy)</c> of a cell, or the path of a script.</param>
    /// <param name="data">What it sees, as for <see cref="Backtest"/>; a list with commas is gone through one by one.</param>
    /// <param name="set">Values to try: <c>"fast=5..50:5 slow=20,50,100 qty=1000"</c>.</param>
    /// <param name="objective">What to rank by: a metric by its name in the report's JSON, or a formula such as <c>"sharpe*sqrt(trades)"</c>. Default <c>sharpe</c>.</param>
    /// <param name="from">First instant; the data's first when left out.</param>
    /// <param name="to">First instant no longer wanted; open when left out.</param>
    /// <param name="cash">Money at the start. Default 100,000.</param>
    /// <param name="feeRate">Commission as a share of notional; none when left out.</param>
    /// <param name="config">JSON file with costs, account and venue.</param>
    /// <param name="lake">Folder of the data; <see cref="Lake.Folder"/> when left out.</param>
    /// <param name="cores">How many run at once; as many as there are cores when left out. The outcome does not depend on it.</param>
    /// <param name="where">Constraints between the values: <c>"fast&lt;slow"</c>; several with <c>and</c> between them.</param>
    /// <param name="method">grid, random, lhs, sobol, cma or bayes.</param>
    /// <param name="trials">Most variants, for every method but the grid.</param>
    /// <param name="seed">Seed of the search and of the strategy's dice. Default 1.</param>
    /// <param name="minTrades">Closed trades below which a variant has no figure.</param>
    /// <param name="stop">When a variant is hopeless: <c>"drawdown=0.3"</c>.</param>
    /// <param name="acceptDataWarnings">Whether to run over data that <c>data check</c> refuses. Default no.</param>
    /// <exception cref="WorkbenchException">The axes, the constraint or the objective are none, or a backtest would be refused; what single variants cannot do is in their rows.</exception>
    public static async Task<SweepResult> Run(
        Script strategy, string data, object set, string objective = "sharpe", Moment? from = null, Moment? to = null, decimal cash = 100_000m,
        decimal? feeRate = null, string? config = null, string? lake = null, int? cores = null, string? where = null, string method = "grid",
        int trials = SweepRequest.UsualTrials, long seed = 1, int minTrades = 0, string? stop = null, bool acceptDataWarnings = false)
    {
        var workspace = Workspace.Find();
        var text = ScriptText.Of(workspace, strategy);
        var terms = Backtest.Request(workspace, text, data.Split(',')[0], from, to, Settings.Of(set), cash, null, feeRate, config, seed, lake, acceptDataWarnings: acceptDataWarnings);
        var request = new SweepRequest
        {
            Terms = terms,
            Data = SweepData.All(data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), [], terms.Range),
            Axes = terms.Settings,
            Where = where is null ? [] : [where],
            Method = method,
            Trials = trials,
            Objective = objective,
            MinTrades = minTrades,
            Stop = stop is null ? null : StopRule.Parse(stop),
        };
        var cancel = CellContext.CurrentOrNone?.Interrupt ?? default;
        return await text.Explained(Task.Run(() => Run(workspace, request, Math.Max(1, cores ?? Environment.ProcessorCount), cancel), cancel)).ConfigureAwait(false);
    }

    /// <summary>A sweep that is kept, by name, by the beginning of one, or <c>last</c>: all its variants with all figures and returns.</summary>
    /// <exception cref="WorkbenchException">There is none of that name, or it is not done.</exception>
    public static SearchDocument Load(string name = "last") => SweepFolder.Load(Workspace.Find(), name);

    static SweepResult Run(Workspace workspace, SweepRequest request, int cores, CancellationToken cancel)
    {
        var plan = new SweepPlanner(workspace, request, Backtest.Stuck).Make();
        if (plan.Variants < 2)
        {
            throw CellErrors.NothingToSweep();
        }

        var folder = SweepFolder.Create(workspace, null, plan);
        using var ground = SweepGround.Of(workspace, plan, folder.Id, cores, SweepGround.UsualMemoryMb, Backtest.Stuck);
        var trials = new SweepTrials(new TrialLedger(workspace, _ => { }), ground, folder.Id, "sweep");
        var outcome = new LocalSweep(folder, ground, trials).Run(new SweepProgress(plan.Variants), cancel)!;
        return new SweepResult(workspace, outcome, [.. ground.Space.Axes.Select(axis => SweepAxis.Of(axis, outcome.Ranked))]);
    }
}
