using Workbench.App.Tests.Kit;
using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Verbs;

/// <summary>Notebooks from the command line, in processes as people start them.</summary>
[Collection(LabCollection.Name)]
public sealed class NotebookVerbTests(Lab lab)
{
    const string Strategy = "#!strategy\npublic sealed class Idle : Strategy\n{\n    [Parameter] public int Fast { get; init; } = 10;\n}\n";

    [Theory]
    [InlineData("run")]
    [InlineData("convert")]
    [InlineData("export")]
    public void Help_has_an_example(string verb) => Assert.Contains("Example: notebook " + verb, lab.Shell.Run("notebook", verb, "--help").Good().Out, StringComparison.Ordinal);

    [Fact]
    public void A_run_writes_its_outputs_back_and_takes_settings()
    {
        using var shell = lab.Fresh();
        var path = Write(shell, "a.ipynb", "var n = 2;", "Console.WriteLine(\"shown\");\nn * 21");
        var answer = shell.Run("notebook", "run", path, "--set", "n=3", "--json").Good().Json();
        var notebook = NotebookFile.Read(path);

        Assert.Equal((3, 0), (answer.GetProperty("cells").GetInt32(), answer.GetProperty("failed").GetInt32()));
        Assert.Equal("n = 3;", notebook.Cells[1].Source.Split('\n')[1]);
        Assert.Equal("63", (string?)notebook.Cells[2].Outputs[1]!["data"]!["text/plain"]![0]);
    }

    [Fact]
    public void A_cell_that_fails_is_named_with_its_line_and_a_cell_that_does_not_compile_has_an_exit_of_its_own()
    {
        using var shell = lab.Fresh();
        var failing = shell.Run("notebook", "run", Write(shell, "a.ipynb", "1", "\nthrow new Exception(\"no\");", "3"), "--json");
        var wrong = shell.Run("notebook", "run", Write(shell, "b.ipynb", "nowhere"), "--no-write");

        Assert.Equal((ExitCode.StrategyFailed, ExitCode.Compile), (failing.Exit, wrong.Exit));
        Assert.Equal((2, 2, "no"), (failing.Json().GetProperty("errors")[0].GetProperty("cell").GetInt32(),
            failing.Json().GetProperty("errors")[0].GetProperty("line").GetInt32(), failing.Json().GetProperty("errors")[0].GetProperty("message").GetString()));
        Assert.Contains("cell 1, line 1: CS0103", wrong.Out, StringComparison.Ordinal);
        Assert.Empty(NotebookFile.Read(shell.Path("b.ipynb")).Cells[0].Outputs);
    }

    [Fact]
    public void A_cell_that_loops_is_ended_and_what_ran_before_it_is_written()
    {
        using var shell = lab.Fresh();
        var path = Write(shell, "a.ipynb", "41 + 1", "while (true) { }");
        var answer = shell.Run("notebook", "run", path, "--cell-timeout", "5", "--out", shell.Path("out.ipynb"));

        Assert.Equal(ExitCode.TimeOut, answer.Exit);
        Assert.Contains("--cell-timeout", answer.Out, StringComparison.Ordinal);
        Assert.Equal("42", (string?)NotebookFile.Read(shell.Path("out.ipynb")).Cells[0].Outputs[0]!["data"]!["text/plain"]![0]);
        Assert.Empty(NotebookFile.Read(path).Cells[0].Outputs);
    }

    [Fact]
    public void Ctrl_C_ends_a_run_and_writes_what_ran_until_then()
    {
        using var shell = lab.Fresh();
        var path = Write(shell, "a.ipynb", "41 + 1", "await System.Threading.Tasks.Task.Delay(-1, Cell.Interrupt);");
        var running = shell.Start("notebook", "run", path);
        running.Until(() => running.Said.Contains("cell 1 of 2: ok", StringComparison.Ordinal));
        running.Interrupt();

        Assert.Equal(ExitCode.Cancelled, running.Wait(TimeSpan.FromMinutes(1)).Exit);
        Assert.Single(NotebookFile.Read(path).Cells[0].Outputs);
    }

    [Fact]
    public void What_is_misspelt_missing_or_broken_is_refused_before_anything_runs()
    {
        using var shell = lab.Fresh();
        var path = Write(shell, "a.ipynb", "var n = 2;", "n");
        shell.Run("notebook", "run", path, "--tiemout", "3").Refused("WB1001", ExitCode.Usage).Saying("--timeout");
        shell.Run("notebook", "run", path, "--set", "m=3").Refused("WB3087", ExitCode.Usage).Saying("it has n");
        shell.Run("notebook", "run", path, "--timeout", "0").Refused("WB1005", ExitCode.Usage);
        shell.Run("notebook", "run", path, "--out", shell.Path("no/where.ipynb")).Refused("WB1006", ExitCode.NotFound);
        shell.Run("notebook", "run", path, "--out", "x.html").Refused("WB3081", ExitCode.Usage);
        shell.Run("notebook", "run", shell.Path("none.ipynb")).Refused("WB3080", ExitCode.NotFound);
        shell.Run("notebook", "run", shell.Write("cut.ipynb", "{\n\"cells\": [")).Refused("WB3083", ExitCode.Data).Saying("cut.ipynb(2)");
    }

    [Fact]
    public void A_dib_becomes_a_notebook_and_back_with_the_same_text()
    {
        using var shell = lab.Fresh();
        const string Text = "#!markdown\n\n# Hello\n\n#!c#\n1 + 1";
        var path = shell.Write("a.dib", Text);
        shell.Run("notebook", "convert", path).Good();
        shell.Run("notebook", "convert", shell.Path("a.ipynb")).Refused("WB3089", ExitCode.Usage).Saying("--force");
        shell.Run("notebook", "convert", shell.Path("a.ipynb"), "--to", shell.Path("b.dib")).Good();

        Assert.Equal(Text, File.ReadAllText(shell.Path("b.dib")));
    }

    [Fact]
    public void A_strategy_is_exported_and_checks_as_the_script_that_it_became()
    {
        using var shell = lab.Fresh();
        var path = Write(shell, "a.ipynb", "var lookback = 5;", Strategy);
        var script = shell.Path("idle.csx");
        var exported = shell.Run("notebook", "export", path, "--to", script, "--json").Good().Json();
        var check = shell.Run("check", script, "--json").Good().Json();

        Assert.Equal(check.GetProperty("sha256").GetString(), exported.GetProperty("sha256").GetString());
        Assert.Equal("Idle", exported.GetProperty("strategy").GetString());
        Assert.Contains("./run.sh backtest", shell.Run("notebook", "export", path, "--to", script).Good().Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_that_leans_on_other_cells_is_not_exported()
    {
        using var shell = lab.Fresh();
        var path = Write(shell, "a.ipynb", "var lookback = 5;", Strategy.Replace("= 10", "= lookback", StringComparison.Ordinal));
        shell.Run("notebook", "export", path, "--to", shell.Path("idle.csx")).Refused("WB3094", ExitCode.Compile).Saying("'lookback' is declared in cell 1");
        Assert.False(File.Exists(shell.Path("idle.csx")));
    }

    /// <summary>A notebook whose first cell is that of the parameters.</summary>
    static string Write(Shell shell, string name, params string[] cells)
    {
        var parameters = new System.Text.Json.Nodes.JsonObject { ["tags"] = new System.Text.Json.Nodes.JsonArray("parameters") };
        NotebookFile.Write(shell.Path(name), new Notebook([.. cells.Select((source, at) => new NotebookCell(CellKind.Code, source) { Metadata = at == 0 ? parameters : [] })]) { Metadata = NotebookHeader.New() });
        return shell.Path(name);
    }
}
