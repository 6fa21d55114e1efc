using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Workbench.Core;
using Workbench.Model;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary><c>params FILE.csx</c>: the settings of a script, with defaults and bounds.</summary>
static class ParamsVerb
{
    public static Command Make(Workspace workspace)
    {
        var file = new Argument<string>("file") { Description = "the script", HelpName = "FILE.csx" };
        var name = CommonOptions.Class();
        return new Command("params", "List a script's parameters. Example: params strategies/sma-cross.csx") { file, name }
            .Does((parsed, terminal, _) =>
            {
                using var script = Watchdog.Over(
                    () => new ScriptHost(workspace.ScriptCache).Load(parsed.GetValue(file)!, parsed.GetValue(name)), Watchdog.Patience, terminal.Die);
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(writer => Write(writer, script.Parameters.Infos)));
                }

                terminal.Result(Table(script.Parameters.Infos));
                return ExitCode.Ok;
            });
    }

    public static void Write(Utf8JsonWriter writer, IEnumerable<ParameterInfo> parameters)
    {
        writer.WriteStartArray();
        foreach (var parameter in parameters)
        {
            writer.WriteStartObject();
            writer.WriteString("name", parameter.Name);
            writer.WriteString("type", parameter.Type);
            writer.WriteString("default", parameter.Default);
            WriteBound(writer, "min", parameter.Min);
            WriteBound(writer, "max", parameter.Max);
            WriteBound(writer, "step", parameter.Step);
            writer.WriteStartArray("choices");
            foreach (var choice in parameter.Choices)
            {
                writer.WriteStringValue(choice);
            }

            writer.WriteEndArray();
            writer.WriteString("description", parameter.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static string Table(IReadOnlyList<ParameterInfo> parameters)
    {
        var text = new StringBuilder();
        foreach (var parameter in parameters)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{parameter.Name,-14}{parameter.Type,-10}{parameter.Default,-12}{Bounds(parameter),-16}{parameter.Description}");
        }

        return text.ToString().TrimEnd();
    }

    static string Bounds(ParameterInfo parameter)
    {
        if (parameter.Choices.Count > 0)
        {
            return string.Join('|', parameter.Choices) + " ";
        }

        return parameter.Min is null && parameter.Max is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{parameter.Min?.ToString(CultureInfo.InvariantCulture) ?? "…"} to {parameter.Max?.ToString(CultureInfo.InvariantCulture) ?? "…"} ");
    }

    static void WriteBound(Utf8JsonWriter writer, string name, double? bound)
    {
        if (bound is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
