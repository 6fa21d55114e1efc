using System.CommandLine;
using Workbench.Data.Lake;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary><c>compare RUN RUN…</c>: one page with the runs' figures side by side and their curves laid over each other.</summary>
static class CompareVerb
{
    public static Command Make(Workspace workspace)
    {
        var runs = new Argument<string[]>("runs") { Description = "two or more runs", HelpName = "RUN", Arity = new ArgumentArity(2, 20) };
        var output = new Option<string?>("--out") { Description = "the page (default: data/runs/compare.html)", HelpName = "FILE" };
        return new Command("compare", "Lay runs side by side on one page. Example: compare last 20261121-1") { runs, output }
            .Does((parsed, terminal, _) =>
            {
                var shelf = new RunShelf(workspace);
                List<RunReport> reports = [.. parsed.GetValue(runs)!.Select(run => RunFolder.Load(shelf.Find(run)))];
                var page = parsed.GetValue(output) ?? Path.Combine(workspace.Runs, "compare.html");
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(page))!);
                using (var file = new AtomicFile(page))
                {
                    ComparePage.Write(file.Stream, reports);
                    file.Commit();
                }

                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartObject();
                        json.WriteString("page", workspace.Show(page));
                        json.WriteStartArray("runs");
                        reports.ForEach(report => RunDocumentJson.Write(json, report.Document));
                        json.WriteEndArray();
                        json.WriteEndObject();
                    }));
                }

                terminal.Result("compare: " + workspace.Show(page));
                return ExitCode.Ok;
            });
    }
}
