using Workbench.Core;
using Workbench.Model;
using Workbench.Research.Search;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>What a study runs on: a script, compiled once, its data, and the variants that its settings span.</summary>
sealed class StudyGround : IDisposable
{
    readonly Workspace workspace;
    readonly StrategyScript script;

    StudyGround(Workspace workspace, BacktestRequest request, StrategyScript script, IReadOnlyList<string> where)
    {
        (this.workspace, Request, this.script) = (workspace, request, script);
        Space = request.Settings.Count == 0 ? null : SearchSpace.Parse(request.Settings, where, script.Parameters.Infos);
        Setup = RunSetup.Of(workspace, workspace.OpenStore(request.Lake), request, [Path.GetFileNameWithoutExtension(request.Script)]);
    }

    /// <summary>What was asked for.</summary>
    public BacktestRequest Request { get; }

    /// <summary>The points that its settings span; null where nothing is set, and there is the script as it stands.</summary>
    public SearchSpace? Space { get; }

    /// <summary>Data and terms.</summary>
    public RunSetup Setup { get; }

    /// <summary>Name of the script, for titles.</summary>
    public string Name => Path.GetFileNameWithoutExtension(Request.Script);

    /// <summary>The script as a person at the project's root would write it, and its hash.</summary>
    public (string File, string Sha256) Script => (workspace.Show(script.Path), script.Sha256);

    /// <summary>Loads script and data.</summary>
    /// <param name="workspace">Where things are.</param>
    /// <param name="request">What to run; its settings may be axes.</param>
    /// <param name="where">Constraints between them.</param>
    /// <param name="stuck">Ends the process when the script's own code does not come back.</param>
    public static StudyGround Of(Workspace workspace, BacktestRequest request, IReadOnlyList<string> where, Action<WorkbenchException> stuck)
    {
        var script = Watchdog.Over(() => new ScriptHost(workspace.ScriptCache).Load(request.Script, request.Class), Watchdog.Patience, stuck);
        try
        {
            return new StudyGround(workspace, request, script, where);
        }
        catch
        {
            script.Dispose();
            throw;
        }
    }

    /// <summary>What runners share over the data as they are.</summary>
    public FieldSetup Field(RunSetup? setup = null) => FieldSetup.Of(setup ?? Setup, Request) with { Scripts = [script] };

    /// <summary>The data over a part of their time.</summary>
    public RunSetup Over(TimeRange range, EntryTerms? entries = null) =>
        Setup with { Config = Setup.Config with { Range = range, Risk = entries is null ? Setup.Config.Risk : Setup.Config.Risk with { Entries = entries } } };

    /// <summary>A point as a runner.</summary>
    public FieldVariant Variant(Point point) => new(point.Key, point.Settings, () => script.Create(script.Parameters.Read(point.Settings)));

    /// <summary>Runs a variant once over the data as they are, with a listener.</summary>
    public TSink Listen<TSink>(FieldVariant variant, TSink sink, Action<WorkbenchException> stuck, CancellationToken cancel)
        where TSink : IRunSink
    {
        var engine = new Engine(Setup.Config, variant.Create(), Setup.Open(), sink);
        Backtest.Replay(engine, [script], Request, cancel, stuck);
        cancel.ThrowIfCancellationRequested();
        return sink;
    }

    /// <summary>Puts what was evaluated into the ledger of trials: each window and each stressed run is a try, too.</summary>
    /// <param name="source">By which door.</param>
    /// <param name="results">What came out.</param>
    /// <param name="perYear">Periods in a year of a Sharpe ratio.</param>
    /// <param name="objective">What they were ranked by; null for nothing.</param>
    /// <param name="tell">Told of what a crash left behind.</param>
    public TrialCount Record(string source, IReadOnlyList<VariantResult> results, double perYear, Objective? objective, Action<string> tell)
    {
        var ledger = new TrialLedger(workspace, tell);
        var family = TrialFamily.Of([Request.Script], Setup);
        ledger.Record(source, family, [.. results.Select(result => new Trial(
            KeyOf(result.Settings), result.BehaviourHash, TrialState.Of(result.State), result.Metric("sharpe").Value / Math.Sqrt(perYear), objective?.Of(result).Value))],
            TrialOrigin.From(source, Request.Seed, Setup.Rack.Identities));
        return ledger.Count(family);
    }

    public void Dispose() => script.Dispose();

    string KeyOf(IReadOnlyList<string> settings)
    {
        try
        {
            return TrialKey.Of(script, script.Parameters.Read(settings));
        }
        catch (WorkbenchException)
        {
            return TrialKey.Of(script, settings);
        }
    }
}
