using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class NotebookRunnerTests : IAsyncLifetime
{
    readonly ScriptFolder folder = new();
    CellKernel kernel = null!;

    public Task InitializeAsync()
    {
        kernel = new CellKernel(new KernelSetup { CacheFolder = folder.Cache });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await kernel.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Cells_run_in_order_and_the_notebook_keeps_what_they_show()
    {
        var run = await Run("var a = 20;\nConsole.WriteLine(\"one\");\nConsole.Write(\"two\");", "", "Console.Error.Write(\"!\");\na + 1");

        Assert.Equal((NotebookRunEnd.Ok, 2, 0), (run.End, run.Cells, run.Errors.Count));
        Assert.Equal("""[{"name":"stdout","output_type":"stream","text":["one\n","two"]}]""", Outputs(run, 0));
        Assert.Equal("[]", Outputs(run, 1));
        Assert.Equal([1, null, 2], run.Notebook.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal(["stream", "execute_result"], run.Notebook.Cells[2].Outputs.Select(output => (string)output!["output_type"]!));
        Assert.Equal("21", (string?)run.Notebook.Cells[2].Outputs[1]!["data"]!["text/plain"]![0]);
        Assert.Equal(2, (int?)run.Notebook.Cells[2].Outputs[1]!["execution_count"]);
    }

    [Fact]
    public async Task The_first_cell_that_fails_ends_the_run_and_no_older_output_stays_behind_it()
    {
        var old = new NotebookCell(CellKind.Code, "1") { Outputs = [new JsonObject { ["output_type"] = "stream" }], ExecutionCount = 9 };
        var run = await Run(new Notebook([Code("var a = 1;"), Code("\nthrow new InvalidOperationException(\"no\");"), old]), new());

        Assert.Equal((NotebookRunEnd.CellFailed, 2), (run.End, run.Cells));
        Assert.Equal((2, 2, "no"), (run.Errors[0].Cell, run.Errors[0].Line, run.Errors[0].Message));
        Assert.Equal("error", (string?)run.Notebook.Cells[1].Outputs[0]!["output_type"]);
        Assert.Empty(run.Notebook.Cells[2].Outputs);
        Assert.Null(run.Notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task With_keep_going_the_cells_behind_it_run_too()
    {
        var run = await Run(new Notebook([Code("var a = nowhere;"), Code("throw new Exception();"), Code("7")]), new() { KeepsGoing = true });

        Assert.Equal((NotebookRunEnd.NotCompiled, 3), (run.End, run.Cells));
        Assert.Equal([("CS0103", 1, 1), ("Exception", 2, 1)], run.Errors.Select(error => (error.Name[(error.Name.LastIndexOf('.') + 1)..], error.Cell, error.Line)));
        Assert.Single(run.Notebook.Cells[2].Outputs);
    }

    [Fact]
    public async Task A_cell_that_takes_longer_than_it_may_is_interrupted_and_ends_the_run()
    {
        var run = await Run(new Notebook([Code("await System.Threading.Tasks.Task.Delay(-1, Cell.Interrupt);"), Code("7")]), new() { CellTimeout = TimeSpan.FromMilliseconds(50) });

        Assert.Equal((NotebookRunEnd.TimedOut, 1), (run.End, run.Cells));
        Assert.Contains("0.05 s", Assert.Single(run.Errors).Message, StringComparison.Ordinal);
        Assert.Equal("error", (string?)run.Notebook.Cells[0].Outputs[0]!["output_type"]);
    }

    [Fact]
    public async Task All_cells_together_may_take_no_longer_than_the_whole_is_given_whatever_goes_on()
    {
        var run = await Run(
            new Notebook([Code("await System.Threading.Tasks.Task.Delay(-1, Cell.Interrupt);"), Code("7")]), new() { Timeout = TimeSpan.FromMilliseconds(50), KeepsGoing = true });
        Assert.Equal((NotebookRunEnd.TimedOut, 1), (run.End, run.Errors.Count));
        Assert.Contains("--timeout", run.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_told_to_stop_keeps_what_ran_until_then()
    {
        using var stop = new CancellationTokenSource();
        var notebook = new Notebook([Code("7"), Code("await System.Threading.Tasks.Task.Delay(-1, Cell.Interrupt);"), Code("8")]);
        var options = new NotebookRunOptions { Watch = step => { if (step is { Cell: 2, Status: null }) { stop.Cancel(); } } };
        var run = await new NotebookRunner(kernel).Run(notebook, options, stop.Token);

        Assert.Equal((NotebookRunEnd.Cancelled, 1), (run.End, run.Notebook.Cells[0].Outputs.Count));
        Assert.Empty(run.Notebook.Cells[2].Outputs);
    }

    [Fact]
    public async Task A_display_that_a_later_cell_updates_shows_its_last_state_where_it_stood()
    {
        var run = await Run("var shown = Cell.Display(\"early\");\n0", "shown.Update(\"late\");");
        Assert.Equal("late", (string?)run.Notebook.Cells[0].Outputs[0]!["data"]!["text/plain"]![0]);
        Assert.Empty(run.Notebook.Cells[1].Outputs);
    }

    [Fact]
    public async Task Whoever_watches_is_told_of_every_cell_before_and_after_it()
    {
        var steps = new List<NotebookRunStep>();
        await Run(new Notebook([new NotebookCell(CellKind.Markdown, "# Title"), Code("\n  var a = 1;\n")]), new() { Watch = steps.Add });
        Assert.Equal([(2, 2, "var a = 1;", null), (2, 2, "var a = 1;", CellStatus.Ok)], steps.Select(step => (step.Cell, step.Of, step.FirstLine, step.Status)));
    }

    static NotebookCell Code(string source) => new(CellKind.Code, source);

    static string Outputs(NotebookRun run, int cell) => NotebookJson.WriteLine(run.Notebook.Cells[cell].Outputs);

    Task<NotebookRun> Run(params string[] cells) => Run(new Notebook([.. cells.Select(Code)]), new());

    Task<NotebookRun> Run(Notebook notebook, NotebookRunOptions options) => new NotebookRunner(kernel).Run(notebook, options, CancellationToken.None);
}
