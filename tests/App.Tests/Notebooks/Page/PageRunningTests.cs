using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Page;

/// <summary>Cells that are run from a page: what the page is told, and what one that comes back finds. Kernels are real, in processes of their own.</summary>
public sealed class PageRunningTests : IAsyncLifetime
{
    Served served = null!;
    ClientWebSocket page = null!;

    public async Task InitializeAsync()
    {
        served = await Served.Start();
        served.Write("one.ipynb", "1 + 1", "2 + 2", "3 + 3");
        page = await served.Connect("one.ipynb");
        await Served.Hear(page, "hello");
    }

    public async Task DisposeAsync()
    {
        page.Dispose();
        await served.DisposeAsync();
    }

    [Fact]
    public async Task A_cell_prints_shows_and_ends()
    {
        await Run("c1", "Console.WriteLine(\"said\");\n6 * 7");

        Assert.Equal("said\n", (await Served.Hear(page, "stream"))["text"]!.GetValue<string>().ReplaceLineEndings("\n"));
        Assert.Contains("42", (await Served.Hear(page, "output"))["output"]!["data"]!["text/plain"]!.GetValue<string>(), StringComparison.Ordinal);
        var end = await Served.Hear(page, "finished");
        Assert.Equal("ok", end["status"]!.GetValue<string>());
        Assert.Equal(1, end["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_cell_that_fails_names_its_line_and_sends_those_behind_it_home()
    {
        await Run("c1", "var a = 1;\nthrow new InvalidOperationException(\"no\");");
        await Run("c2", "a");
        await Run("c3", "a");

        var end = await Served.Hear(page, "finished");
        Assert.Equal("failed", end["status"]!.GetValue<string>());
        Assert.Equal(2, end["line"]!.GetValue<int>());
        Assert.Equal("c2", (await Served.Hear(page, "dropped"))["cell"]!.GetValue<string>());
        Assert.Equal("c3", (await Served.Hear(page, "dropped"))["cell"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_page_that_comes_back_finds_what_was_shown_and_what_runs()
    {
        await Run("c1", "Console.Write(\"first\");");
        await Served.Hear(page, "finished");
        await Run("c2", "Console.WriteLine(\"second\");\nwhile (true) { await System.Threading.Tasks.Task.Delay(20); }");
        await Served.Hear(page, "stream", news => news["text"]!.GetValue<string>().Contains("second", StringComparison.Ordinal));
        page.Abort();
        using var again = await served.Connect("one.ipynb");
        var told = await Served.Hear(again, "hello");

        Assert.Equal("c2", told["running"]!.GetValue<string>());
        Assert.Equal("busy", told["state"]!.GetValue<string>());
        Assert.Equal("first", told["shown"]!["c1"]!["outputs"]![0]!["output"]!["text"]!.GetValue<string>());
        Assert.Equal("second\n", told["shown"]!["c2"]!["outputs"]![0]!["output"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_shown_is_saved_with_the_text()
    {
        await Run("c1", "Console.Write(\"said\"); 42");
        await Served.Hear(page, "finished");
        using var visitor = await served.Visitor();
        var body = new JsonObject { ["cells"] = new JsonArray(new JsonObject { ["id"] = "c1", ["kind"] = "code", ["language"] = "csharp", ["source"] = "42" }) };
        (await visitor.PutAsync("/api/notebook?name=one.ipynb", new StringContent(body.ToJsonString()))).EnsureSuccessStatusCode();

        var cell = Assert.Single(NotebookFile.Read(Path.Combine(served.Folder, "one.ipynb")).Cells);
        Assert.Equal(["stream", "execute_result"], cell.Outputs.Select(output => output!["output_type"]!.GetValue<string>()));
        Assert.Equal(1, cell.ExecutionCount);
    }

    [Fact]
    public async Task A_cell_that_is_told_to_stop_stops_and_the_next_one_runs()
    {
        await Run("c1", "Console.WriteLine(\"on\");\nwhile (true) { await System.Threading.Tasks.Task.Delay(20); }");
        await Served.Hear(page, "stream");
        await Served.Say(page, new JsonObject { ["type"] = "interrupt" });
        Assert.Contains((await Served.Hear(page, "finished"))["status"]!.GetValue<string>(), (string[])["interrupted", "lost"]);
        await Run("c2", "5");

        Assert.Equal("ok", (await Served.Hear(page, "finished"))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_kernel_that_was_lost_says_so_and_a_new_one_runs()
    {
        await Run("c1", "Environment.FailFast(\"gone\");");
        Assert.Equal("lost", (await Served.Hear(page, "finished"))["status"]!.GetValue<string>());
        var state = await Served.Hear(page, "state", news => news["state"]!.GetValue<string>() == "lost");
        Assert.NotEmpty(state["message"]!.GetValue<string>());
        await Run("c2", "5");

        Assert.Equal("ok", (await Served.Hear(page, "finished"))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_kernel_is_asked_while_somebody_types()
    {
        await Run("c1", "var prices = new List<decimal>();");
        await Served.Hear(page, "finished");
        var words = await Ask("complete", "prices.Ad", 9);
        var marks = await Ask("diagnose", "int x = \"a\";", 0);

        Assert.Contains(words!["items"]!.AsArray(), word => word!["text"]!.GetValue<string>() == "Add");
        Assert.Contains(marks!.AsArray(), mark => mark!["code"]!.GetValue<string>() == "CS0029");
        Assert.Contains("<h2>said</h2>", (await Ask("markdown", "## said", 0))!.GetValue<string>(), StringComparison.Ordinal);
    }

    Task Run(string cell, string code) => Served.Say(page, new JsonObject { ["type"] = "run", ["cell"] = cell, ["code"] = code, ["language"] = "csharp" });

    async Task<JsonNode?> Ask(string type, string code, int position)
    {
        await Served.Say(page, new JsonObject { ["type"] = type, ["seq"] = 7, ["code"] = code, ["position"] = position });
        return (await Served.Hear(page, "reply"))["value"];
    }
}
