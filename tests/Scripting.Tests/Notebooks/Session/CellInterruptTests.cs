using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class CellInterruptTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly CellBench bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_cell_that_awaits_for_ever_ends_when_it_is_interrupted()
    {
        await bench.Run("var kept = 7;");
        var result = await Interrupted("var lost = 1;\nConsole.Write(\"go\");\nawait System.Threading.Tasks.Task.Delay(-1);");

        Assert.Equal(["kept"], result.Names);
        Assert.Equal("7", await bench.Run("kept"));
        Assert.Equal("CS0103", (await bench.Fail("lost")).Name);
    }

    [Fact]
    public async Task A_cell_that_looks_at_the_token_ends_when_it_is_interrupted()
    {
        await bench.Run("var turns = 0L;");
        await Interrupted("Console.Write(\"go\");\nwhile (true) { turns++; Interrupt.ThrowIfCancellationRequested(); }");

        Assert.Equal("true", await bench.Run("turns > 0"));
    }

    [Fact]
    public async Task A_cell_that_loops_on_is_waited_for_since_it_cannot_be_stopped_from_within()
    {
        using var stop = new CancellationTokenSource();
        var cell = bench.Execute("Console.Write(\"go\");\nwhile (!Interrupt.IsCancellationRequested) { }\nSystem.Threading.Thread.Sleep(1500);\nvar end = \"reached\";", interrupt: stop.Token);
        await Eventually.Holds(() => bench.Printed == "go");
        await stop.CancelAsync();

        Assert.Equal(CellStatus.Ok, (await cell.WaitAsync(Patience)).Status);
        Assert.Equal("reached", await bench.Run("end"));
    }

    [Fact]
    public async Task A_cell_may_tidy_up_when_it_is_interrupted()
    {
        await bench.Run("var tidy = false;");
        await Interrupted("Console.Write(\"go\");\ntry { await System.Threading.Tasks.Task.Delay(-1, Cell.Interrupt); } finally { await System.Threading.Tasks.Task.Delay(20); tidy = true; }");

        Assert.Equal("true", await bench.Run("tidy"));
    }

    [Fact]
    public async Task What_a_left_cell_does_later_does_not_change_the_session()
    {
        await bench.Run("var gate = new System.Threading.Tasks.TaskCompletionSource();");
        await Interrupted("var late = 1;\nConsole.Write(\"go\");\nawait gate.Task;\nConsole.Write(\" late\");");
        await bench.Run("gate.SetResult();");
        await Eventually.Holds(() => bench.Printed == "go late");

        Assert.Equal("CS0103", (await bench.Fail("late")).Name);
    }

    async Task<CellResult> Interrupted(string code)
    {
        using var stop = new CancellationTokenSource();
        var cell = bench.Execute(code, interrupt: stop.Token);
        await Eventually.Holds(() => bench.Printed.Contains("go", StringComparison.Ordinal));
        await stop.CancelAsync();
        var result = await cell.WaitAsync(Patience);
        Assert.Equal((CellStatus.Interrupted, "Interrupted"), (result.Status, result.Error!.Name));
        return result;
    }
}
