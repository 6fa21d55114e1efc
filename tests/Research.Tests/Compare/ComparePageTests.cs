using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Workbench.Research.Compare;
using Xunit.Abstractions;

namespace Workbench.Research.Tests;

public sealed class ComparePageTests(ITestOutputHelper output)
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
    public void What_differs_the_best_and_all_curves_of_runs_are_shown()
    {
        RunReport[] runs = [Variant(1, 10), Variant(2, 12), Variant(3, 14)];

        var dom = Shown("compare", CompareDocument.Of([.. runs.Select((run, at) => new ComparedRun(run) { ScriptText = $"first\nline {at}\nlast\n" })]));

        Assert.Matches(">fast</td><td class=\"wrap\">10</td><td class=\"wrap\">12</td><td class=\"wrap\">14</td>", dom);
        Assert.DoesNotContain(">slow</td><td", dom, StringComparison.Ordinal);
        var best = runs.Max(run => run.Document.Metric(MetricCatalog.Sharpe).Value!.Value).ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−');
        Assert.Matches($"data-metric=\"sharpe\".*?<td class=\"best\">{Regex.Escape(best)}", dom);
        Assert.All((string[])["curves", "front", "phases", "figures", "costs", "regimes", "changes", "code", "odds"], id => Assert.Contains($"id=\"{id}\"", dom, StringComparison.Ordinal));
        Assert.Contains("No search stands behind these runs", dom, StringComparison.Ordinal);
    }

    [BrowserFact]
    public void A_search_of_ten_thousand_variants_still_opens()
    {
        var watch = Stopwatch.StartNew();
        var document = CompareDocument.Of(SyntheticSearch.Make(seed: 7, variants: 10_000, days: 252));
        var computed = watch.Elapsed;

        var (dom, page) = Page("compare-10000", document);

        output.WriteLine(FormattableString.Invariant($"10,000 variants of 252 periods: {computed.TotalSeconds:0.0} s to compute, {watch.Elapsed.TotalSeconds:0.0} s until the browser was done, {page:N0} bytes"));
        Assert.Equal(500, Regex.Count(dom, "<path d=\"M[^\"]*\"[^>]*style=\"stroke:"));
        Assert.True(page < 6_000_000, $"{page} bytes");
    }

    [BrowserFact]
    public void A_search_shows_odds_map_lines_spread_and_what_failed()
    {
        var dom = Shown("compare-search", CompareDocument.Of(SyntheticSearch.Make(seed: 3, variants: 300)));

        Assert.All((string[])["odds", "phases", "curves", "front", "map", "parallel", "spread"], id => Assert.Contains($"id=\"{id}\"", dom, StringComparison.Ordinal));
        Assert.Contains("335 trials", dom, StringComparison.Ordinal);
        Assert.Contains("never traded", dom, StringComparison.Ordinal);
        Assert.Contains("A search keeps no trades of its variants", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", Regex.Replace(dom, "<script.*?</script>", "", RegexOptions.Singleline), StringComparison.Ordinal);
        Assert.DoesNotContain(">undefined<", dom, StringComparison.Ordinal);
    }

    [BrowserFact]
    public void A_search_in_which_nothing_finished_says_why()
    {
        var search = SyntheticSearch.Make(seed: 3, variants: 6, failEvery: 1);

        var dom = Shown("compare-failed", CompareDocument.Of(search));

        Assert.Contains("No variant came to a figure", dom, StringComparison.Ordinal);
        Assert.Contains("index out of range", dom, StringComparison.Ordinal);
    }

    [BrowserFact]
    public void Texts_of_scripts_and_people_stay_text()
    {
        const string evil = "<img src=x onerror=\"document.title='owned'\"><b>bold</b>";
        var search = SyntheticSearch.Make(seed: 3, variants: 40) with { Id = evil, Axes = [evil], Warnings = [evil], Objective = evil };
        search = search with { Variants = [.. search.Variants.Select(variant => variant with { Result = variant.Result with { Settings = [$"{evil}={variant.Result.Key}"] } })] };

        var dom = Shown("compare-evil", CompareDocument.Of(search));

        Assert.DoesNotContain("<img", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>owned", dom, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_without_variants_is_refused_with_the_next_command()
    {
        var empty = SyntheticSearch.Make(seed: 1, variants: 2) with { Variants = [] };

        Assert.Equal(("WB4176", ExitCode.NotFound), Assert.Throws<WorkbenchException>(() => CompareDocument.Of(empty)) is var error ? (error.Code, error.Exit) : default);
    }

    static string Shown(string name, CompareDocument document) => Page(name, document).Dom;

    /// <summary>The elements of the page once it has drawn itself, and its size; a copy lies where a person finds it.</summary>
    static (string Dom, long Bytes) Page(string name, CompareDocument document)
    {
        var file = Path.Combine(ReportPageTests.Pictures, name + ".html");
        using (var page = File.Create(file))
        {
            ComparePage.Write(page, document);
        }

        var (dom, log) = Browser.Dom(file);

        Assert.DoesNotContain("Uncaught", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Content Security Policy", log, StringComparison.Ordinal);
        Assert.Contains("data-ready=\"yes\"", dom, StringComparison.Ordinal);
        return (dom, new FileInfo(file).Length);
    }
}
