using System.CommandLine;
using System.Globalization;
using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary><c>notebook convert X.dib</c>: Polyglot's text into Jupyter's file, and back.</summary>
static class NotebookConvertVerb
{
    public static Command Make(Workspace workspace)
    {
        var file = new Argument<string>("file") { Description = "the notebook", HelpName = "X.dib|X.ipynb" };
        var to = new Option<string?>("--to") { Description = "what to write (default: beside it, with the other ending)", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "replace a file that is there" };
        return new Command("convert", "Turn a .dib into a .ipynb, or back; all but outputs is kept. Example: notebook convert ideas.dib") { file, to, force }
            .Does((parsed, terminal, _) =>
            {
                var from = parsed.GetValue(file)!;
                var notebook = NotebookFile.Read(from);
                var target = parsed.GetValue(to) ?? Path.ChangeExtension(from, NotebookFile.KeepsOutputs(from) ? ".dib" : ".ipynb");
                NotebookFile.Write(target, notebook, parsed.GetValue(force));
                return Tell(terminal, workspace.Show(from), workspace.Show(target), notebook);
            });
    }

    static ExitCode Tell(Terminal terminal, string from, string to, Notebook notebook)
    {
        var lost = NotebookFile.KeepsOutputs(to) ? 0 : notebook.Cells.Count(cell => cell.Outputs.Count > 0);
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("from", from);
                writer.WriteString("to", to);
                writer.WriteNumber("cells", notebook.Cells.Count);
                writer.WriteNumber("cellsWithoutTheirOutputs", lost);
                writer.WriteEndObject();
            }));
        }

        if (lost > 0)
        {
            terminal.Warn(string.Create(CultureInfo.InvariantCulture, $"a .dib has no place for outputs: those of {lost} cells are only in {from}."));
        }

        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{to} is there, with {notebook.Cells.Count} cells."));
        return ExitCode.Ok;
    }
}
