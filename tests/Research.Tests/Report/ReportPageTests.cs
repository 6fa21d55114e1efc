using System.Text.RegularExpressions;

namespace Workbench.Research.Tests;

public sealed class ReportPageTests
{
    /// <summary>Where the pictures go, so that a person can look at them: beside the test's binaries.</summary>
    internal static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName;

    [Fact]
    public void The_page_loads_nothing_and_forbids_it_too()
    {
        using var temp = new TempFolder();
        RunFolder.Save(temp.Path, SyntheticRun.Make(seed: 1, candles: 300, turnEvery: 20));
        var page = File.ReadAllText(temp.File(RunFolder.ReportFile));

        Assert.Contains("default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|img|iframe|link)[^>]+(src|href)=", page);
    }

    [Fact]
    public void No_text_of_a_user_can_close_the_script_element()
    {
        const string evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
        using var temp = new TempFolder();
        var calm = SyntheticRun.Make(seed: 1, candles: 300, turnEvery: 20);
        RunFolder.Save(temp.Path, calm);
        var scripts = Regex.Count(File.ReadAllText(temp.File(RunFolder.ReportFile)), "<script");

        RunFolder.Save(temp.Path, SyntheticRun.Make(1, 300, 20, identity => identity with { RunId = evil, Command = evil, Warnings = [evil] }, tags: [evil]));
        var page = File.ReadAllText(temp.File(RunFolder.ReportFile));

        Assert.Equal(scripts, Regex.Count(page, "<script"));
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [BrowserFact]
    public void Candles_are_candles_and_every_part_is_there_without_a_network()
    {
        using var temp = new TempFolder();
        var report = SyntheticRun.Make(seed: 1, candles: 600, turnEvery: 25);
        RunFolder.Save(temp.Path, report);

        var (dom, log) = Browser.Dom(temp.File(RunFolder.ReportFile));

        Assert.DoesNotContain("Uncaught", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Content Security Policy", log, StringComparison.Ordinal);
        Assert.Contains("data-ready=\"yes\"", dom, StringComparison.Ordinal);

        // Plotly's tool bar offers to upload a chart unless it is told not to.
        Assert.DoesNotContain("data-title=\"Share", dom, StringComparison.Ordinal);

        // Each candle is a path of class box with its wick and its body; a straight line where candles should be has none.
        var boxes = Regex.Matches(dom, "<path class=\"box\"[^>]* d=\"([^\"]*)\"");
        Assert.Equal(600, boxes.Count);
        Assert.True(boxes.Select(box => box.Groups[1].Value).Distinct().Count() > 500, "candles look alike");
        Assert.Equal(report.Document.Trades, Regex.Count(dom, "class=\"jump\"") - report.Document.Tables.OpenTrades.Count);
        Assert.Contains(report.Document.EventLogHash, dom, StringComparison.Ordinal);
        Assert.Contains("./run.sh backtest strategies/sma-cross.csx", dom, StringComparison.Ordinal);
        Assert.All(report.Document.Warnings, warning => Assert.Contains(warning, dom, StringComparison.Ordinal));
        Assert.All(report.Document.Metrics.Where(metric => metric.Value is not null), metric => Assert.Contains($"id=\"metric-{metric.Definition.Key}\"", dom, StringComparison.Ordinal));
    }

    [BrowserFact]
    public void The_picture_shows_rising_and_falling_candles_and_both_sides_of_the_trades()
    {
        using var temp = new TempFolder();
        RunFolder.Save(temp.Path, SyntheticRun.Make(seed: 1, candles: 200, turnEvery: 10));
        var png = Path.Combine(Pictures, "report-1280.png");
        File.Copy(temp.File(RunFolder.ReportFile), Path.Combine(Pictures, "report.html"), overwrite: true);

        Browser.Picture(temp.File(RunFolder.ReportFile), png, 1280, 1250);
        var picture = Picture.Read(png);

        Assert.Equal((1280, 1250), (picture.Width, picture.Height));
        Assert.True(picture.Count(0x12, 0x80, 0x5f) > 3_000, "no rising candles");
        Assert.True(picture.Count(0xc0, 0x3a, 0x36) > 3_000, "no falling candles");
        Assert.True(picture.Count(0x1f, 0x66, 0xd0) > 60, "no buys");
        Assert.True(picture.Count(0xd9, 0x73, 0x0d) > 60, "no sells");
    }

    [BrowserFact]
    public void Tags_of_a_script_are_text_wherever_they_appear()
    {
        const string evil = "<img src=x onerror=\"document.title='owned'\"><b>bold</b>";
        using var temp = new TempFolder();
        RunFolder.Save(temp.Path, SyntheticRun.Make(1, 300, 20, identity => identity with { RunId = evil, Warnings = [evil] }, tags: [evil]));

        var (dom, _) = Browser.Dom(temp.File(RunFolder.ReportFile));

        Assert.Contains("data-ready=\"yes\"", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>owned", dom, StringComparison.Ordinal);
    }

    [BrowserFact]
    public void A_run_that_never_traded_still_has_a_page()
    {
        using var temp = new TempFolder();
        RunFolder.Save(temp.Path, SyntheticRun.Make(seed: 3, candles: 5, turnEvery: 0));

        var (dom, log) = Browser.Dom(temp.File(RunFolder.ReportFile));

        Assert.DoesNotContain("Uncaught", log, StringComparison.Ordinal);
        Assert.Contains("data-ready=\"yes\"", dom, StringComparison.Ordinal);
        Assert.Contains("never traded: no order was filled", dom, StringComparison.Ordinal);
    }
}
