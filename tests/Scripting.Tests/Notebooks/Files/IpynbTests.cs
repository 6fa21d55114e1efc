using System.Text;
using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class IpynbTests : IDisposable
{
    const string Whole = """
        {
         "cells": [
          {
           "attachments": {
            "a.png": {
             "image/png": "iVBORw0KGgo="
            }
           },
           "cell_type": "markdown",
           "id": "intro",
           "metadata": {},
           "source": [
            "# Títle 😀\n",
            "\n",
            "<b>&amp;</b> 'quoted' \"twice\" \\ \t\u0001"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 7,
           "id": "a1b2c3d4",
           "metadata": {
            "scrolled": true,
            "tags": [
             "parameters"
            ],
            "z": 1.50,
            "ä": 1e-07
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "one\n",
              "two"
             ]
            },
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": [],
               "layout": {}
              },
              "text/plain": [
               "42"
              ]
             },
             "execution_count": 7,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": []
          },
          {
           "cell_type": "raw",
           "id": "r",
           "metadata": {},
           "source": [
            "raw\r\n",
            "text"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "widgets": {}
         },
         "nbformat": 4,
         "nbformat_minor": 5,
         "unknown": null
        }

        """;

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_Jupyter_wrote_comes_out_with_the_same_bytes()
    {
        var path = Write(Whole);
        NotebookFile.Write(folder.File("b.ipynb"), NotebookFile.Read(path));
        Assert.Equal(File.ReadAllText(path), File.ReadAllText(folder.File("b.ipynb")));
    }

    [Fact]
    public void A_notebook_is_read_with_its_texts_tags_and_outputs()
    {
        var notebook = NotebookFile.Read(Write(Whole));

        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal("raw\r\ntext", notebook.Cells[2].Source);
        Assert.Equal(("a1b2c3d4", 7, 2, "csharp"), (notebook.Cells[1].Id, notebook.Cells[1].ExecutionCount!.Value, notebook.Cells[1].Outputs.Count, notebook.Cells[1].Language));
        Assert.Equal("parameters", (string?)notebook.Cells[1].Metadata["tags"]![0]);
    }

    [Fact]
    public void Older_minor_versions_keep_their_lack_of_ids()
    {
        var path = Write(Minimal("""{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [], "source": "var a = 1;\nb"}""", minor: 2));
        var notebook = NotebookFile.Read(path);
        NotebookFile.Write(path, notebook);

        Assert.Equal(("cell-1", "var a = 1;\nb"), (notebook.Cells[0].Id, notebook.Cells[0].Source));
        Assert.DoesNotContain("cell-1", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Contains("\"nbformat_minor\": 2", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_share_an_id_are_told_apart()
    {
        const string Cell = """{"cell_type": "code", "execution_count": null, "id": "x", "metadata": {}, "outputs": [], "source": []}""";
        Assert.Equal(["x", "cell-2"], NotebookFile.Read(Write(Minimal(Cell + "," + Cell))).Cells.Select(cell => cell.Id));
    }

    [Theory]
    [InlineData("""{"polyglot_notebook": {"kernelName": "html"}, "vscode": {"languageId": "csharp"}}""", "html")]
    [InlineData("""{"dotnet_interactive": {"language": "C#"}, "vscode": {"languageId": "html"}}""", "csharp")]
    [InlineData("""{"vscode": {"languageId": "javascript"}}""", "javascript")]
    [InlineData("""{"polyglot_notebook": 3}""", "fsharp")]
    public void A_cells_language_is_what_Polyglot_and_editors_left_in_it(string metadata, string language)
    {
        var text = Minimal($$"""{"cell_type": "code", "execution_count": null, "id": "x", "metadata": {{metadata}}, "outputs": [], "source": []}""", metadata: """{"kernelspec": {"language": "F#"}}""");
        Assert.Equal(language, NotebookFile.Read(Write(text)).Cells[0].Language);
    }

    [Fact]
    public void A_new_notebook_says_which_kernel_and_which_language_runs_it()
    {
        var path = folder.File("new.ipynb");
        NotebookFile.Write(path, new Notebook([new NotebookCell(CellKind.Code, "1"), new NotebookCell(CellKind.Code, "<b>") { Language = "html" }]) { Metadata = NotebookHeader.New() });
        var root = JsonNode.Parse(File.ReadAllText(path))!;

        Assert.Equal(("workbench", "Workbench (C#)"), ((string?)root["metadata"]!["kernelspec"]!["name"], (string?)root["metadata"]!["kernelspec"]!["display_name"]));
        Assert.Equal("C#", (string?)root["metadata"]!["language_info"]!["name"]);
        Assert.Equal("html", (string?)root["cells"]![1]!["metadata"]!["polyglot_notebook"]!["kernelName"]);
        Assert.Equal("html", NotebookFile.Read(path).Cells[1].Language);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n \"cells\": [\n  {", 3)]
    [InlineData("[]", 1)]
    [InlineData("{\n\"nbformat\": 4,\n\"nbformat_minor\": 5,\n\"metadata\": {},\n\"cells\": 7}", 5)]
    [InlineData("{\n\"nbformat\": 4,\n\"nbformat_minor\": 5,\n\"metadata\": [],\n\"cells\": []}", 4)]
    [InlineData("{\n\"nbformat\": 4,\n\"nbformat_minor\": 5,\n\"cells\": [\n\n{\"cell_type\":\"code\"},\n7]}", 6)]
    [InlineData("{\n\"nbformat\": 4,\n\"nbformat_minor\": 5,\n\"cells\": [\n{\"source\":[],\"cell_type\":\"markdown\"},\n{\"cell_type\":\"poem\"}]}", 6)]
    [InlineData("{\n\"nbformat\": 4,\n\"nbformat_minor\": 5,\n\"cells\": [\n{\"cell_type\":\"raw\",\n\"source\":[1]}]}", 6)]
    [InlineData("{\n\"nbformat\": 4,\n\"nbformat_minor\": 5,\n\"cells\": [\n{\"cell_type\":\"code\",\n\"source\":[],\"outputs\":[{},\n3]}]}", 7)]
    [InlineData("{\n\"nbformat\": 4,\n\"nbformat_minor\": 5,\n\"cells\": [\n{\"cell_type\":\"code\",\n\"source\":[],\"execution_count\":\n1.5}]}", 7)]
    [InlineData("{\n\"nbformat\": 4,\n\"nbformat\": 4}", 3)]
    [InlineData("{\n\"nbformat\": 4,\n\n\"x\": \"\\ud800\"}", 4)]
    [InlineData("{\n\"nbformat\": \"four\"}", 2)]
    public void What_is_no_notebook_is_refused_with_line_and_reason(string text, int line)
    {
        var error = Assert.Throws<WorkbenchException>(() => NotebookFile.Read(Write(text)));
        Assert.Equal(("WB3083", ExitCode.Data), (error.Code, error.Exit));
        Assert.Contains($"a.ipynb({line}): ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused_and_not_followed()
    {
        var error = Assert.Throws<WorkbenchException>(() => NotebookFile.Read(Write(Minimal("", metadata: "{\"a\":\n" + new string('[', 100_000)))));
        Assert.Equal("WB3083", error.Code);
    }

    [Fact]
    public void The_format_before_this_one_is_refused_with_the_command_that_converts()
    {
        var error = Assert.Throws<WorkbenchException>(() => NotebookFile.Read(Write("""{"metadata": {}, "nbformat": 3, "nbformat_minor": 0, "worksheets": []}""")));
        Assert.Equal("WB3084", error.Code);
        Assert.Contains("nbconvert", error.TryNext, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_two_hundred_megabytes_is_refused_unread()
    {
        var path = folder.File("large.ipynb");
        using (var file = File.Create(path))
        {
            file.SetLength(200L << 20);
        }

        Assert.Equal("WB3085", Assert.Throws<WorkbenchException>(() => NotebookFile.Read(path)).Code);
    }

    [Fact]
    public void A_missing_file_and_an_unknown_name_are_refused()
    {
        Assert.Equal(ExitCode.NotFound, Assert.Throws<WorkbenchException>(() => NotebookFile.Read(folder.File("none.ipynb"))).Exit);
        Assert.Equal("WB3081", Assert.Throws<WorkbenchException>(() => NotebookFile.Read(folder.File("none.py"))).Code);
        Assert.Equal("WB3081", Assert.Throws<WorkbenchException>(() => NotebookFile.Write(folder.File("none"), new Notebook([]))).Code);
    }

    [Fact]
    public void A_write_that_fails_leaves_nothing_half_done()
    {
        Directory.CreateDirectory(folder.File("taken.ipynb"));
        Assert.ThrowsAny<Exception>(() => NotebookFile.Write(folder.File("taken.ipynb"), new Notebook([])));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_file_damaged_anywhere_is_read_or_refused_and_nothing_else()
    {
        var whole = Encoding.UTF8.GetBytes(Whole);
        for (var seed = 1; seed <= 500; seed++)
        {
            var dice = new Random(seed);
            var bytes = dice.Next(2) == 0 ? whole[..dice.Next(whole.Length)] : (byte[])whole.Clone();
            for (var n = dice.Next(4); n > 0 && bytes.Length > 0; n--)
            {
                bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
            }

            File.WriteAllBytes(folder.File("a.ipynb"), bytes);
            var error = Record.Exception(() => NotebookFile.Write(folder.File("b.ipynb"), NotebookFile.Read(folder.File("a.ipynb"))));
            Assert.True(error is null or WorkbenchException, $"seed {seed}: {error}");
        }
    }

    static string Minimal(string cells, int minor = 5, string metadata = "{}") =>
        $$"""{"cells": [{{cells}}], "metadata": {{metadata}}, "nbformat": 4, "nbformat_minor": {{minor}}}""";

    string Write(string text)
    {
        File.WriteAllText(folder.File("a.ipynb"), text);
        return folder.File("a.ipynb");
    }
}
