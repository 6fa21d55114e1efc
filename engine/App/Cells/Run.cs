using Workbench.Core;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App.Cells;

/// <summary>A run that is over, as a cell holds it: what the engine counted, what it is worth, and where its folder lies.</summary>
public sealed class Run
{
    readonly Workspace workspace;
    readonly Lazy<RunReport> report;

    internal Run(Workspace workspace, ScriptText? text, FinishedRun run)
    {
        this.workspace = workspace;
        (Text, Result, Document, Folder) = (text, run.Result, run.Document, run.Folder);
        report = new Lazy<RunReport>(run.Report);
    }

    Run(Workspace workspace, string folder)
    {
        this.workspace = workspace;
        (Document, Folder) = (RunFolder.LoadDocument(folder), folder);
        report = new Lazy<RunReport>(() => RunFolder.Load(folder));
    }

    /// <summary>Name of the run and of its folder under <c>data/runs</c>.</summary>
    public string Id => Document.Identity.RunId;

    /// <summary>SHA-256 chain over all that the run put out: equal to the command line's on the same text, data and settings.</summary>
    public string EventLogHash => Document.EventLogHash;

    /// <summary>What the engine counted; null for a run that was loaded, since that keeps figures only.</summary>
    public RunResult? Result { get; }

    /// <summary>All figures: metrics, tables, identity, costs, warnings.</summary>
    public RunDocument Document { get; }

    /// <summary>The figures with the curves.</summary>
    public RunReport Report => report.Value;

    /// <summary>Closed trades in order of exit; where there are very many, those with the largest profit or loss.</summary>
    public IReadOnlyList<ListedTrade> Trades => Report.Curves.Trades;

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>Its HTML report.</summary>
    public string ReportPath => Path.Combine(Folder, RunFolder.ReportFile);

    /// <summary>The script's file.</summary>
    public string ScriptPath => Text?.Path ?? Path.GetFullPath(Document.Identity.StrategyFile, workspace.Root);

    /// <summary>A metric by its name in the report's JSON: <c>run["sharpe"]</c>. Null where it is undefined.</summary>
    /// <exception cref="WorkbenchException">WB4353: there is no such metric.</exception>
    public double? this[string metric] => Document.Metric(MetricNamed(metric)).Value;

    internal ScriptText? Text { get; }

    /// <summary>A run that is kept, by name, by the beginning of one, or <c>last</c>.</summary>
    /// <exception cref="WorkbenchException">There is none of that name, or several.</exception>
    public static Run Load(string name = "last")
    {
        var workspace = Workspace.Find();
        return new Run(workspace, new RunShelf(workspace).Find(name));
    }

    /// <summary>Tries all gates to paper trading; see <see cref="Promotion.ToPaper"/>.</summary>
    /// <param name="script">Where the script of a cell is to lie from now on.</param>
    /// <param name="minTrades">Closed trades below which a run says nothing.</param>
    /// <param name="outOfSample">The run over data that this one did not see.</param>
    public Task<PromotionAttempt> Promote(string? script = null, int minTrades = 30, Run? outOfSample = null) => Promotion.ToPaper(this, script, minTrades, outOfSample);

    /// <summary>The run in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Id}: {Document.Trades:N0} trades, end equity {Document.Equity.End:N2} {Document.Equity.Currency}, {EventLogHash[..12]}");

    internal static MetricDefinition MetricNamed(string key) => MetricCatalog.All.FirstOrDefault(metric => metric.Key == key)
        ?? throw CellErrors.UnknownMetric(key, Closest.To(key, MetricCatalog.All.Select(metric => metric.Key)));
}
