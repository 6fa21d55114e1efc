using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Scripting;

namespace Workbench.App.Cells;

/// <summary>The runs of a sweep: one script, compiled once; the data found once and opened for each variant.</summary>
sealed class SweepRun(Workspace workspace, BacktestRequest request)
{
    /// <summary>Runs all variants, best first. One that fails is a row with its reason.</summary>
    public IReadOnlyList<SweepVariant> All(IReadOnlyList<string[]> grid, MetricDefinition objective, int cores, CancellationToken cancel)
    {
        using var script = new ScriptHost(workspace.ScriptCache).Load(request.Script, request.Class);
        Check(script, grid);
        var setup = RunSetup.Of(workspace, workspace.OpenLake(request.Lake), request, [Path.GetFileNameWithoutExtension(request.Script)]);
        var variants = new SweepVariant[grid.Count];
        Parallel.For(0, grid.Count, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = cores },
            at => variants[at] = One(script, setup, grid[at], objective, VariantsTried.One, cancel));
        var sign = objective.Better == Better.Lower ? -1d : 1d;
        var ranked = variants.OrderByDescending(variant => variant.Objective.HasValue)
            .ThenByDescending(variant => variant.Document is not null)
            .ThenByDescending(variant => sign * variant.Objective).ToList();
        if (ranked[0].Document is not null)
        {
            // The winner is told how many it was chosen from: its odds are those of the best of that many.
            ranked[0] = One(script, setup, [.. ranked[0].Settings], objective, Tried(variants), cancel);
        }

        return ranked;
    }

    /// <summary>A name that is no parameter would else be as many rows with one reason.</summary>
    static void Check(StrategyScript script, IReadOnlyList<string[]> grid)
    {
        WorkbenchException? why = null;
        foreach (var settings in grid)
        {
            try
            {
                script.Parameters.Read(settings);
                return;
            }
            catch (WorkbenchException refused)
            {
                why ??= refused;
            }
        }

        throw why!;
    }

    SweepVariant One(StrategyScript script, RunSetup setup, string[] settings, MetricDefinition objective, VariantsTried tried, CancellationToken cancel)
    {
        try
        {
            var parameters = script.Parameters.Read(settings);
            var statistics = new RunStatistics();
            var engine = new Engine(setup.Config, script.Create(parameters), setup.Open(), statistics);
            var result = App.Backtest.Replay(engine, [script], request, cancel, Backtest.Stuck);
            cancel.ThrowIfCancellationRequested();
            var document = RunReport.From(statistics, result, setup.Config, Identity(script, parameters, setup, tried), default).Document;
            var metric = document.Metric(objective);
            return new SweepVariant(settings, document, metric.Value, metric.Value is null ? metric.Reason : null);
        }
        catch (WorkbenchException error)
        {
            // The rest is where it happened, in many lines: a single backtest tells that.
            return new SweepVariant(settings, null, null, error.Message.Split('\n')[0]);
        }
    }

    RunIdentity Identity(StrategyScript script, ParameterValues parameters, RunSetup setup, VariantsTried tried)
    {
        var loaded = LoadedScript.IdentityOf(workspace, setup.Config.Books[0], script, parameters);
        return new RunIdentity
        {
            RunId = "",
            CreatedNanos = UtcNanos.From(DateTime.UtcNow),
            StrategyFile = loaded.File,
            StrategySha256 = loaded.Sha256,
            EngineVersion = App.Backtest.EngineVersion,
            Parameters = loaded.Parameters,
            Data = setup.Rack.Identities,
            Command = request.Command,
            Tried = tried,
        };
    }

    /// <summary>How many were tried, and how much their Sharpe ratios per period differ.</summary>
    static VariantsTried Tried(SweepVariant[] variants)
    {
        double[] sharpes = [.. variants.Where(variant => variant.Document is not null)
            .Select(variant => variant.Document!.Metric(MetricCatalog.Sharpe).Value / Math.Sqrt(variant.Document.PeriodsPerYear)).OfType<double>()];
        var mean = sharpes.Length > 0 ? sharpes.Average() : 0d;
        return new VariantsTried(variants.Length, sharpes.Length > 1 ? sharpes.Sum(sharpe => (sharpe - mean) * (sharpe - mean)) / (sharpes.Length - 1) : 0d);
    }
}
