using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary>A paper or live session as a comparison takes it: its journal run again, and its figures computed as those of any run.</summary>
static class SessionRows
{
    /// <summary>Of a session's journal, ended or not.</summary>
    /// <exception cref="WorkbenchException">It does not come to the same when it is run again.</exception>
    public static ComparedRun Of(Workspace workspace, SessionFolder folder, Action<WorkbenchException> stuck)
    {
        var (statistics, tape) = (new RunStatistics(), new RunTape());
        using var built = BuiltSession.Of(workspace, Replayer.HeaderOf(folder), folder.Path, new FanOut(statistics, tape), stuck);
        var result = Replayer.Run(folder, built).Finish(folder.IsEnded);
        var report = RunReport.From(statistics, result, built.Config, Identity(workspace, folder, built, result), default);
        return new ComparedRun(report)
        {
            ScriptText = built.Header.Scripts[0].Text,
            Trades = tape.Trades,
            Fills = tape.Fills,
            Equity = RunRows.Line(report.Document, tape.Points),
        };
    }

    static RunIdentity Identity(Workspace workspace, SessionFolder folder, BuiltSession built, RunResult result)
    {
        var scripts = built.Identities(workspace);
        return new RunIdentity
        {
            RunId = folder.Id,
            CreatedNanos = built.Header.StartNanos,
            StrategyFile = workspace.Show(built.Header.Scripts[0].Path),
            StrategySha256 = built.Header.Scripts[0].Sha256,
            MoreScripts = [.. scripts.Skip(1)],
            EngineVersion = built.Header.EngineVersion,
            Parameters = scripts[0].Parameters,
            Data = [.. built.Header.Streams.Select(stream => RunningSession.Heard(stream, result))],
            Command = built.Header.Command,
        };
    }
}
