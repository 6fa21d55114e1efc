using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

public sealed class CellOutputsTests
{
    readonly Dictionary<string, List<JsonObject>> displays = [];

    [Fact]
    public void Text_of_one_stream_is_put_together_and_text_of_two_is_kept_apart()
    {
        var outputs = new CellOutputs(displays);
        outputs.Stream(StreamName.Out, "a");
        outputs.Stream(StreamName.Out, "b\nc");
        outputs.Stream(StreamName.Error, "d");
        outputs.Stream(StreamName.Out, "e");
        Assert.Equal(
            """[{"name":"stdout","output_type":"stream","text":["ab\n","c"]},{"name":"stderr","output_type":"stream","text":["d"]},{"name":"stdout","output_type":"stream","text":["e"]}]""",
            NotebookJson.WriteLine(outputs.Close()));
    }

    [Fact]
    public void Every_form_is_written_as_Jupyter_writes_it_and_names_the_run_it_shows()
    {
        var outputs = new CellOutputs(displays);
        outputs.Display(MimeBundle.Of(("text/html", "<b>\nx"), ("application/vnd.plotly.v1+json", "{\"data\":[1.50]}"), ("image/png", "AA\nBB")) with { RunIds = ["r1"] });
        Assert.Equal(
            """[{"data":{"application/vnd.plotly.v1+json":{"data":[1.50]},"image/png":"AA\nBB","text/html":["<b>\n","x"]},"metadata":{"workbench":{"runIds":["r1"],"stale":false}},"output_type":"display_data"}]""",
            NotebookJson.WriteLine(outputs.Close()));
    }

    [Fact]
    public void Cleared_output_goes_at_once_or_when_the_next_one_comes()
    {
        var outputs = new CellOutputs(displays);
        outputs.Stream(StreamName.Out, "one");
        outputs.Clear(wait: false);
        outputs.Stream(StreamName.Out, "two");
        outputs.Clear(wait: true);
        outputs.Display(MimeBundle.Plain("three"));
        Assert.Equal("""[{"data":{"text/plain":["three"]},"metadata":{},"output_type":"display_data"}]""", NotebookJson.WriteLine(outputs.Close()));
    }

    [Fact]
    public void An_update_reaches_every_place_that_shows_it_and_no_other()
    {
        var (first, second) = (new CellOutputs(displays), new CellOutputs(displays));
        first.Display(MimeBundle.Plain("old"), "d");
        var kept = first.Close();
        second.Display(MimeBundle.Plain("old"), "d");
        second.Display(MimeBundle.Plain("other"), "e");
        second.Update("d", MimeBundle.Plain("new"));
        second.Update("nobody's", MimeBundle.Plain("new"));

        Assert.Equal("new", (string?)kept[0]!["data"]!["text/plain"]![0]);
        Assert.Equal(["new", "other"], second.Close().Select(output => (string?)output!["data"]!["text/plain"]![0]));
    }

    [Fact]
    public void A_cell_that_shows_without_end_keeps_a_bounded_part_and_a_count()
    {
        var outputs = new CellOutputs(displays);
        var block = new string('x', 1_000_000);
        for (var n = 0; n < 100; n++)
        {
            outputs.Stream(StreamName.Out, block);
        }

        var kept = outputs.Close();
        Assert.Equal(20_000_000, ((string)kept[0]!["text"]![0]!).Length);
        Assert.Contains("80 more outputs", (string?)kept[1]!["text"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_after_the_cells_end_is_not_taken()
    {
        var outputs = new CellOutputs(displays);
        var kept = outputs.Close();
        outputs.Stream(StreamName.Out, "late");
        outputs.Display(MimeBundle.Plain("late"));
        Assert.Empty(kept);
    }
}
