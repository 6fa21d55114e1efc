using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class StrategyExportTests : IDisposable
{
    const string Crossing = "public sealed class Crossing : Strategy\n{\n    [Parameter] public int Fast { get; init; } = 10;\n}";

    readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_only_strategy_is_found_without_a_mark()
    {
        var found = StrategyCell.Find(Cells("using System.Text;", "class Base { }", Crossing, "await System.Threading.Tasks.Task.Delay(1);"));
        Assert.Equal((3, Crossing + "\n"), (found.Number, found.Text));
    }

    [Theory]
    [InlineData("#!strategy\n", false)]
    [InlineData("#!time\n#!Strategy \n", false)]
    [InlineData("", true)]
    public void A_mark_says_which_of_several(string magic, bool isTagged)
    {
        var marked = new NotebookCell(CellKind.Code, magic + Crossing) { Metadata = isTagged ? new JsonObject { ["tags"] = new JsonArray("strategy") } : [] };
        Assert.Equal(2, StrategyCell.Find(new Notebook([Code("public class Other : Strategy { }"), marked])).Number);
    }

    [Fact]
    public void A_name_says_which_and_may_derive_through_other_classes()
    {
        var notebook = Cells("public abstract class Base : Workbench.Core.Strategy { }\npublic class Mine : Base { }", Crossing);
        Assert.Equal(1, StrategyCell.Find(notebook, "Mine").Number);
        Assert.Equal(2, StrategyCell.Find(notebook, "Crossing").Number);
        Assert.Equal("WB3092", Refusal(() => StrategyCell.Find(notebook, "Base")).Code);
        Assert.Contains("cell 1 (Base, Mine), cell 2 (Crossing)", Refusal(() => StrategyCell.Find(notebook)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void None_and_several_are_refused()
    {
        Assert.Equal("WB3090", Refusal(() => StrategyCell.Find(Cells("class A { }", "1 + 1"))).Code);
        Assert.Equal("WB3091", Refusal(() => StrategyCell.Find(Cells("#!strategy\n" + Crossing, "#!strategy\npublic class B : Strategy { }"))).Code);
        Assert.Equal("WB3091", Refusal(() => StrategyCell.Find(Cells(Crossing, Crossing), "Crossing")).Code);
        Assert.Equal("WB3090", Refusal(() => StrategyCell.Find(new Notebook([new NotebookCell(CellKind.Markdown, "#!strategy\n" + Crossing)]))).Code);
    }

    [Theory]
    [InlineData("\n\nawait Backtest.Run(typeof(Crossing));", 7, "await Backtest.Run(typeof(Crossing));")]
    [InlineData("\nvar result = 1;", 6, "var result = 1;")]
    [InlineData("\nnew Crossing()", 6, "new Crossing()")]
    [InlineData("\n#!markdown\ntext", 6, "#!markdown")]
    [InlineData("\n#!csharp\n", 6, "#!csharp")]
    public void A_strategys_cell_that_does_something_is_refused_with_the_line(string more, int line, string text)
    {
        var error = Refusal(() => StrategyCell.Find(Cells("1", "#!strategy\n" + Crossing + more)));
        Assert.Equal(("WB3093", ExitCode.Compile), (error.Code, error.Exit));
        Assert.Contains($"cell 2, line {line} does something: {text}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_records_and_enums_beside_the_class_are_declarations() =>
        Assert.Equal(1, StrategyCell.Find(Cells("#!csharp\nusing System.Text;\nconst int N = 3;\nenum Side { Up }\nrecord Pair(int A, int B);\n" + Crossing)).Number);

    [Fact]
    public void The_script_is_written_and_its_hash_is_that_of_the_file()
    {
        var path = folder.Path("crossing.csx");
        var export = StrategyExport.Write(folder.Host, Cells("var a = 1;", "#!strategy\n\n" + Crossing), path, null, overwrites: false);
        using var script = folder.Host.Load(path);

        Assert.Equal(Crossing + "\n", File.ReadAllText(path));
        Assert.Equal((2, "Crossing", script.Sha256), (export.Cell.Number, export.Check.Strategy, export.Check.Sha256));
        Assert.True(script.FromCache);
    }

    [Fact]
    public void What_it_takes_from_other_cells_is_listed_and_nothing_is_written()
    {
        var notebook = Cells(
            "var lookback = 5;\nvar (high, low) = (1, 2);",
            "static decimal Half(this decimal x) => x / 2;\nrecord Level(decimal Price);",
            "public sealed class A : Strategy\n{\n    Level? at;\n    public override void OnStop() { var n = lookback + high; var half = 2m.Half(); at = new Level(half); }\n}");
        var error = Refusal(() => StrategyExport.Write(folder.Host, notebook, folder.Path("a.csx"), null, overwrites: true));

        Assert.Equal(("WB3094", ExitCode.Compile), (error.Code, error.Exit));
        foreach (var lean in new[] { "'Level' is declared in cell 2", "'lookback' is declared in cell 1", "'high' is declared in cell 1", "'Half' is declared in cell 2" })
        {
            Assert.Contains(lean, error.Message, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(folder.Path("a.csx")));
    }

    [Fact]
    public void A_using_of_another_cell_counts_as_taken_from_it_and_one_that_is_not_needed_does_not()
    {
        var notebook = Cells("using System.Text;\nusing System.Numerics;", "public sealed class A : Strategy { readonly StringBuilder text = new(); }");
        var error = Refusal(() => StrategyExport.Write(folder.Host, notebook, folder.Path("a.csx"), null, overwrites: true));
        Assert.Equal("WB3094", error.Code);
        Assert.EndsWith("'using System.Text;' is declared in cell 1.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public sealed class A : Strategy { public override void OnStop() => nowhere(); }", "WB3001")]
    [InlineData("public sealed class A : Strategy { readonly DateTime at = DateTime.Now; }", "WB3002")]
    public void What_compiler_or_gate_refuse_is_refused_as_in_any_script(string cell, string code)
    {
        var error = Refusal(() => StrategyExport.Write(folder.Host, Cells("var lookback = 5;", cell), folder.Path("a.csx"), null, overwrites: true));
        Assert.Equal(code, error.Code);
        Assert.Contains("a.csx(1,", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Path("a.csx")));
    }

    [Fact]
    public void Another_text_is_replaced_only_when_asked_and_the_same_text_is_no_trouble()
    {
        var path = folder.Write("a.csx", "mine");
        Assert.Equal("WB3089", Refusal(() => Write(overwrites: false)).Code);
        Assert.Equal("mine", File.ReadAllText(path));
        Write(overwrites: true);
        Write(overwrites: false);
        Assert.Equal("WB3095", Refusal(() => StrategyExport.Write(folder.Host, Cells(Crossing), folder.Path("a.txt"), null, overwrites: false)).Code);

        StrategyExport Write(bool overwrites) => StrategyExport.Write(folder.Host, Cells(Crossing), path, null, overwrites);
    }

    static NotebookCell Code(string source) => new(CellKind.Code, source);

    static Notebook Cells(params string[] sources) => new([.. sources.Select(Code)]);

    static WorkbenchException Refusal(Func<object> act) => Assert.Throws<WorkbenchException>(act);
}
