using System.Text.RegularExpressions;

namespace Workbench.Research.Tests;

public sealed class ComparePageTests
{
    static RunReport Variant(long seed, int fast) => SyntheticRun.Make(seed, 900, 30, identity => identity with
    {
        RunId = FormattableString.Invariant($"run-{seed}"),
        Parameters = [RunParameter.Of("fast", fast), .. identity.Parameters.Skip(1)],
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(21)]
    public void A_comparison_takes_two_to_twenty_runs(int count)
    {
        var runs = Enumerable.Repeat(Variant(1, 10), count).ToArray();

        var error = Assert.Throws<WorkbenchException>(() => ComparePage.Write(Stream.Null, runs));

        Assert.Equal(("WB4104", ExitCode.Usage), (error.Code, error.Exit));
    }

    [BrowserFact]
    public void What_differs_the_best_and_all_curves_are_shown()
    {
        using var temp = new TempFolder();
        RunReport[] runs = [Variant(1, 10), Variant(2, 12), Variant(3, 14)];
        using (var page = File.Create(temp.File("compare.html")))
        {
            ComparePage.Write(page, runs);
        }

        File.Copy(temp.File("compare.html"), Path.Combine(ReportPageTests.Pictures, "compare.html"), overwrite: true);

        var (dom, log) = Browser.Dom(temp.File("compare.html"));

        Assert.DoesNotContain("Uncaught", log, StringComparison.Ordinal);
        Assert.Contains("data-ready=\"yes\"", dom, StringComparison.Ordinal);
        Assert.Matches(">fast</td><td class=\"wrap\">10</td><td class=\"wrap\">12</td><td class=\"wrap\">14</td>", dom);
        Assert.DoesNotContain(">slow</td>", dom, StringComparison.Ordinal);
        Assert.Equal(6, Regex.Count(dom, "class=\"js-line\""));
        var best = runs.Max(run => run.Document.Metric(MetricCatalog.Sharpe).Value!.Value).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');
        Assert.Matches($"data-metric=\"sharpe\".*?<td class=\"best\">{Regex.Escape(best)}", dom);
    }
}
