using System.Globalization;
using System.Text;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The sweeps that are kept, the newest first.</summary>
static class SweepList
{
    /// <summary>Lists them.</summary>
    public static ExitCode Show(Workspace workspace, Terminal terminal)
    {
        List<SweepFolder> sweeps = [.. SweepFolder.All(workspace)];
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json =>
            {
                json.WriteStartArray();
                foreach (var sweep in sweeps)
                {
                    var plan = sweep.Plan;
                    json.WriteStartObject();
                    json.WriteString("id", sweep.Id);
                    json.WriteString("script", plan.Script);
                    json.WriteString("method", plan.Method);
                    json.WriteString("objective", plan.Objective);
                    json.WriteNumber("variants", plan.Variants);
                    json.WriteBoolean("done", sweep.End is not null);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }));
        }

        terminal.Result(sweeps.Count == 0 ? "No sweeps yet. Try: ./run.sh sweep --help" : Table(sweeps));
        return ExitCode.Ok;
    }

    static string Table(List<SweepFolder> sweeps)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"sweep",-44}{"method",-8}{"variants",10}  {"",-10}axes");
        foreach (var sweep in sweeps)
        {
            var plan = sweep.Plan;
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{sweep.Id,-44}{plan.Method,-8}{plan.Variants,10:N0}  {(sweep.End is null ? "unfinished" : ""),-10} {string.Join(' ', plan.Axes.Select(axis => axis.Text))}");
        }

        return text.ToString().TrimEnd();
    }
}
