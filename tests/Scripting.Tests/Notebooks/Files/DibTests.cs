using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class DibTests : IDisposable
{
    const int Seeds = 400;

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_dib_that_became_an_ipynb_becomes_the_same_dib_again()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var text = new RandomNotebooks(seed).Dib();
            var back = Through(Read(text, "a.dib"), "b.ipynb", "c.dib");
            Assert.True(text == back, $"seed {seed}:\n{text}\n--- became ---\n{back}");
        }
    }

    [Fact]
    public void An_ipynb_that_became_a_dib_becomes_the_same_cells_again()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var notebook = new RandomNotebooks(seed).Notebook();
            NotebookFile.Write(folder.File("a.ipynb"), notebook);
            var text = File.ReadAllText(folder.File("a.ipynb"));
            var back = Through(NotebookFile.Read(folder.File("a.ipynb")), "b.dib", "c.ipynb");
            // Without ids of their own, cells of older formats have made ones, and these are not written.
            Assert.True(text == back, $"seed {seed}:\n{text}\n--- became ---\n{back}\n--- by ---\n{File.ReadAllText(folder.File("b.dib"))}");
        }
    }

    [Fact]
    public void What_Polyglot_wrote_is_read_cell_by_cell()
    {
        var notebook = Read(
            "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"csharp\",\"languageName\":\"C#\",\"aliases\":[\"c#\",\"cs\"]}]}}\n\n" +
            "#!markdown\n\n# Title\n\ntext\n\n#!cs\n\nvar a = 1;\n#!time\na\n\n#!html\n\n<b>x</b>\n", "a.dib");

        Assert.Equal(
            [(CellKind.Markdown, "csharp", "# Title\n\ntext"), (CellKind.Code, "csharp", "var a = 1;\n#!time\na"), (CellKind.Code, "html", "<b>x</b>")],
            notebook.Cells.Select(cell => (cell.Kind, cell.Language, cell.Source)));
        Assert.Equal("C#", (string?)notebook.Metadata["kernelspec"]!["language"]);
        Assert.Equal("csharp", (string?)notebook.Metadata["polyglot_notebook"]!["kernelInfo"]!["defaultKernelName"]);
        Assert.Equal("html", (string?)notebook.Cells[2].Metadata["polyglot_notebook"]!["kernelName"]);
    }

    [Fact]
    public void Text_before_the_first_magic_is_a_cell_in_the_files_language()
    {
        Assert.Equal(("csharp", "1 + 1"), Only(Read("1 + 1\n", "a.dib")));
        Assert.Equal(("fsharp", "1 + 1"), Only(Read("\n#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\"}}\n#!fsharp\n1 + 1\n", "a.dib")));
    }

    [Fact]
    public void A_plain_notebook_is_written_as_plainly_as_a_hand_would()
    {
        var cells = Read("#!markdown\n\n# Hello\n\n#!csharp\n\n1 + 1\n", "a.dib");
        NotebookFile.Write(folder.File("b.dib"), cells with { Cells = [.. cells.Cells, new NotebookCell(CellKind.Code, "a < b") { Id = "cell-3", Metadata = NotebookHeader.OfCell("csharp") }] });
        Assert.Equal("#!markdown\n\n# Hello\n\n#!csharp\n\n1 + 1\n\n#!csharp\n\na < b\n", File.ReadAllText(folder.File("b.dib")));
    }

    [Fact]
    public void A_cell_that_moves_takes_its_tags_along()
    {
        var tagged = new NotebookCell(CellKind.Code, "var n = 5;") { Id = "b", Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } };
        NotebookFile.Write(folder.File("a.dib"), new Notebook([new NotebookCell(CellKind.Code, "1") { Id = "a" }, tagged]));
        var text = File.ReadAllText(folder.File("a.dib"));
        var moved = text.Replace("#!csharp\n\n1\n\n#!csharp\n\nvar n = 5;\n", "#!csharp\n\nvar n = 5;\n\n#!html\n\nnew\n\n#!csharp\n\n1\n", StringComparison.Ordinal);

        Assert.NotEqual(text, moved);
        Assert.Equal(["b", "cell-2", "a"], Read(moved, "b.dib").Cells.Select(cell => cell.Id));
        Assert.Equal("parameters", (string?)Read(moved, "b.dib").Cells[0].Metadata["tags"]![0]);
    }

    [Theory]
    [InlineData("#!meta\n\n{\"a\":\n}\n\n#!csharp\n", 4)]
    [InlineData("#!meta\n[1]\n#!csharp\n", 2)]
    [InlineData("#!meta\n{}\nvar a = 1;\n#!csharp\n", 3)]
    public void Broken_metadata_are_refused_with_their_line(string text, int line)
    {
        var error = Assert.Throws<WorkbenchException>(() => Read(text, "a.dib"));
        Assert.Equal(("WB3083", ExitCode.Data), (error.Code, error.Exit));
        Assert.Contains($"a.dib({line}): ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_text_is_refused_with_its_line()
    {
        File.WriteAllBytes(folder.File("a.dib"), [.. "#!csharp\n"u8, 0xFF, 0xFE, 0x00]);
        Assert.Contains("a.dib(2): ", Assert.Throws<WorkbenchException>(() => NotebookFile.Read(folder.File("a.dib"))).Message, StringComparison.Ordinal);
    }

    static (string, string) Only(Notebook notebook) => (Assert.Single(notebook.Cells).Language, notebook.Cells[0].Source);

    string Through(Notebook notebook, string between, string last)
    {
        NotebookFile.Write(folder.File(between), notebook);
        NotebookFile.Write(folder.File(last), NotebookFile.Read(folder.File(between)));
        return new System.Text.UTF8Encoding(false).GetString(File.ReadAllBytes(folder.File(last)));
    }

    Notebook Read(string text, string name)
    {
        File.WriteAllText(folder.File(name), text);
        return NotebookFile.Read(folder.File(name));
    }
}
