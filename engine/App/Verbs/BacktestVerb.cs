using System.CommandLine;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary><c>backtest FILE.csx</c>: the main job, from a script and stored data to a report.</summary>
static class BacktestVerb
{
    public static Command Make(Workspace workspace)
    {
        var file = new Argument<string>("file") { Description = "the script", HelpName = "FILE.csx" };
        var with = new Option<string[]>("--with") { Description = "a script that runs beside it over the same account, with a book of its own; may be repeated", HelpName = "FILE.csx" };
        var options = new RunOptions(needsData: true);
        var output = new Option<string?>("--out") { Description = "folder for the results (default: one of its own under data/runs)", HelpName = "DIR" };
        var verb = new Command("backtest", "Run a script over stored data and write a report. Example: backtest strategies/sma-cross.csx --data EURUSD:ticks --set fast=20") { file };
        foreach (var option in options.All)
        {
            verb.Add(option);
        }

        verb.Add(with);
        verb.Add(output);
        return verb.Does((parsed, terminal, cancel) =>
        {
            var request = options.Request(workspace, parsed, parsed.GetValue(file)!) with
            {
                MoreScripts = parsed.GetValue(with) ?? [],
                Out = parsed.GetValue(output),
                Command = "./run.sh " + string.Join(' ', parsed.Tokens.Select(token => ShellWord.Quoted(token.Value))),
            };
            return Run(workspace, request, terminal, cancel);
        });
    }

    static ExitCode Run(Workspace workspace, BacktestRequest request, Terminal terminal, CancellationToken cancel)
    {
        using var bar = new ProgressBar(terminal);
        var run = new Backtest(workspace, workspace.OpenLake(request.Lake)).Run(
            request, stuck: terminal.Die, started: bar.Follow, cancel);
        bar.Dispose();
        if (terminal.Json)
        {
            terminal.Document(File.ReadAllBytes(Path.Combine(run.Folder, RunFolder.ResultFile)));
        }

        terminal.Result(ConsoleSummary.Of(run.Document));
        terminal.Result("report: " + workspace.Show(Path.Combine(run.Folder, RunFolder.ReportFile)));
        return run.Document.IsPartial ? ExitCode.Cancelled : ExitCode.Ok;
    }
}
