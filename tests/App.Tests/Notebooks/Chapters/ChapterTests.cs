using System.Security.Cryptography;
using Workbench.App.Tests.Kit;
using Workbench.App.Tests.Notebooks.Jupyter;

namespace Workbench.App.Tests.Notebooks.Chapters;

/// <summary>The project's notebooks, each executed from its first cell to its last, and what it comes to.</summary>
[Collection(LabCollection.Name)]
public sealed class ChapterTests(Lab lab)
{
    /// <summary>All of them: a notebook that nobody executes is wrong within a month.</summary>
    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Repository.Path("notebooks"), "*.ipynb").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_first_backtest_has_the_hash_of_the_command_line_and_the_text_of_the_script()
    {
        var (chapter, project) = Chapter.Once(lab, "01-first-backtest");
        var typed = project.Run("backtest", Repository.Path("strategies/sma-cross.csx"), "--data", "EURUSD:ticks", "--lake", Repository.Path("data/samples"), "--json").Good().Json();

        Assert.Equal(typed.GetProperty("eventLogHash").GetString(), chapter.After("run.EventLogHash"));
        Assert.Equal(Sha256(Repository.Path("strategies/sma-cross.csx")), Sha256(Directory.EnumerateFiles(project.Path("home/data/cells")).Single()));
        Assert.Equal(2, chapter.Figures);
    }

    [Fact]
    public void A_report_is_read_with_its_costs_apart()
    {
        var chapter = Chapter.Once(lab, "02-reading-a-report").Chapter;
        string[][] rows = [.. chapter.After("each.Id").Split('\n').Skip(1).Take(2).Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

        // The same decisions: before costs both came to the same.
        Assert.Equal(rows[0][2], rows[1][2]);
        Assert.Equal(0m, decimal.Parse(rows[0][4], System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(decimal.Parse(rows[1][5], System.Globalization.CultureInfo.InvariantCulture) < decimal.Parse(rows[0][5], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(2, chapter.Figures);
    }

    [Fact]
    public void The_samples_are_as_clean_as_the_chapter_on_data_says()
    {
        var chapter = Chapter.Once(lab, "03-data-and-its-quality").Chapter;

        Assert.All((string[])["Crossed", "Locked", "Backwards", "Repeated"], fault => Assert.Equal(0d, chapter.Number("Repeated =", fault)));
        Assert.Equal(2, chapter.Figures);
    }

    [Fact]
    public void An_indicator_of_ones_own_is_what_its_definition_says()
    {
        var chapter = Chapter.Once(lab, "04-indicators").Chapter;

        Assert.Matches(@"Same\s+true", chapter.After("byHand == share"));
        Assert.Equal(49d, chapter.Number("WithoutValue =", "WithoutValue"));
        Assert.Equal(3, chapter.Figures);
    }

    [Fact]
    public void The_best_of_thirty_is_shown_with_the_odds_of_the_best_of_thirty()
    {
        var chapter = Chapter.Once(lab, "05-compare-variants").Chapter;

        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(chapter.After("Task.WhenAll"), @"\btrue\b"));
        Assert.Equal(30d, chapter.Number("Tried =", "Tried"));
        Assert.InRange(chapter.Number("Tried =", "OddsAfterCounting"), 0d, chapter.Number("Tried =", "OddsAlone"));
        Assert.Equal(2, chapter.Figures);
    }

    [Fact]
    public void A_cell_climbs_to_paper_through_all_gates_and_comes_down_again()
    {
        var (chapter, project) = Chapter.Once(lab, "06-promote-to-paper");
        var gates = chapter.After("run.Promote(");

        Assert.Equal(8, gates.Split('\n').Count(line => line.StartsWith('✓')));
        Assert.EndsWith("promoted to paper as p1", gates.TrimEnd(), StringComparison.Ordinal);
        Assert.Matches(@"Event\s+demoted", chapter.After("Promotion.Demote"));

        // A chapter can be read twice: what was demoted may be promoted again.
        Assert.Matches(@"promoted to paper as p\d+\s*$", Chapter.Headless(project, "06-promote-to-paper").After("run.Promote("));
    }

    [Fact]
    public void The_imbalance_of_a_book_that_knows_nothing_tells_the_next_move()
    {
        var chapter = Chapter.Once(lab, "07-order-book").Chapter;
        double[] moves = [.. chapter.After("GroupBy(i => Math.Min(9").Split('\n').Where(row => row.Length > 0 && char.IsAsciiDigit(row[0]) && !row.Contains("rows", StringComparison.Ordinal))
            .Select(row => double.Parse(row.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], System.Globalization.CultureInfo.InvariantCulture))];

        Assert.Equal(10, moves.Length);
        Assert.Equal(moves.Order(), moves);
        Assert.Equal(0d, chapter.Number("Crossed =", "Crossed"));
        Assert.InRange(chapter.Number("OfTheWeighted =", "OfTheWeighted"), 0d, chapter.Number("OfTheWeighted =", "OfTheMid"));
    }

    /// <summary>pandas 1.5.3 over the closes of <c>Lake.Bars</c>, written to CSV: the Python of the chapter's text, <c>repr</c> of what it gives.</summary>
    [Fact]
    public void The_numbers_are_those_of_pandas()
    {
        var chapter = Chapter.Once(lab, "08-from-pandas").Chapter;

        Assert.Equal(-0.000081187831, chapter.Number("Series.Describe", "Mean"), 1e-12);
        Assert.Equal(0.001865681894, chapter.Number("Series.Describe", "Std"), 1e-9);
        Assert.Equal(2283.8266666666664, chapter.Number("RollingMean =", "RollingMean"), 1e-3);
        Assert.Equal(0.002216299028175185, chapter.Number("RollingMean =", "RollingStd"), 1e-9);
        Assert.Equal(2287.831223607636, chapter.Number("RollingMean =", "Ewma"), 1e-3);
        Assert.Equal(0.09103585238760761, chapter.Number("Correlation.Pearson", "Correlation"), 1e-8);
        Assert.Equal(8d, chapter.Number("byHour.MaxBy", "Hour"));
        Assert.Equal(-0.04357183490619443, double.Parse(chapter.After("var vectorised"), System.Globalization.CultureInfo.InvariantCulture), 1e-14);
    }

    [JupyterTheory, MemberData(nameof(Names))]
    public void Jupyter_shows_what_the_program_shows_without_it(string name)
    {
        // In a project of its own: a chapter leaves runs behind, and the one on promotion finds them.
        using var project = Chapter.Project(lab.Fresh());

        Assert.Equal(Chapter.Once(lab, name).Chapter.Steady, Chapter.InJupyter(project, name).Steady);
    }

    static string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
