using System.Text.RegularExpressions;

namespace Workbench.Research.Tests;

/// <summary>What a browser makes of a notebook's outputs: each kind of figure, on light ground and on dark, on one page as nbconvert would put it.</summary>
public sealed class FigurePictureTests
{
    const int Width = 1_600;

    // Figures stand before the library, too: a notebook's cells are run in any order.
    static string Page(string library) => $$"""
        <!doctype html><html><head><meta charset="utf-8"><style>body{margin:0;font:14px sans-serif;display:flex}.half{width:50%;padding:12px;box-sizing:border-box;min-width:0}</style>
        <script>window.define = () => { throw new Error("a module loader caught the library"); }; window.define.amd = true; window.Plotly = "the page's own";</script>
        </head><body>
        <div class="half" style="background:#fff;color:#222">{{Outputs("light", "")}}</div>
        {{library}}
        <div class="half" style="background:#111;color:#ddd">{{Outputs("dark", library)}}</div>
        </body></html>
        """;

    static string Outputs(string half, string library) => library + string.Concat(Gallery.All.Select(one => $"<div id=\"{half}-{one.Name}\">{one.Figure.ToHtml()}</div>")) + Tables.Compare([Gallery.Run, Gallery.Run]).AsStale().ToHtml();

    [BrowserFact]
    public void Every_figure_is_drawn_on_light_ground_and_on_dark()
    {
        using var temp = new TempFolder();
        var page = temp.File("page.html");
        File.WriteAllText(page, Page(NotebookHtml.Library()));
        File.Copy(page, Path.Combine(ReportPageTests.Pictures, "figures.html"), overwrite: true);

        var (dom, log) = Browser.Dom(page, Width);

        Assert.DoesNotContain("Uncaught", log, StringComparison.Ordinal);
        Assert.DoesNotContain("data-state=\"failed\"", dom, StringComparison.Ordinal);
        Assert.Equal(2 * Gallery.All.Length, Regex.Count(dom, "data-state=\"drawn\""));
        Assert.Equal(Gallery.All.Length, Regex.Count(dom, "data-ground=\"dark\""));
        foreach (var half in (string[])["light", "dark"])
        {
            AssertDrawn(dom, half);
        }
    }

    static void AssertDrawn(string dom, string half)
    {
        string Of(string name)
        {
            var from = dom.IndexOf($"<div id=\"{half}-{name}\">", StringComparison.Ordinal);
            return dom[from..dom.IndexOf("<script>", from, StringComparison.Ordinal)];
        }

        // Three lines, each in two pieces around its gap; the short ones are the legend's.
        Assert.Equal(6, Regex.Matches(Of("lines"), "class=\"js-line\" d=\"([^\"]*)\"").Count(line => line.Groups[1].Length > 100));
        Assert.Equal(300, Regex.Count(Of("scatter"), "<path class=\"point\""));
        Assert.Equal(5, Regex.Count(Of("bars"), "<g class=\"point\""));
        Assert.Equal(5, Regex.Count(Of("box"), "<path class=\"box\""));
        Assert.Equal(30, Regex.Count(Of("heatmap"), "class=\"heatmap-label\""));
        Assert.Contains("<image", Of("field"), StringComparison.Ordinal);
        Assert.True(Regex.Matches(Of("candles"), "<path class=\"box\"[^>]* d=\"([^\"]*)\"").Select(box => box.Groups[1].Value).Distinct().Count() > 140, "candles look alike");
        Assert.Equal(Gallery.Run.Curves.Trades.Count * 2 + 1, Regex.Count(Of("run"), "<path class=\"point\""));
        Assert.Contains("run 20240102-sma-cross-7f3a", Of("run"), StringComparison.Ordinal);
        Assert.Contains("workbench-stale", Of("equities"), StringComparison.Ordinal);
        Assert.Equal(4, Regex.Count(Of("grid"), "<g class=\"subplot "));
    }

    [BrowserFact]
    public void The_picture_has_candles_of_both_colours_on_both_grounds()
    {
        using var temp = new TempFolder();
        var (page, png) = (temp.File("page.html"), Path.Combine(ReportPageTests.Pictures, "figures.png"));
        File.WriteAllText(page, Page(NotebookHtml.Library()));

        Browser.Picture(page, png, Width, 8_000);
        var picture = Picture.Read(png);

        Assert.True(picture.Count(0x12, 0x80, 0x5f) > 1_000, "no rising candles on light ground");
        Assert.True(picture.Count(0xc0, 0x3a, 0x36) > 1_000, "no falling candles on light ground");
        Assert.True(picture.Count(0x3f, 0xb6, 0x8f) > 1_000, "no rising candles on dark ground");
        Assert.True(picture.Count(0xef, 0x6b, 0x64) > 1_000, "no falling candles on dark ground");
    }

    [BrowserFact]
    public void A_figure_by_itself_is_a_page_that_loads_nothing()
    {
        using var temp = new TempFolder();
        var page = temp.File("page.html");
        File.WriteAllText(page, Charts.Run(Gallery.Run).ToStandaloneHtml());

        var (dom, log) = Browser.Dom(page);

        Assert.DoesNotContain("Content Security Policy", log, StringComparison.Ordinal);
        Assert.Contains("data-state=\"drawn\"", dom, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", dom, StringComparison.Ordinal);
    }

    [BrowserFact]
    public void A_figure_that_cannot_be_drawn_says_why_and_is_never_a_blank()
    {
        using var temp = new TempFolder();
        var page = temp.File("page.html");
        // One whose data are no figure, one on a page without the library, in frames of their own.
        var broken = $"<p id=\"broken\"></p><script>{NotebookHtml.DrawScript()}; WorkbenchFigures.use({{ react() {{ throw new Error('no such trace'); }} }});</script>" + Charts.Line((int[])[1, 2]).ToHtml();
        File.WriteAllText(page, broken);
        var alone = temp.File("alone.html");
        File.WriteAllText(alone, Charts.Line((int[])[1, 2]).Title("Alone & <b>bold</b>").ToHtml());

        Assert.Contains("This figure cannot be drawn: no such trace", Browser.Dom(page).Dom, StringComparison.Ordinal);
        Assert.Contains("The chart library is not on this page", Browser.Dom(alone).Dom, StringComparison.Ordinal);
    }
}
