using System.CommandLine;
using System.Globalization;
using System.Text;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary><c>runs</c>: what was run, the newest first.</summary>
static class RunsVerb
{
    public static Command Make(Workspace workspace)
    {
        var most = CommonOptions.Most(20);
        return new Command("runs", "List the runs that are kept, the newest first. Example: runs --most 5") { most }
            .Does((parsed, terminal, _) =>
            {
                var shelf = new RunShelf(workspace);
                List<RunDocument> runs = [.. shelf.Newest(parsed.GetValue(most), error => terminal.Warn(error.Message))];
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartArray();
                        runs.ForEach(run => RunDocumentJson.Write(json, run));
                        json.WriteEndArray();
                    }));
                }

                terminal.Result(runs.Count == 0 ? "No runs yet. Try: ./run.sh" : Table(runs));
                return ExitCode.Ok;
            });
    }

    static string Table(List<RunDocument> runs)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"run",-44}{"data",-18}{"trades",8}{"end equity",16}  hash");
        foreach (var run in runs)
        {
            var data = run.Identity.Data[0];
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{run.Identity.RunId,-44}{data.Instrument + ":" + data.Kind,-18}{run.Trades,8}{run.Equity.End,16:N2}  {run.EventLogHash[..12]}");
        }

        return text.ToString().TrimEnd();
    }
}
