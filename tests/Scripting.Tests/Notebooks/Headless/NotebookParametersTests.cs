using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class NotebookParametersTests
{
    const string Declaring = """
        var fast = 10;
        long many = 5; double ratio = 0.5;
        var qty = -1.5m;
        var live = false;
        var symbol = "EURUSD";
        var from = new DateTime(2024, 1, 1);
        var to = DateTime.Parse("2024-02-01");
        const int Fixed = 3;
        var list = new[] { 1 };
        """;

    [Theory]
    [InlineData("fast=-20", "fast = -20;")]
    [InlineData("many=7", "many = 7L;")]
    [InlineData("ratio=1e-3", "ratio = 0.001d;")]
    [InlineData("qty=10000.50", "qty = 10000.50m;")]
    [InlineData("live=true", "live = true;")]
    [InlineData("symbol=a\"b\\c=d", "symbol = \"a\\\"b\\\\c=d\";")]
    [InlineData("symbol=", "symbol = \"\";")]
    [InlineData("from=2024-03-11T08:00", "from = new DateTime(2024, 3, 11, 8, 0, 0, DateTimeKind.Utc);")]
    [InlineData("to=2024-03-11T08:00:00.5Z", "to = new DateTime(2024, 3, 11, 8, 0, 0, DateTimeKind.Utc).AddTicks(5000000);")]
    public void A_setting_becomes_an_assignment_of_the_variables_type(string setting, string line) =>
        Assert.Equal("// set from outside\n" + line, NotebookParameters.Set(Notebook(), [setting]).Cells[2].Source);

    [Fact]
    public void The_cell_stands_behind_the_one_that_declares_and_takes_the_place_of_an_earlier_one()
    {
        var once = NotebookParameters.Set(Notebook(), ["fast=1", "live=true"]);
        var twice = NotebookParameters.Set(once, ["fast=2"]);

        Assert.Equal(["intro", "decl", "cell-4", "use"], once.Cells.Select(cell => cell.Id));
        Assert.Equal("injected-parameters", (string?)once.Cells[2].Metadata["tags"]![0]);
        Assert.Equal(4, twice.Cells.Count);
        Assert.Equal("// set from outside\nfast = 2;", twice.Cells[2].Source);
        Assert.Same(once, NotebookParameters.Set(once, []));
    }

    [Theory]
    [InlineData("fsat=1", "WB3087", "fast, many, ratio, qty, live, symbol, from, to, list")]
    [InlineData("Fixed=1", "WB3087", "Fixed")]
    [InlineData("fast=1.5", "WB3088", "of type int")]
    [InlineData("fast=99999999999", "WB3088", "of type int")]
    [InlineData("qty=1,5", "WB3088", "of type decimal")]
    [InlineData("ratio=NaN", "WB3088", "of type double")]
    [InlineData("live=yes", "WB3088", "of type bool")]
    [InlineData("from=11.3.2024", "WB3088", "of type DateTime")]
    [InlineData("list=1", "WB3088", "'list'")]
    [InlineData("fast", "WB3088", "name=value")]
    public void A_name_or_value_that_does_not_fit_is_refused(string setting, string code, string says)
    {
        var error = Assert.Throws<WorkbenchException>(() => NotebookParameters.Set(Notebook(), [setting]));
        Assert.Equal((code, ExitCode.Usage), (error.Code, error.Exit));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_may_be_set_once_and_only_where_a_cell_declares()
    {
        Assert.Equal("WB3088", Assert.Throws<WorkbenchException>(() => NotebookParameters.Set(Notebook(), ["fast=1", "fast=2"])).Code);
        Assert.Equal("WB3086", Assert.Throws<WorkbenchException>(() => NotebookParameters.Set(new Notebook([]), ["fast=1"])).Code);
    }

    static Notebook Notebook() => new(
    [
        new NotebookCell(CellKind.Markdown, "# Title") { Id = "intro" },
        new NotebookCell(CellKind.Code, Declaring) { Id = "decl", Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } },
        new NotebookCell(CellKind.Code, "fast") { Id = "use" },
    ]);
}
