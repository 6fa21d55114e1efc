using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class CellMagicTests : IAsyncLifetime
{
    readonly CellBench bench = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_cell_of_many_languages_shows_each_part_in_turn()
    {
        Assert.Equal("3", await bench.Run("#!markdown\n# Title\n#!csharp\nvar x = 1;\nx\n#!html\n<i>h</i>\n#!js\nlet s = '</script>';\n#!mermaid\ngraph TD; A-->B\n#!c#\nx + 2"));

        Assert.Equal(["# Title", "1", "<i>h</i>", "let s = '</script>';", "graph TD; A-->B"], bench.Displays.Select(each => each.Content.Forms[MimeBundle.PlainText]));
        Assert.Equal("# Title", bench.Displays[0].Content.Forms["text/markdown"]);
        Assert.Equal("<i>h</i>", bench.Displays[2].Content.Forms["text/html"]);
        Assert.Equal("let s = '</script>';", bench.Displays[3].Content.Forms["application/javascript"]);
        Assert.Equal("<script>let s = '<\\/script>';</script>", bench.Displays[3].Content.Forms["text/html"]);
        Assert.Equal("<pre class=\"mermaid\">graph TD; A--&gt;B</pre>", bench.Displays[4].Content.Forms["text/html"]);
        Assert.Equal("graph TD; A-->B", bench.Displays[4].Content.Forms["text/vnd.mermaid"]);
    }

    [Fact]
    public async Task The_language_may_be_the_cells_own()
    {
        await bench.Execute("# Title", language: "markdown");
        Assert.Equal("# Title", Assert.Single(bench.Displays).Content.Forms["text/markdown"]);
        var error = await bench.Fail("let x = 1", language: "fsharp");
        Assert.Equal("WB3041", error.Name);
    }

    [Fact]
    public async Task Lines_are_counted_as_the_author_counts_them()
    {
        var error = await bench.Fail("#!time\n#!markdown\n# Title\n\n#!csharp\n\nvar x = nowhere;");
        Assert.Equal(("CS0103", 7, 9), (error.Name, error.Line, error.Column));
        Assert.Equal(6, (await bench.Fail("#!md\na\n#!csharp\nvar y = 0;\n#!who\nvar z = 1 / y;")).Line);
    }

    [Fact]
    public async Task Time_says_what_the_cell_took_to_compile_and_to_run()
    {
        Assert.Equal("2", await bench.Run("#!time\n1 + 1"));
        Assert.Matches(@"^[\d,]+\.\d ms: compiled in [\d,]+\.\d ms, ran for [\d,]+\.\d ms$", Assert.Single(bench.Displays).Content.Forms[MimeBundle.PlainText]);
    }

    [Fact]
    public async Task A_strategy_mark_changes_nothing_about_running()
    {
        Assert.Equal("Mine", await bench.Run("#!strategy\npublic sealed class Mine : Strategy { }\ntypeof(Mine).Name"));
        Assert.Empty(bench.Displays);
    }

    [Fact]
    public async Task Who_lists_the_variables()
    {
        await bench.Run("#!who");
        await bench.Run("var count = 3; List<string> words = [\"a\"]; int Twice(int x) => x; class C { }");
        await bench.Run("#!who\n#!whos");

        string[] shown = [.. bench.Displays.Select(each => each.Content.Forms[MimeBundle.PlainText])];
        Assert.Equal(["no variables", "count words"], shown[..2]);
        Assert.Matches(@"^Variable +Type +Value\ncount +int +3\nwords +List<string> +\S", shown[2]);
    }

    [Fact]
    public async Task Help_lists_every_magic()
    {
        await bench.Run("#!help");
        var help = Assert.Single(bench.Displays).Content.Forms[MimeBundle.PlainText];
        Assert.All(CellMagic.All, magic => Assert.Contains($"\n{magic.Word} ", help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#!makrdown", "WB3040", "#!markdown")]
    [InlineData("#!nonsense", "WB3040", "#!help")]
    [InlineData("#!fsharp", "WB3041", "C#")]
    [InlineData("#!share --from fsharp x", "WB3042", "as they are")]
    [InlineData("#!set --name x --value 1", "WB3042", "as they are")]
    [InlineData("#!value x", "WB3042", "as they are")]
    public async Task A_magic_that_is_not_there_is_refused_before_anything_runs(string magic, string code, string hint)
    {
        var error = await bench.Fail("Console.Write(\"ran\");\n" + magic);

        Assert.Equal((code, 2), (error.Name, error.Line));
        Assert.Contains(hint, string.Join('\n', error.Trace), StringComparison.Ordinal);
        Assert.Equal("", bench.Printed);
    }
}
