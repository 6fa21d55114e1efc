using System.Net;
using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Page;

/// <summary>What a page saves, and what it must not save over.</summary>
public sealed class PageSavingTests : IAsyncLifetime
{
    Served served = null!;
    HttpClient visitor = null!;
    string path = null!;

    public async Task InitializeAsync()
    {
        served = await Served.Start(hasKernels: false);
        visitor = await served.Visitor();
        path = served.Write("one.ipynb", "1 + 1", "2 + 2");
    }

    public async Task DisposeAsync()
    {
        visitor.Dispose();
        await served.DisposeAsync();
    }

    [Fact]
    public async Task What_was_written_on_the_page_stands_in_the_file()
    {
        var version = await VersionOf("one.ipynb");
        var answer = await Save(version, Cell("c2", "code", "2 + 3"), Cell("new", "markdown", "# Said"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var cells = NotebookFile.Read(path).Cells;
        Assert.Equal([("c2", CellKind.Code, "2 + 3"), ("new", CellKind.Markdown, "# Said")], cells.Select(cell => (cell.Id, cell.Kind, cell.Source)));
    }

    [Fact]
    public async Task What_the_file_says_beside_the_text_is_kept()
    {
        var told = NotebookFile.Read(path);
        NotebookFile.Write(path, told with
        {
            Metadata = new JsonObject { ["mine"] = "kept" },
            Cells = [told.Cells[0] with { Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") }, ExecutionCount = 4, Outputs = [OutputJson.Stream("stdout", "2\n")] }],
        });
        await Save(await VersionOf("one.ipynb"), Cell("c1", "code", "1 + 2"));

        var cell = Assert.Single(NotebookFile.Read(path).Cells);
        Assert.Equal("parameters", cell.Metadata["tags"]![0]!.GetValue<string>());
        Assert.Equal(4, cell.ExecutionCount);
        Assert.Equal("stream", cell.Outputs[0]!["output_type"]!.GetValue<string>());
        Assert.Equal("kept", NotebookFile.Read(path).Metadata["mine"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_cell_that_was_deleted_saved_and_brought_back_has_its_metadata_again()
    {
        var told = NotebookFile.Read(path);
        NotebookFile.Write(path, told with { Cells = [told.Cells[0], told.Cells[1] with { Metadata = new JsonObject { ["mine"] = 1 } }] });
        var without = await Save(await VersionOf("one.ipynb"), Cell("c1", "code", "1"));
        await Save(without.Body["version"]!.GetValue<string>(), Cell("c1", "code", "1"), Cell("c2", "code", "2"));

        Assert.Equal(1, NotebookFile.Read(path).Cells[1].Metadata["mine"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_file_that_another_program_changed_is_not_written_over()
    {
        var version = await VersionOf("one.ipynb");
        var theirs = served.Write("one.ipynb", "theirs");
        var answer = await Save(version, Cell("c1", "code", "mine"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("WB1203", answer.Body["code"]!.GetValue<string>());
        Assert.Equal("theirs", NotebookFile.Read(theirs).Cells[0].Source);
    }

    [Fact]
    public async Task It_is_when_that_was_chosen()
    {
        await VersionOf("one.ipynb");
        served.Write("one.ipynb", "theirs");
        var answer = await Save(null, Cell("c1", "code", "mine"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("mine", NotebookFile.Read(path).Cells[0].Source);
    }

    [Fact]
    public async Task The_other_choice_shows_the_file_to_every_page()
    {
        using var page = await served.Connect("one.ipynb");
        await Served.Hear(page, "hello");
        served.Write("one.ipynb", "theirs");
        await visitor.PostAsync("/api/reload?name=one.ipynb", null);
        var told = await Served.Hear(page, "hello");

        Assert.Equal("theirs", told["cells"]![0]!["source"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await Save(told["version"]!.GetValue<string>(), Cell("c1", "code", "both"))).Status);
    }

    [Fact]
    public async Task A_file_that_was_deleted_meanwhile_is_written_anew()
    {
        var version = await VersionOf("one.ipynb");
        File.Delete(path);

        // The list no longer has it, and what was typed must not be lost for that.
        Assert.Equal(HttpStatusCode.OK, (await Save(version, Cell("c1", "code", "mine"))).Status);
        Assert.Equal("mine", NotebookFile.Read(path).Cells[0].Source);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"cells\":[1]}")]
    [InlineData("{\"cells\":[{\"id\":\"a b\",\"kind\":\"code\",\"language\":\"csharp\",\"source\":\"\"}]}")]
    [InlineData("{\"cells\":[{\"id\":\"a\",\"kind\":\"widget\",\"language\":\"csharp\",\"source\":\"\"}]}")]
    [InlineData("{\"cells\":[{\"id\":\"a\",\"kind\":\"code\",\"language\":\"csharp\",\"source\":\"\"},{\"id\":\"a\",\"kind\":\"code\",\"language\":\"csharp\",\"source\":\"\"}]}")]
    [InlineData("not JSON")]
    public async Task What_is_no_notebook_is_refused_and_the_file_stays(string body)
    {
        var before = File.ReadAllText(path);
        using var answer = await visitor.PutAsync("/api/notebook?name=one.ipynb", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("WB1207", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public async Task A_new_notebook_takes_no_name_that_is_taken()
    {
        var before = File.ReadAllText(path);
        using var taken = await visitor.PostAsync("/api/notebook?name=one.ipynb", null);
        using var made = await visitor.PostAsync("/api/notebook?name=sub%2Ftwo.ipynb", null);

        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.Equal(before, File.ReadAllText(path));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Equal(["one.ipynb", "sub/two.ipynb"], new PageFolder(served.Folder).List());
    }

    static JsonObject Cell(string id, string kind, string source) => new() { ["id"] = id, ["kind"] = kind, ["language"] = "csharp", ["source"] = source };

    async Task<string> VersionOf(string name)
    {
        using var page = await served.Connect(name);
        return (await Served.Hear(page, "hello"))["version"]!.GetValue<string>();
    }

    async Task<(HttpStatusCode Status, JsonNode Body)> Save(string? version, params JsonNode[] cells)
    {
        var body = new JsonObject { ["version"] = version, ["cells"] = new JsonArray(cells) };
        using var answer = await visitor.PutAsync("/api/notebook?name=one.ipynb", new StringContent(body.ToJsonString()));
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
