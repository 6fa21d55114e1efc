using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class CellLanguageTests : IAsyncLifetime
{
    readonly CellBench bench = new();

    public Task InitializeAsync() => bench.Run("var prices = new List<double> { 1, 2 };\nint Twice(int x) => 2 * x;");

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Words_of_earlier_cells_and_of_the_kernel_are_offered()
    {
        Assert.Contains((await bench.Kernel.Complete("pri", 3)).Items, item => item.Text == "prices");
        Assert.Contains((await bench.Kernel.Complete("prices.Cou", 10)).Items, item => item.Text == "Count");
        Assert.Contains((await bench.Kernel.Complete("Disp", 4)).Items, item => item.Text == "Display");
        Assert.Contains((await bench.Kernel.Complete("#!ti", 4)).Items, item => item is { Text: "#!time", Kind: "magic" });
    }

    [Fact]
    public async Task A_look_at_a_variable_shows_what_it_holds()
    {
        var shown = (await bench.Kernel.Inspect("prices", 2))!.Forms[MimeBundle.PlainText];

        Assert.Contains("List<double>", shown, StringComparison.Ordinal);
        Assert.EndsWith("= [1, 2]", shown, StringComparison.Ordinal);
        Assert.Null(await bench.Kernel.Inspect("   ", 1));
    }

    [Fact]
    public async Task Calls_of_earlier_cells_methods_are_explained() =>
        Assert.Contains("Twice(int x)", (await bench.Kernel.Signatures("Twice(", 6))!.Signatures[0], StringComparison.Ordinal);

    [Fact]
    public async Task What_is_wrong_is_told_without_running()
    {
        var wrong = Assert.Single(await bench.Kernel.Diagnose("#!time\nprices.Clear();\nnowhere();"), found => found.IsError);

        Assert.Equal(("CS0103", 3, 1, 8), (wrong.Code, wrong.Line, wrong.Column, wrong.EndColumn));
        Assert.Equal("2", await bench.Run("prices.Count"));
    }

    [Fact]
    public async Task A_text_with_an_open_bracket_waits_for_more()
    {
        Assert.False(await bench.Kernel.IsComplete("if (true) {"));
        Assert.True(await bench.Kernel.IsComplete("1 + 1"));
    }
}
