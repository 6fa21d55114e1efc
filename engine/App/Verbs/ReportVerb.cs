using System.CommandLine;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary><c>report RUN</c>: a run's figures once more, and its page made anew from what is kept.</summary>
static class ReportVerb
{
    public static Command Make(Workspace workspace)
    {
        var run = new Argument<string>("run") { Description = "a run's name, the beginning of one, its folder, or last", HelpName = "RUN" };
        return new Command("report", "Show a run's figures and make its page anew. Example: report last") { run }
            .Does((parsed, terminal, _) =>
            {
                var folder = new RunShelf(workspace).Find(parsed.GetValue(run)!);
                var report = RunFolder.Load(folder);
                RunFolder.SaveReport(folder, report);
                if (terminal.Json)
                {
                    terminal.Document(File.ReadAllBytes(Path.Combine(folder, RunFolder.ResultFile)));
                }

                terminal.Result(ConsoleSummary.Of(report.Document));
                terminal.Result("report: " + workspace.Show(Path.Combine(folder, RunFolder.ReportFile)));
                return ExitCode.Ok;
            });
    }
}
