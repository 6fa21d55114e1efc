using Workbench.Core;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>
/// A single run as a trial: it goes into the ledger, and is told how many it was chosen from. A run does not fail because it cannot be
/// counted; its report warns instead.
/// </summary>
sealed class RunTrial
{
    readonly TrialLedger ledger;
    readonly TrialFamily family;
    readonly TrialOrigin origin;
    readonly string source;
    readonly string key;
    readonly List<string> warnings = [];

    /// <summary>Of a run that is about to begin.</summary>
    public RunTrial(Workspace workspace, BacktestRequest request, IReadOnlyList<LoadedScript> scripts, RunSetup setup, string runId)
    {
        ledger = new TrialLedger(workspace, warnings.Add);
        source = request.TrialSource!;
        family = TrialFamily.Of(request.Scripts, setup);
        origin = TrialOrigin.From(runId, request.Seed, setup.Rack.Identities);
        key = string.Join(" + ", scripts.Select(script => TrialKey.Of(script.Script, script.Parameters)));
    }

    /// <summary>How many of its family were tried, this one included.</summary>
    public VariantsTried Tried { get; private set; } = VariantsTried.One;

    /// <summary>What keeps the number from being known.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The run came to its end, or was cut short.</summary>
    public void Ended(RunResult result, RunStatistics statistics, FillHash behaviour)
    {
        var returns = RunReport.DailyReturns(statistics, result);
        Add(new Trial(key, behaviour.Take(), result.IsPartial ? TrialState.Stopped : TrialState.Finished, ReturnFormulas.PeriodSharpe(returns).Value, null));
        if (warnings.Count == 0)
        {
            Guarded(() => Tried = ledger.Count(family).Tried(returns.Length));
        }
    }

    /// <summary>The script failed, or did not come back.</summary>
    public void Failed() => Add(new Trial(key, null, TrialState.Failed, null, null));

    void Add(Trial trial) => Guarded(() => ledger.Record(source, family, [trial], origin));

    void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (WorkbenchException refused)
        {
            warnings.Add($"This run could not be counted among the trials of its family, so the odds after counting are those of a single one. {refused.Code} {refused.Message}");
        }
    }
}
