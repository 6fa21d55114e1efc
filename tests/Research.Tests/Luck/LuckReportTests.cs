using System.Text.Json;
using Workbench.Research.Luck;

namespace Workbench.Research.Tests.Luck;

/// <summary>The report as a whole: what it says of luck, of an edge, and of matrices that say nothing.</summary>
public sealed class LuckReportTests
{
    static readonly LuckOptions Quick = new() { Replicates = 999 };

    [SharedDataTheory, InlineData("noise-512x100", LuckVerdict.Luck), InlineData("edge-512x60", LuckVerdict.Edge), InlineData("grid-500x40", LuckVerdict.Luck)]
    public void The_verdict_is_the_truth_about_each_matrix(string name, LuckVerdict truth)
    {
        var report = LuckReport.Of(LuckSet.Load(name).Matrix, new LuckOptions());

        Assert.Equal(truth, report.Verdict);
        Assert.Equal(truth == LuckVerdict.Edge ? ["v017"] : [], report.Variants.Where(variant => variant.BeatsLuck).Select(variant => variant.Name));
    }

    [SharedDataFact]
    public void Trials_beyond_the_matrix_make_every_figure_of_the_search_stricter()
    {
        var matrix = LuckSet.Load("edge-512x60").Matrix;
        var (alone, among) = (LuckReport.Of(matrix, new LuckOptions()), LuckReport.Of(matrix, new LuckOptions { Trials = 13_075 }));

        Assert.Equal(LuckVerdict.Luck, among.Verdict);
        Assert.StartsWith("13,075 trials; a best this good comes by luck in ", among.Sentence, StringComparison.Ordinal);
        Assert.Contains(among.Warnings, warning => warning.Contains("13,015 of the family's 13,075", StringComparison.Ordinal));
        foreach (var key in new[] { "spa", "white", "sidak", "expectedMaximum", "minBacktestYears" })
        {
            Assert.True(among.Figure(key).Value.Value > alone.Figure(key).Value.Value, key);
            Assert.Equal(13_075, among.Figure(key).Trials);
        }

        Assert.True(among.Figure("dsr").Value.Value < alone.Figure("dsr").Value.Value);
        Assert.All(among.Haircuts.Zip(alone.Haircuts), pair => Assert.True(pair.First.P.Value >= pair.Second.P.Value));
        Assert.All(among.Effective.Zip(alone.Effective), pair => Assert.True(pair.First.Family.Value is null || pair.First.Family.Value > pair.Second.Family.Value));
        Assert.Equal(60, among.Figure("spaSearch").Trials);
        Assert.True(among.Replicates > alone.Replicates);
    }

    [Fact]
    public void Odds_of_a_family_are_those_of_as_many_searches_of_its_size()
    {
        var matrix = Matrix(NoiseField.Columns(8, 20, 200));
        var report = LuckReport.Of(matrix, Quick with { Trials = 60 });
        var p = report.Figure("spaSearch").Value.Value!.Value;

        Assert.Equal(1 - Math.Pow(1 - p, 3), report.Figure("spa").Value.Value!.Value, 1e-12);
    }

    [Fact]
    public void A_family_too_large_for_its_resamples_is_told()
    {
        var report = LuckReport.Of(Matrix(NoiseField.Columns(8, 20, 200)), Quick with { Trials = 20_000 });
        Assert.Contains(report.Warnings, warning => warning.Contains("999 resamples cannot show odds below", StringComparison.Ordinal));
    }

    [Fact]
    public void The_spread_comes_from_the_ledger_where_there_is_one()
    {
        var matrix = Matrix(NoiseField.Columns(8, 20, 200));
        var report = LuckReport.Of(matrix, Quick with { Trials = 40, TrialSharpes = [0.1, -0.1, 0.3, double.NaN] });

        Assert.Equal(0.04, report.Effective[0].Variance.Value!.Value, 1e-12);
        Assert.Contains("3 ratios", report.Figure("expectedMaximum").Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_without_figures_are_left_out_with_their_reasons_and_stay_trials()
    {
        var columns = NoiseField.Columns(2, 14, 100);
        columns[1] = new double[100];
        columns[4][7] = double.NaN;
        columns[5] = [];
        columns[9] = [0.1, 0.2];
        var report = LuckReport.Of(Matrix(columns), Quick);

        Assert.Equal(["v1: its returns do not vary", "v4: a return is not a number", "v5: it has no returns", "v9: it has 2 returns where others have 100"],
            report.LeftOut.Select(variant => $"{variant.Name}: {variant.Reason}"));
        Assert.Equal(10, report.Variants.Count);
        Assert.Equal(14, report.Trials);
        Assert.Equal(14, report.Figure("sidak").Trials);
        Assert.Equal(10, report.Figure("pbo").Trials);
        Assert.NotNull(report.Figure("pbo").Value.Value);
    }

    [Fact]
    public void Nothing_at_all_is_undecided_with_a_reason_everywhere()
    {
        foreach (var matrix in new[] { Matrix([]), Matrix([[]]), Matrix([new double[50], new double[50]]) })
        {
            var report = LuckReport.Of(matrix, Quick with { Trials = 7 });

            Assert.Equal(LuckVerdict.Undecided, report.Verdict);
            Assert.Equal("7 trials, and no odds: no variant has returns that vary.", report.Sentence);
            Assert.All(report.Figures, figure => Assert.NotNull(figure.Value.Reason));
            Assert.Null(report.Best);
        }
    }

    [Fact]
    public void Too_few_periods_are_undecided()
    {
        var report = LuckReport.Of(Matrix(NoiseField.Columns(1, 12, 20)), Quick);

        Assert.Equal(LuckVerdict.Undecided, report.Verdict);
        Assert.Equal("12 trials, and no odds: 20 periods are too few to resample: 30 are needed.", report.Sentence);
        Assert.Equal("20 periods are too few to cut: 64 are needed", report.Figure("pbo").Value.Reason);
        Assert.NotNull(report.Figure("sidak").Value.Value);
        Assert.All(report.Variants, variant => Assert.False(variant.BeatsLuck));
    }

    [Fact]
    public void One_variant_is_a_test_without_a_search()
    {
        var report = LuckReport.Of(Matrix(NoiseField.Columns(6, 1, 250)), Quick);

        Assert.StartsWith("1 trial; ", report.Sentence, StringComparison.Ordinal);
        Assert.Equal(report.Figure("psr").Value.Value, report.Figure("dsr").Value.Value);
        Assert.Equal("too few variants: 1 that differ, 10 are needed", report.Figure("pbo").Value.Reason);
        Assert.Single(report.Effective);
    }

    [Fact]
    public void Equal_variants_are_one_trial_in_disguise_and_show_no_number_that_is_none()
    {
        var column = NoiseField.Columns(6, 1, 250)[0];
        var report = LuckReport.Of(Matrix([.. Enumerable.Range(0, 15).Select(_ => (double[])column.Clone())]), Quick);
        var alone = LuckReport.Of(Matrix([column]), Quick);

        Assert.Equal(alone.Figure("spa").Value.Value, report.Figure("spa").Value.Value);
        Assert.Equal("too few variants: 1 that differ, 10 are needed", report.Figure("pbo").Value.Reason);
        Assert.All(report.Effective.Skip(1), estimate => Assert.Equal(1d, estimate.Count.Value!.Value, 1e-6));
    }

    [Fact]
    public void Groups_of_variants_are_found_and_noise_has_none()
    {
        double[][] groups = [.. Enumerable.Range(0, 5).SelectMany(group => NoiseField.Columns(100 + group, 8, 300, 0.7))];
        MetricValue Clusters(double[][] columns) => LuckReport.Of(Matrix(columns), Quick).Effective.Single(each => each.Key == "clusters").Count;

        Assert.Equal(5d, Clusters(groups).Value);
        Assert.Equal("the variants form no groups", Clusters(NoiseField.Columns(3, 40, 300)).Reason);
    }

    [Fact]
    public void Long_blocks_on_a_short_sample_are_warned_of()
    {
        var report = LuckReport.Of(Matrix(NoiseField.Columns(3, 12, 200)), Quick with { Block = 10 });
        Assert.Contains(report.Warnings, warning => warning.Contains("blocks of 10", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_seed_gives_the_same_report()
    {
        var matrix = Matrix(NoiseField.Columns(3, 25, 150, 0.3));
        Assert.Equal(Text(LuckReport.Of(matrix, Quick)), Text(LuckReport.Of(matrix, Quick)));
        Assert.NotEqual(Text(LuckReport.Of(matrix, Quick)), Text(LuckReport.Of(matrix, Quick with { Seed = 2 })));
    }

    [Fact]
    public void The_report_is_JSON_with_a_reason_for_every_null()
    {
        var report = LuckReport.Of(Matrix(NoiseField.Columns(3, 5, 150)), Quick);
        using var json = JsonDocument.Parse(Text(report));
        var figures = json.RootElement.GetProperty("figures").EnumerateArray().ToList();

        Assert.Equal(report.Verdict.ToString(), json.RootElement.GetProperty("verdict").GetString(), ignoreCase: true);
        Assert.Equal(report.Sentence, json.RootElement.GetProperty("sentence").GetString());
        Assert.All(figures, figure => Assert.True(figure.GetProperty("value").ValueKind == JsonValueKind.Number || figure.TryGetProperty("reason", out _)));
        Assert.All(figures, figure => Assert.EndsWith(".", figure.GetProperty("meaning").GetString(), StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("overfitting").ValueKind);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        var matrix = Matrix(NoiseField.Columns(3, 2, 40));
        foreach (var options in new[] { Quick with { Alpha = 0 }, Quick with { Alpha = 1 }, Quick with { Block = 0.5 }, Quick with { Replicates = 0 }, Quick with { Trials = -1 } })
        {
            Assert.Equal("WB4140", Assert.Throws<WorkbenchException>(() => LuckReport.Of(matrix, options)).Code);
        }

        Assert.Equal("WB4141", Assert.Throws<WorkbenchException>(() => LuckReport.Of(matrix with { Names = ["one"] }, Quick)).Code);
    }

    static ReturnsMatrix Matrix(IReadOnlyList<double[]> columns) => new([.. columns.Select((_, k) => $"v{k}")], columns, 252d);

    static string Text(LuckReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            LuckReportJson.Write(json, report);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
