using System.CommandLine;
using System.Diagnostics;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary><c>backtest FILE.csx</c>: the main job, from a script and stored data to a report.</summary>
static class BacktestVerb
{
    public static Command Make(Workspace workspace)
    {
        var words = new BacktestWords();
        return words.Verb.Does((parsed, terminal, cancel) =>
        {
            var startup = DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime();
            return Run(workspace, words.Request(workspace, parsed) with { Startup = startup }, terminal, cancel);
        });
    }

    static ExitCode Run(Workspace workspace, BacktestRequest request, Terminal terminal, CancellationToken cancel)
    {
        using var bar = new ProgressBar(terminal);
        var run = new Backtest(workspace, workspace.OpenStore(request.Lake)).Run(
            request, stuck: terminal.Die, started: bar.Follow, cancel);
        bar.Dispose();
        RunsInDatabase.Keep(request.Lake, run, terminal);
        if (terminal.Json)
        {
            terminal.Document(File.ReadAllBytes(Path.Combine(run.Folder, RunFolder.ResultFile)));
        }

        terminal.Result(ConsoleSummary.Of(run.Document));
        terminal.Result("report: " + workspace.Show(Path.Combine(run.Folder, RunFolder.ReportFile)));
        return run.Document.IsPartial ? ExitCode.Cancelled : ExitCode.Ok;
    }
}
