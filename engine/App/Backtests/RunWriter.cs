using System.Diagnostics;
using System.Globalization;
using Workbench.Core;
using Workbench.Data.Parquet;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>Writes a run's folder while it runs: beside its place, which it takes when it is whole. A run that dies leaves nothing under its name.</summary>
sealed class RunWriter : IRunSink, IDisposable
{
    /// <summary>Ending of a folder whose run is not over, or was killed.</summary>
    public const string Unfinished = ".unfinished";

    const string JournalFile = "outputs.journal";
    /// <summary>The script as it was when it ran.</summary>
    public const string ScriptFile = "script.csx";

    readonly Workspace workspace;
    readonly string beside;
    readonly string folder;
    readonly FileStream journal;
    readonly ParquetTableWriter<Row<Fill>> fills;
    readonly ParquetTableWriter<Row<RoundTrip>> trades;
    readonly ParquetTableWriter<Row<EquityPoint>> equity;
    readonly ParquetTableWriter<Row<CashFlow>> cash;
    readonly ParquetTableWriter<Order>? orders;
    readonly Row<Fill> fillRow = new();
    readonly Row<RoundTrip> tradeRow = new();
    readonly Row<EquityPoint> equityRow = new();
    readonly Row<CashFlow> cashRow = new();
    bool isKept;

    RunWriter(Workspace workspace, string runId, string folder, bool hasOrders)
    {
        this.workspace = workspace;
        this.folder = folder;
        RunId = runId;
        beside = folder + Unfinished;
        if (Directory.Exists(beside))
        {
            // A killed run of the same --out.
            Directory.Delete(beside, recursive: true);
        }

        Directory.CreateDirectory(beside);
        journal = new FileStream(Path.Combine(beside, JournalFile), FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        fills = RunTables.Fills(beside);
        trades = RunTables.Trades(beside);
        equity = RunTables.Equity(beside);
        cash = RunTables.Cash(beside);
        orders = hasOrders ? RunTables.Orders(beside) : null;
    }

    /// <summary>Name of the run.</summary>
    public string RunId { get; }

    /// <summary>Makes room for a run.</summary>
    /// <param name="workspace">Where runs are kept.</param>
    /// <param name="output">A folder of the user's own, or null.</param>
    /// <param name="script">The script's name, which becomes a part of the run's.</param>
    /// <param name="hasOrders">Whether to keep what became of each order, filled or not, as a table; in a backtest it stands in the journal alone.</param>
    public static RunWriter Begin(Workspace workspace, string? output, string script, bool hasOrders = false)
    {
        SweepUp(workspace.Runs);
        if (output is not null && Directory.Exists(output) && !File.Exists(Path.Combine(output, RunFolder.ResultFile)) && Directory.EnumerateFileSystemEntries(output).Any())
        {
            throw CliErrors.NotARun(output);
        }

        // Milliseconds and process id keep two runs of one second apart; sorted by name is sorted by time.
        var runId = string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{script}-{Environment.ProcessId:x}{DateTime.UtcNow.Millisecond:x}");
        return new RunWriter(workspace, runId, output ?? Path.Combine(workspace.Runs, runId), hasOrders);
    }

    /// <summary>Keeps by what the run can be made again.</summary>
    public void Keep(RunRecipe recipe) => recipe.Save(beside);

    public void Order(Order order) => orders?.Add(in order);

    public void Fill(in Fill fill)
    {
        fillRow.Value = fill;
        fills.Add(in fillRow);
    }

    public void Trade(in RoundTrip trade)
    {
        tradeRow.Value = trade;
        trades.Add(in tradeRow);
    }

    public void Cash(in CashFlow flow)
    {
        cashRow.Value = flow;
        cash.Add(in cashRow);
    }

    public void Equity(in EquityPoint point)
    {
        equityRow.Value = point;
        equity.Add(in equityRow);
    }

    /// <summary>Nothing: the ends of days are figures, kept in the result.</summary>
    public void Day(in EquityPoint close)
    {
    }

    /// <summary>Nothing: candles are drawn from the curves.</summary>
    public void Chart(in Bar candle, ReadOnlySpan<double> indicators)
    {
    }

    public void Journal(ReadOnlySpan<byte> block) => journal.Write(block);

    /// <summary>Adds figures, page and a copy of the script, and puts the folder in its place.</summary>
    public FinishedRun Finish(
        RunStatistics statistics, RunResult result, RunConfig config, RunIdentity identity, RunTimings timings, Stopwatch reporting, IReadOnlyList<string> scripts)
    {
        journal.Flush(flushToDisk: true);
        journal.Dispose();
        fills.Commit();
        trades.Commit();
        equity.Commit();
        cash.Commit();
        orders?.Commit();
        for (var i = 0; i < scripts.Count; i++)
        {
            File.Copy(scripts[i], Path.Combine(beside, i == 0 ? ScriptFile : FormattableString.Invariant($"script-{i + 1}.csx")));
        }

        var report = RunReport.From(statistics, result, config, identity, timings);
        report = report with { Document = report.Document with { Artifacts = Artifacts(), Timings = timings with { Report = reporting.Elapsed.TotalSeconds } } };
        RunFolder.Save(beside, report);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.Move(beside, folder);
        isKept = true;
        return new FinishedRun(result, report, folder);
    }

    public void Dispose()
    {
        journal.Dispose();
        fills.Dispose();
        trades.Dispose();
        equity.Dispose();
        cash.Dispose();
        orders?.Dispose();
        if (!isKept && Directory.Exists(beside))
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    /// <summary>Removes what killed runs left behind, once it is old enough that nobody can still be writing it.</summary>
    static void SweepUp(string runs)
    {
        var old = DateTime.UtcNow.AddDays(-1);
        foreach (var left in Directory.Exists(runs) ? Directory.GetDirectories(runs, "*" + Unfinished) : [])
        {
            if (Directory.GetLastWriteTimeUtc(left) < old)
            {
                Directory.Delete(left, recursive: true);
            }
        }
    }

    SortedDictionary<string, string> Artifacts() => new(StringComparer.Ordinal)
    {
        ["report"] = Shown(RunFolder.ReportFile),
        ["result"] = Shown(RunFolder.ResultFile),
        ["trades"] = Shown(RunTables.TradesFile),
        ["fills"] = Shown(RunTables.FillsFile),
        ["equity"] = Shown(RunTables.EquityFile),
        ["cash"] = Shown(RunTables.CashFile),
        ["journal"] = Shown(JournalFile),
        ["script"] = Shown(ScriptFile),
    };

    string Shown(string file) => workspace.Show(Path.Combine(folder, file));
}
