using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Workbench.Model;
using Workbench.Scripting;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary><c>notebook export X.ipynb --to strategies/name.csx</c>: the strategy of a notebook as a script, where it stands alone and passes the gate.</summary>
static class NotebookExportVerb
{
    public static Command Make(Workspace workspace)
    {
        var file = new Argument<string>("file") { Description = "the notebook; it need not have been run", HelpName = "X.ipynb" };
        var to = new Option<string>("--to") { Description = "the script to write", HelpName = "strategies/NAME.csx", Required = true };
        var name = CommonOptions.Class();
        var force = new Option<bool>("--force") { Description = "replace a script that is there" };
        return new Command("export", "Write a notebook's strategy into a script. Example: notebook export notebooks/01-first-backtest.ipynb --to strategies/my-idea.csx") { file, to, name, force }
            .Does((parsed, terminal, _) =>
            {
                var (path, target) = (parsed.GetValue(file)!, parsed.GetValue(to)!);
                var notebook = NotebookFile.Read(path);
                var export = Watchdog.Over(
                    () => StrategyExport.Write(new ScriptHost(workspace.ScriptCache), notebook, target, parsed.GetValue(name), parsed.GetValue(force)), Watchdog.Patience, terminal.Die);
                return Tell(terminal, workspace.Show(path), workspace.Show(target), export);
            });
    }

    static ExitCode Tell(Terminal terminal, string path, string target, StrategyExport export)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer => Write(writer, path, target, export)));
        }

        foreach (var warning in export.Check.Warnings)
        {
            terminal.Warn(warning);
        }

        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{target} is cell {export.Cell.Number} of {path}: {export.Check.Strategy}, sha256 {export.Check.Sha256}"));
        terminal.Result($"Try: ./run.sh backtest {target} --data EURUSD:ticks");
        return ExitCode.Ok;
    }

    static void Write(Utf8JsonWriter writer, string path, string target, StrategyExport export)
    {
        writer.WriteStartObject();
        writer.WriteString("notebook", path);
        writer.WriteNumber("cell", export.Cell.Number);
        writer.WriteString("script", target);
        writer.WriteString("sha256", export.Check.Sha256);
        writer.WriteString("strategy", export.Check.Strategy);
        writer.WritePropertyName("parameters");
        ParamsVerb.Write(writer, export.Check.Parameters);
        writer.WriteStartArray("warnings");
        foreach (var warning in export.Check.Warnings)
        {
            writer.WriteStringValue(warning);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
