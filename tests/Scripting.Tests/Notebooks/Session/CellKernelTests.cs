using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class CellKernelTests : IAsyncLifetime
{
    readonly CellBench bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task The_last_expression_is_the_cells_value()
    {
        Assert.Equal("42", await bench.Run("var x = 40;\nx + 2"));
        Assert.Null(await bench.Run("x = 2;\n"));
        Assert.Equal("null", await bench.Run("(string?)null"));
        Assert.Null(await bench.Run("Console.Write(x)"));
        Assert.Equal("2", bench.Printed);
    }

    [Fact]
    public async Task Cells_see_each_others_variables_methods_types_and_usings()
    {
        await bench.Run("using System.Text;\nint Twice(int x) => 2 * x;\nrecord Point(int X, int Y);");
        await bench.Run("var p = new Point(1, Twice(2));");
        await bench.Run("p = p with { X = 7 };");
        Assert.Equal("7 4", await bench.Run("new StringBuilder().Append($\"{p.X} {p.Y}\").ToString()"));
        Assert.Equal(["Twice", "Point", "p"], (await bench.Execute("1")).Names);
    }

    [Fact]
    public async Task A_cell_may_await_at_its_top() =>
        Assert.Equal("done", await bench.Run("await System.Threading.Tasks.Task.Delay(1);\nvar word = await System.Threading.Tasks.Task.FromResult(\"done\");\nword"));

    [Fact]
    public async Task A_cell_of_using_lines_alone_counts_for_those_after_it()
    {
        await bench.Run("using System.Threading.Tasks;");
        await bench.Run("using static System.Math;");
        await bench.Run("// nothing at all");
        await bench.Run("var root = Sqrt(16);");
        Assert.Equal("4", await bench.Run("await Task.FromResult(root)"));
    }

    [Fact]
    public async Task A_class_or_variable_that_is_declared_again_is_the_new_one_from_then_on()
    {
        await bench.Run("class A { public int Value => 1; }\nvar a = new A();");
        await bench.Run("class A { public string Value => \"two\"; }");
        await bench.Run("var b = new A();");
        Assert.Equal("1 two", await bench.Run("$\"{a.Value} {b.Value}\""));
        await bench.Run("var a = \"text\";");
        Assert.Equal("4", await bench.Run("a.Length"));
        Assert.Equal(["A", "b", "a"], (await bench.Execute("1")).Names);
    }

    [Fact]
    public async Task A_cell_that_fails_leaves_the_state_as_it_was()
    {
        await bench.Run("var x = 1;");
        await bench.Fail("var y = 2; x = 3; throw new Exception(\"no\");");
        await bench.Fail("var z = 2;\n#!csharp\nnowhere");

        Assert.Equal(["x"], (await bench.Execute("1")).Names);
        Assert.Equal("3", await bench.Run("x"));
        Assert.Equal("CS0103", (await bench.Fail("y")).Name);
        Assert.Equal("CS0103", (await bench.Fail("z")).Name);
    }

    [Fact]
    public async Task Cells_are_numbered_unless_they_are_silent()
    {
        Assert.Equal(1, (await bench.Execute("1")).Count);
        var silent = await bench.Kernel.Execute(new CellRequest("var hidden = 5; hidden") { IsSilent = true }, bench, default);
        Assert.Null(silent.Value);
        Assert.Equal(["hidden"], silent.Names);
        Assert.Equal(2, (await bench.Execute("hidden")).Count);
    }

    [Fact]
    public async Task Two_cells_that_are_sent_at_once_run_one_after_the_other()
    {
        var first = bench.Execute("await System.Threading.Tasks.Task.Delay(50); var order = \"first\";");
        var second = bench.Execute("order + \" second\"");

        Assert.Equal("first second", (await second).Value!.Forms[MimeBundle.PlainText]);
        Assert.Equal((1, 2), ((await first).Count, (await second).Count));
    }

    [Fact]
    public async Task A_restart_forgets_everything()
    {
        await bench.Run("var x = 1;");
        await bench.Kernel.Restart();

        Assert.Equal("CS0103", (await bench.Fail("x")).Name);
        Assert.Equal(2, (await bench.Execute("1")).Count);
    }

    [Fact]
    public async Task Warming_up_counts_nothing_and_leaves_nothing()
    {
        await bench.Kernel.WarmUp();
        var first = await bench.Execute("1 + 1");

        Assert.Equal(1, first.Count);
        Assert.Empty(first.Names);
    }

    [Fact]
    public async Task Sums_that_overflow_throw_as_they_do_in_a_script() =>
        Assert.Equal("OverflowException", (await bench.Fail("var big = int.MaxValue;\nbig + 1")).Name);
}
