using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary><c>notebook run X.ipynb</c>: runs all cells without anybody watching, and writes what they show back into the file.</summary>
static class NotebookRunVerb
{
    const decimal Day = 86_400m;

    public static Command Make(Workspace workspace)
    {
        var file = new Argument<string>("file") { Description = "the notebook", HelpName = "X.ipynb" };
        var set = new Option<string[]>("--set") { Description = "a variable of the cell tagged 'parameters'; may be repeated", HelpName = "NAME=VALUE", AllowMultipleArgumentsPerToken = false };
        var timeout = new Option<string>("--timeout") { Description = "longest that all cells together may take, in seconds", DefaultValueFactory = _ => "600", HelpName = "SECONDS" };
        var cellTimeout = new Option<string?>("--cell-timeout") { Description = "longest that one cell may take, in seconds (default: as the whole)", HelpName = "SECONDS" };
        var to = new Option<string?>("--out") { Description = "where to write the notebook with its outputs (default: back into the file; a .dib holds no outputs and stays as it is)", HelpName = "FILE" };
        var noWrite = new Option<bool>("--no-write") { Description = "write nothing" };
        var keepGoing = new Option<bool>("--keep-going") { Description = "run the cells behind one that failed all the same" };
        return new Command("run", "Run a notebook and keep its outputs. Example: notebook run notebooks/01-first-backtest.ipynb --set fast=20") { file, set, timeout, cellTimeout, to, noWrite, keepGoing }
            .Does((parsed, terminal, cancel) =>
            {
                var path = parsed.GetValue(file)!;
                var notebook = NotebookParameters.Set(NotebookFile.Read(path), parsed.GetValue(set) ?? []);
                var target = parsed.GetValue(noWrite) ? null : TargetOf(path, parsed.GetValue(to));
                var options = new NotebookRunOptions
                {
                    Path = Path.GetFullPath(path),
                    Timeout = Seconds("--timeout", parsed.GetValue(timeout)!),
                    CellTimeout = parsed.GetValue(cellTimeout) is { } most ? Seconds("--cell-timeout", most) : null,
                    KeepsGoing = parsed.GetValue(keepGoing),
                    Watch = step => Show(terminal, step),
                };
                var run = Run(workspace, notebook, options, cancel).GetAwaiter().GetResult();
                if (target is not null)
                {
                    NotebookFile.Write(target, run.Notebook);
                }

                return Tell(terminal, workspace.Show(path), target is null ? null : workspace.Show(target), run);
            });
    }

    static async Task<NotebookRun> Run(Workspace workspace, Notebook notebook, NotebookRunOptions options, CancellationToken cancel)
    {
        await using var kernel = KernelRoom.Start(workspace, new KernelLimits());
        return await new NotebookRunner(kernel).Run(notebook, options, cancel).ConfigureAwait(false);
    }

    /// <summary>Where the outputs go; null for nowhere. A bad name is refused before the cells run, not after.</summary>
    static string? TargetOf(string path, string? to)
    {
        if (to is null)
        {
            return NotebookFile.KeepsOutputs(path) ? path : null;
        }

        _ = NotebookFile.KeepsOutputs(to);
        var folder = Path.GetDirectoryName(Path.GetFullPath(to))!;
        return Directory.Exists(folder) ? to : throw CliErrors.NotFound("The folder", folder, $"mkdir -p {folder}");
    }

    static TimeSpan Seconds(string option, string text) =>
        TimeSpan.FromSeconds((double)CommonOptions.Number(option, text, value => value is > 0m and <= Day, "seconds above 0 and up to a day are needed"));

    static void Show(Terminal terminal, NotebookRunStep step)
    {
        if (step.Status is { } status)
        {
            terminal.Progress(string.Create(CultureInfo.InvariantCulture, $"{Start(terminal)}cell {step.Cell} of {step.Of}: {Word(status)}, {step.Seconds:0.00} s  {Short(step.FirstLine)}"));
        }
        else if (terminal.ShowsProgress)
        {
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"{Start(terminal)}cell {step.Cell} of {step.Of}: {Short(step.FirstLine)}"));
        }
    }

    static string Start(Terminal terminal) => terminal.ShowsProgress ? "\r\u001b[K" : "";

    static string Short(string line) => line.Length <= 60 ? line : line[..59] + "…";

    static string Word(CellStatus status) => status.ToString().ToLowerInvariant();

    static ExitCode Tell(Terminal terminal, string path, string? target, NotebookRun run)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer => Write(writer, path, target, run)));
        }

        foreach (var error in run.Errors)
        {
            terminal.Result(string.Create(CultureInfo.InvariantCulture, $"cell {error.Cell}{(error.Line > 0 ? $", line {error.Line}" : "")}: {error.Name}: {error.Message}"));
        }

        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{path}: {run.Cells} cells ran in {run.Seconds:0.0} s, {run.Errors.Count} failed.{(target is null ? "" : $" Outputs are in {target}.")}"));
        return ExitOf(run.End);
    }

    static ExitCode ExitOf(NotebookRunEnd end) => end switch
    {
        NotebookRunEnd.Ok => ExitCode.Ok,
        NotebookRunEnd.NotCompiled => ExitCode.Compile,
        NotebookRunEnd.TimedOut => ExitCode.TimeOut,
        NotebookRunEnd.Cancelled => ExitCode.Cancelled,
        _ => ExitCode.StrategyFailed,
    };

    static void Write(Utf8JsonWriter writer, string path, string? target, NotebookRun run)
    {
        writer.WriteStartObject();
        writer.WriteString("notebook", path);
        writer.WriteNumber("cells", run.Cells);
        writer.WriteNumber("failed", run.Errors.Count);
        writer.WriteStartArray("errors");
        foreach (var error in run.Errors)
        {
            writer.WriteStartObject();
            writer.WriteNumber("cell", error.Cell);
            writer.WriteNumber("line", error.Line);
            writer.WriteString("name", error.Name);
            writer.WriteString("message", error.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("outputs", target);
        writer.WriteNumber("wallSeconds", Math.Round(run.Seconds, 3));
        writer.WriteEndObject();
    }
}
