using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class CellReferenceTests : IAsyncLifetime
{
    readonly CellBench bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_loaded_file_counts_as_the_cells_own_text()
    {
        bench.Folder.Write("lib/tools.csx", "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]\nint Half(int x) => x / (x - 4);\nclass Tool { public class Inner { } }");
        await bench.Run("#load \"lib/tools.csx\"\nvar x = Half(8);");
        Assert.Equal("2", await bench.Run("x"));

        var error = await bench.Fail("\nHalf(4)");
        Assert.Equal(("DivideByZeroException", 2), (error.Name, error.Line));
        Assert.Contains(error.Trace, line => line.EndsWith("tools.csx, line 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        Assert.Equal(("CS1504", 2), await bench.Fail("\n#load \"gone.csx\"") is var error ? (error.Name, error.Line) : default);
        Assert.Equal("CS0006", (await bench.Fail("#r \"gone.dll\"")).Name);
        Assert.Equal("WB3009", (await bench.Fail("#r \"nuget: Some.Package\"")).Name);
        Assert.Equal("WB3044", (await bench.Fail("#!import gone.csx")).Name);
    }

    [Fact]
    public async Task A_library_serves_all_cells_behind_the_one_that_brings_it()
    {
        File.WriteAllBytes(bench.Folder.Path("Greeting.dll"), TestLibrary.Make("Greeting", "public class Hello { public int N = 5; public static string Say() => \"hello\"; }"));
        await bench.Run("#r \"Greeting.dll\"");
        await bench.Run("var h = new Hello();");
        Assert.Equal("hello 5", await bench.Run("Hello.Say() + \" \" + h.N"));
        await bench.Run("#r \"Greeting.dll\"\nHello again = h;");
        Assert.Equal("5", await bench.Run("again.N"));
    }

    [Fact]
    public async Task An_imported_script_runs_in_this_session()
    {
        bench.Folder.Write("lib/more.csx", "var fromFile = 11;");
        bench.Folder.Write("lib/tools.csx", "#!import more.csx\nclass Tool { }\nConsole.Write(\"imported\");\nfromFile + 1");
        await bench.Run("#!import lib/tools.csx\nvar own = fromFile;");

        Assert.Equal("imported", bench.Printed);
        Assert.Equal("12", Assert.Single(bench.Displays).Content.Forms[MimeBundle.PlainText]);
        Assert.Equal(["fromFile", "Tool", "own"], (await bench.Execute("1")).Names);
    }

    [Fact]
    public async Task The_code_cells_of_an_imported_notebook_run_in_this_session()
    {
        NotebookFile.Write(bench.Folder.Path("other.ipynb"), new Notebook([
            new NotebookCell(CellKind.Markdown, "# not run"), new NotebookCell(CellKind.Code, "var a = 1;"), new NotebookCell(CellKind.Code, "var b = a + 1;\nb"),
        ]));
        NotebookFile.Write(bench.Folder.Path("other.dib"), new Notebook([new NotebookCell(CellKind.Code, "var c = b + 1;"), new NotebookCell(CellKind.Code, "\nnowhere")]));
        await bench.Run("#!import other.ipynb");
        Assert.Equal(["a", "b"], (await bench.Execute("1")).Names);
        Assert.Equal("2", Assert.Single(bench.Displays).Content.Forms[MimeBundle.PlainText]);

        var error = await bench.Fail("\n#!import other.dib");
        Assert.Equal(("CS0103", 2), (error.Name, error.Line));
        Assert.Contains("other.dib, code cell 2(", error.Trace[0], StringComparison.Ordinal);
        Assert.Equal(["a", "b"], (await bench.Execute("1")).Names);
    }

    [Fact]
    public async Task A_file_that_imports_itself_is_refused()
    {
        bench.Folder.Write("loop.csx", "#!import loop.csx");
        Assert.Equal("WB3046", (await bench.Fail("#!import loop.csx")).Name);
        bench.Folder.Write("data.csv", "1,2");
        Assert.Equal("WB3045", (await bench.Fail("#!import data.csv")).Name);
    }

    [Fact]
    public async Task The_text_of_a_class_is_found_by_its_type()
    {
        bench.Folder.Write("tools.csx", "class Loaded { }");
        await bench.Run("#!strategy\nclass Mine { public class Inner { } }\nclass Of<T> { }", cellId: "id1");
        await bench.Run("#load \"tools.csx\"\nvar y = 1;");
        await bench.Run("""
            using Workbench.Scripting.Notebooks;
            foreach (var type in new[] { typeof(Mine), typeof(Mine.Inner), typeof(Of<int>), typeof(Loaded), typeof(string) })
                Console.WriteLine(CellContext.Current.SourceOf(type) is { } s ? $"{s.Count} {s.CellId} {System.IO.Path.GetFileName(s.File)} {s.Code.Length}" : "none");
            Console.WriteLine(string.Join(' ', CellContext.Current.Declarations().Select(each => each.Key + each.Value.Count)));
            """);

        var length = "\nclass Mine { public class Inner { } }\nclass Of<T> { }".Length;
        Assert.Equal($"1 id1  {length}\n1 id1  {length}\n1 id1  {length}\n2  tools.csx 16\nnone\nMine1 Of1 Loaded2 y2\n", bench.Printed);
    }
}
