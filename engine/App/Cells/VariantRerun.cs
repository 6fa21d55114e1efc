using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;
using Workbench.Scripting;

namespace Workbench.App.Cells;

/// <summary>The single backtest of a variant, for the figures that its sweep did not keep.</summary>
/// <param name="workspace">Where things are.</param>
/// <param name="leg">The data set that it ran over.</param>
/// <param name="settings">Its settings.</param>
sealed class VariantRerun(Workspace workspace, PlannedLeg leg, IReadOnlyList<string> settings)
{
    readonly BacktestRequest request = leg.Recipe.ToRequest(workspace);

    /// <summary>All its figures.</summary>
    /// <param name="then">What the sweep says of it.</param>
    /// <param name="trials">What it was chosen from.</param>
    /// <exception cref="WorkbenchException">WB4415: script or data are no longer those of the sweep.</exception>
    public RunDocument Document(VariantResult then, TrialCount trials)
    {
        using var script = new ScriptHost(workspace.ScriptCache).Load(request.Script, request.Class);
        var setup = RunSetup.Of(workspace, workspace.OpenStore(request.Lake), request, [Path.GetFileNameWithoutExtension(request.Script)]);
        var parameters = script.Parameters.Read(settings);
        var statistics = new RunStatistics();
        var engine = new Engine(setup.Config, script.Create(parameters), setup.Open(), statistics);
        var result = App.Backtest.Replay(engine, [script], request, default, Backtest.Stuck);
        return result.EventLogHash == then.EventLogHash
            ? RunReport.From(statistics, result, setup.Config, Identity(script, parameters, setup, trials.Tried(RunReport.DailyReturns(statistics, result).Length)), default).Document
            : throw SweepErrors.Changed(then.Key, ["its single backtest puts out other things now"], isOfData: false, "the same sweep again");
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
            Command = (leg.Recipe with { Settings = settings }).ToCommand(),
            Tried = tried,
        };
    }
}
