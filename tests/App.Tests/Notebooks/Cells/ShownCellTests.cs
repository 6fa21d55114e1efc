using Workbench.App.Tests.Kit;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>How the workbench's own things look in a cell.</summary>
[Collection(LabCollection.Name)]
public sealed class ShownCellTests(Lab lab, Desk desk) : IClassFixture<Desk>
{
    const string FigureJson = "application/vnd.plotly.v1+json";

    const string Line = "Charts.Line([1, 2, 3], [1d, 4d, 9d])";

    [Fact]
    public async Task A_figure_is_drawn_by_the_library_that_the_first_such_cell_brings()
    {
        await desk.Says("1 + 1", "before");
        var first = (await desk.Run($"Cell.Display({Line}); {Line}", "first")).Good().Shown;
        var second = (await desk.Run(Line, "second")).Good().Shown;
        var again = (await desk.Run(Line, "first")).Good().Shown;

        Assert.Equal([true, false, false], first.Select(IsLibrary));
        Assert.Equal([false], second.Select(IsLibrary));
        Assert.Equal([true, false], again.Select(IsLibrary));
        Assert.All((ShownThing[])[first[1], first[2], second[0], again[1]], figure =>
        {
            Assert.Equal([FigureJson, MimeBundle.HtmlText, MimeBundle.PlainText], figure.Content.Forms.Keys);
            Assert.NotNull(System.Text.Json.Nodes.JsonNode.Parse(figure.Content.Forms[FigureJson])!["data"]);
        });
    }

    [Fact]
    public async Task A_door_that_draws_by_itself_gets_the_figures_numbers_alone()
    {
        var drawn = new Desk(lab, [new("WORKBENCH_NOTEBOOK_FIGURES", "drawn by the door")]);
        try
        {
            Assert.Equal([FigureJson, MimeBundle.PlainText], (await drawn.Run(Line)).Good().Shown.Single().Content.Forms.Keys);
        }
        finally
        {
            await drawn.DisposeAsync();
        }
    }

    [Fact]
    public async Task Columns_show_their_head_and_tail_and_how_many_there_are()
    {
        var ticks = (await desk.Run("""Lake.Ticks("EURUSD")""")).Good().Shown.Single();
        var bars = (await desk.Run("""Lake.Bars("EURUSD:1h", to: "2024-03-04T05:00")""")).Good().Shown.Single();

        Assert.Contains("60,000 ticks of EURUSD", ticks.Plain, StringComparison.Ordinal);
        Assert.Equal(13, ticks.Plain.Split('\n').Count(line => line.StartsWith("2024-03-04 ", StringComparison.Ordinal) || line.StartsWith('…')));
        Assert.Contains("<td", ticks.Html, StringComparison.Ordinal);
        Assert.Contains("5 bars of EURUSD", bars.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain("…", bars.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promotion_that_is_refused_shows_the_gate_that_shut()
    {
        await desk.Says("#!strategy\npublic sealed class Rare : Strategy\n{\n    public override void OnStart() => Buy(1000m);\n}\n");
        var cell = await desk.Run("""
            var once = await Backtest.Run(typeof(Rare), "EURUSD:ticks", to: "2024-03-04T09:00");
            var rare = await once.Promote(script: "strategies/rare.csx");
            Console.WriteLine(rare.IsPromoted);
            Console.WriteLine(rare.Gates.First(gate => !gate.Passed).Name);
            rare
            """);

        Assert.Equal("False\ntrades\n", cell.Good().Out);
        Assert.Contains("✗", cell.Shown[^1].Plain, StringComparison.Ordinal);
    }

    static bool IsLibrary(ShownThing shown) => !shown.Content.Forms.ContainsKey(FigureJson) && shown.Html.Contains("WorkbenchFigures.unpack(", StringComparison.Ordinal);
}
