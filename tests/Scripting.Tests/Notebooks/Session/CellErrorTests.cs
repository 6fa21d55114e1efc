using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class CellErrorTests : IAsyncLifetime
{
    readonly CellBench bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Compile_errors_come_all_at_once_with_their_lines_and_carets()
    {
        var error = await bench.Fail("var a = 1;\nvar b = nowhere;\n\n  var c = elsewhere;");

        Assert.Equal(("CS0103", 2, 9), (error.Name, error.Line, error.Column));
        Assert.Equal("The name 'nowhere' does not exist in the current context", error.Message);
        Assert.Equal(
            [
                "cell 1(2,9): CS0103: The name 'nowhere' does not exist in the current context", "    2 | var b = nowhere;", "      |         ^^^^^^^",
                "cell 1(4,11): CS0103: The name 'elsewhere' does not exist in the current context", "    4 |   var c = elsewhere;", "      |           ^^^^^^^^^",
            ],
            error.Trace);
    }

    [Fact]
    public async Task A_using_declaration_is_told_how_a_cell_writes_it() =>
        Assert.StartsWith("Try: using (", (await bench.Fail("using var reader = new System.IO.StringReader(\"x\");")).Trace[^1], StringComparison.Ordinal);

    [Fact]
    public async Task A_text_that_is_no_csharp_fails_without_harm()
    {
        Assert.StartsWith("CS", (await bench.Fail("this is not } a program {")).Name, StringComparison.Ordinal);
        Assert.Equal("2", await bench.Run("1 + 1"));
    }

    [Fact]
    public async Task What_a_cell_throws_is_told_with_the_cells_own_line()
    {
        var error = await bench.Fail("var x = 0;\n\nvar y = 1 / x;\n");

        Assert.Equal(("DivideByZeroException", "Attempted to divide by zero.", 3), (error.Name, error.Message, error.Line));
        Assert.Equal("DivideByZeroException: Attempted to divide by zero.", error.Trace[0]);
        Assert.Contains("  in cell 1, line 3", error.Trace);
        Assert.Contains("    3 | var y = 1 / x;", error.Trace);
        Assert.DoesNotContain(error.Trace, line => line.Contains("Workbench.Scripting", StringComparison.Ordinal) || line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_way_through_earlier_cells_and_awaits_is_named_cell_by_cell()
    {
        await bench.Run("\nasync System.Threading.Tasks.Task<int> Deep(string text)\n{\n    await System.Threading.Tasks.Task.Yield();\n    return int.Parse(text);\n}");
        var error = await bench.Fail("class Way { public static int Go(Func<int> what) => what(); }\n\n\nawait Deep(\"no number\")");

        Assert.Equal(("FormatException", 4), (error.Name, error.Line));
        Assert.Equal(["  in cell 1, line 5", "  in cell 2, line 4"], error.Trace.Where(line => line.StartsWith("  in ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Causes_are_told_behind_what_they_caused()
    {
        var error = await bench.Fail("try\n{\n    throw new FormatException(\"inner\");\n}\ncatch (Exception cause)\n{\n    throw new InvalidOperationException(\"outer\", cause);\n}");

        Assert.Equal(("InvalidOperationException", 7), (error.Name, error.Line));
        Assert.Contains("caused by FormatException: inner", error.Trace);
        Assert.Contains("  in cell 1, line 3", error.Trace);
    }

    [Fact]
    public async Task A_workbench_error_keeps_its_code_and_the_next_command()
    {
        var error = await bench.Fail("\nthrow new WorkbenchException(\"WB\" + 2101, ExitCode.Data, \"No such tape.\", \"data list\");");

        Assert.Equal(("WB2101", "No such tape.", 2), (error.Name, error.Message, error.Line));
        Assert.Contains("WB2101 No such tape. Try: data list", error.Trace);
    }

    [Fact]
    public async Task A_value_that_cannot_be_shown_does_not_end_the_kernel()
    {
        await bench.Execute("class Shy { public override string ToString() => throw new Exception(\"never\"); }\nnew Shy()");
        Assert.Equal("2", await bench.Run("1 + 1"));
    }

    [Fact]
    public async Task An_exception_that_is_broken_itself_is_told_all_the_same() =>
        Assert.Equal("Broken", (await bench.Fail("class Broken : Exception { public override string Message => throw new Exception(); }\nthrow new Broken();")).Name);

    [Fact]
    public async Task What_an_async_void_throws_is_told_and_does_not_end_the_process()
    {
        await bench.Run("async void Go() { await System.Threading.Tasks.Task.Yield(); throw new Exception(\"from the void\"); }\nGo();\nawait System.Threading.Tasks.Task.Delay(50);");
        await Eventually.Holds(() => bench.Errors.Contains("Exception: from the void", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_for_input_is_refused_with_a_word_about_what_to_do_instead()
    {
        // With a terminal before it, the process that runs the tests would wait for a key.
        string[] key = Console.IsInputRedirected ? ["Console.ReadKey()"] : [];
        foreach (var call in (string[])["Console.ReadLine()", "Console.Read()", "Console.In.ReadToEnd()", "await Console.In.ReadLineAsync()", .. key])
        {
            var error = await bench.Fail(call);
            Assert.True(error.Name == "WB3043", call + "\n" + string.Join('\n', error.Trace));
            Assert.Contains(error.Trace, line => line.Contains("--set", StringComparison.Ordinal));
        }
    }
}
