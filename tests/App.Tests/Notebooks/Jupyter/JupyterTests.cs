using System.Text.Json;
using Workbench.App.Tests.Kit;
using Xunit.Abstractions;

namespace Workbench.App.Tests.Notebooks.Jupyter;

/// <summary>The installed kernel under somebody else's clients: Debian's nbconvert, and a script over jupyter_client.</summary>
[Collection(LabCollection.Name)]
public sealed class JupyterTests(Lab lab, ITestOutputHelper output)
{
    const string Notebook = """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "workbench", "display_name": "Workbench (C#)", "language": "C#"}}, "cells": [
          {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null, "outputs": [], "source": ["var x = 40;\n", "Console.WriteLine(\"printed\");"]},
          {"cell_type": "markdown", "id": "b", "metadata": {}, "source": "# Text"},
          {"cell_type": "code", "id": "c", "metadata": {}, "execution_count": null, "outputs": [], "source": "x + 2"}CELL]}
        """;

    [JupyterFact]
    public void Nbconvert_runs_a_notebook_and_writes_its_outputs_back()
    {
        using var shell = lab.Fresh();
        Convert(shell, "").Good();
        var cells = JsonDocument.Parse(File.ReadAllText(shell.Path("out.ipynb"))).RootElement.GetProperty("cells");

        Assert.Equal("printed\n", cells[0].GetProperty("outputs")[0].GetProperty("text")[0].GetString());
        Assert.Equal("42", cells[2].GetProperty("outputs")[0].GetProperty("data").GetProperty("text/plain")[0].GetString());
        Assert.Equal([1, 2], new[] { cells[0], cells[2] }.Select(cell => cell.GetProperty("execution_count").GetInt32()));
    }

    [JupyterFact]
    public void Nbconvert_stops_at_a_cell_that_fails_and_shows_why()
    {
        using var shell = lab.Fresh();
        var answer = Convert(shell, """, {"cell_type": "code", "id": "d", "metadata": {}, "execution_count": null, "outputs": [], "source": "int y = nothing;"}""");

        Assert.Equal(1, (int)answer.Exit);
        Assert.Contains("CS0103: The name 'nothing' does not exist in the current context", answer.Error, StringComparison.Ordinal);
    }

    [JupyterFact]
    public void A_client_is_ready_soon_and_gets_values_prints_and_updates()
    {
        var met = Met();

        Assert.Equal("C#", met.GetProperty("info").GetProperty("language_info").GetProperty("name").GetString());
        Assert.Equal("42", Value("first"));
        Assert.Equal("43", Value("second"));
        Assert.Equal(["execute_input", "stream", "stream"], Types("printed"));
        Assert.Equal(["execute_input", "display_data", "update_display_data"], Types("updated"));
        var shown = Told("updated").Select(message => message[1]).ToList();
        Assert.Equal("two", shown[^2].GetProperty("data").GetProperty("text/plain").GetString());
        Assert.Equal(
            shown[^3].GetProperty("transient").GetProperty("display_id").GetString(), shown[^2].GetProperty("transient").GetProperty("display_id").GetString());
        output.WriteLine($"seconds from start to kernel_info_reply {Seconds("readySeconds")}, first cell {Seconds("firstSeconds")}, second {Seconds("secondSeconds")}");

        string Seconds(string name) => met.GetProperty(name).GetDouble().ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
    }

    [JupyterFact]
    public void A_client_is_told_where_a_cell_is_wrong_and_that_there_is_no_keyboard()
    {
        Assert.Equal(("error", "CS0103"), (Reply("failed", "status"), Reply("failed", "ename")));
        Assert.Equal("error", Types("failed")[^1]);
        Assert.Contains("(2,13)", Met().GetProperty("failed").GetProperty("reply").GetProperty("traceback")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("error", Reply("input", "status"));
    }

    [JupyterFact]
    public void A_client_gets_completion_inspection_and_history()
    {
        var met = Met();

        Assert.Contains("kept", met.GetProperty("complete").GetProperty("matches").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal((5, 8), (met.GetProperty("complete").GetProperty("cursor_start").GetInt32(), met.GetProperty("complete").GetProperty("cursor_end").GetInt32()));
        Assert.True(met.GetProperty("inspect").GetProperty("found").GetBoolean());
        Assert.Contains("kept", met.GetProperty("inspect").GetProperty("data").GetProperty("text/plain").GetString(), StringComparison.Ordinal);
        Assert.Equal("complete", met.GetProperty("whole").GetProperty("status").GetString());
        Assert.Equal("incomplete", met.GetProperty("half").GetProperty("status").GetString());
        Assert.Equal("""var shown = "one".Display(); shown.Update("two");""", met.GetProperty("history").GetProperty("history")[0][2].GetString());
    }

    [JupyterFact]
    public void An_interrupt_stops_a_cell_that_waits_and_keeps_its_variables()
    {
        Assert.Equal("error", Reply("asked", "status"));
        Assert.Equal("40", Value("afterAsked"));
    }

    [JupyterFact]
    public void A_cell_that_loops_or_ends_its_process_is_lost_and_the_next_one_runs()
    {
        foreach (var (lost, next, value) in new[] { ("looped", "afterLooped", "44"), ("exited", "afterExited", "45") })
        {
            Assert.Equal("error", Reply(lost, "status"));
            Assert.Contains("A new kernel stands ready", Reply(lost, "evalue"), StringComparison.Ordinal);
            Assert.Equal(value, Value(next));
        }

        Assert.True(Met().GetProperty("heartbeat").GetBoolean());
        Assert.False(Met().GetProperty("alive").GetBoolean());
    }

    Answer Convert(Shell shell, string moreCells)
    {
        InstalledJupyter.Install(shell);
        shell.Write("in.ipynb", Notebook.Replace("CELL", moreCells, StringComparison.Ordinal));
        return InstalledJupyter.Run(shell, "-m", "nbconvert", "--to", "notebook", "--execute", "in.ipynb", "--output", "out.ipynb");
    }

    JsonElement Met() => JsonDocument.Parse(lab.Once("what a client of Jupyter met with", () =>
    {
        using var shell = lab.Fresh();
        InstalledJupyter.Install(shell);
        return InstalledJupyter.Run(shell, Repository.Path("tests/App.Tests/Notebooks/Jupyter/peer.py"), "workbench").Good().Out;
    })).RootElement;

    string? Reply(string cell, string name) => Met().GetProperty(cell).GetProperty("reply").GetProperty(name).GetString();

    List<JsonElement> Told(string cell) => [.. Met().GetProperty(cell).GetProperty("told").EnumerateArray()];

    // What was told between busy and idle.
    List<string?> Types(string cell) => [.. Told(cell).Select(message => message[0].GetString()).Where(type => type != "status")];

    string? Value(string cell) => Told(cell).Single(message => message[0].GetString() == "execute_result")[1].GetProperty("data").GetProperty("text/plain").GetString();
}
