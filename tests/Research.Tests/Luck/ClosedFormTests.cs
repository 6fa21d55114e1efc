using Workbench.Research.Luck;

namespace Workbench.Research.Tests.Luck;

/// <summary>The formulas against values computed independently from the same files.</summary>
public sealed class ClosedFormTests
{
    public static TheoryData<string> Sets => LuckSet.Names;

    [SharedDataTheory, MemberData(nameof(Sets))]
    public void The_best_column_and_its_moments_are_those_of_the_file(string name)
    {
        var set = LuckSet.Load(name);
        var winner = set.Winner;

        Assert.Equal(set.Find("undefined_columns").EnumerateArray().Select(item => item.GetInt32()), Enumerable.Range(0, set.Matrix.Columns.Count).Except(set.Sieve.Places));
        Assert.Equal((int)set["trials_N"], set.Sieve.Columns.Count);
        Assert.Equal((int)set["best_column"], set.Sieve.Places[set.Sieve.Best]);
        set.Agrees(winner.Ratio, "best_sharpe_per_period");
        set.Agrees(winner.Ratio * Math.Sqrt(252), "best_sharpe_annual_252");
        set.Agrees(winner.Skewness, "best_skewness");
        set.Agrees(winner.Kurtosis, "best_kurtosis_non_excess");
    }

    [SharedDataTheory, MemberData(nameof(Sets))]
    public void The_odds_of_the_best_ratio_are_those_of_the_file(string name)
    {
        var set = LuckSet.Load(name);
        var (winner, count, chance) = (set.Winner, set.Sieve.Columns.Count, 1d / (set.Matrix.Rows - 1));

        set.Agrees(winner.Above(0d), "psr_vs_0");
        set.Agrees(winner.AboveUnderNull(0d), "psr_vs_0_h0_variance");
        set.Agrees(Moments.Mean([.. set.Sieve.Ratios]), "mean_trial_sharpe");
        set.Agrees(set.Variance, "variance_of_trial_sharpes");
        set.Agrees(set.ExpectedMaximum, "expected_max_sharpe");
        set.Agrees(winner.Above(set.ExpectedMaximum), "dsr");
        set.Agrees(SharpeOdds.ExpectedMaximum(count, chance), "expected_max_sharpe_null_variance");
        set.Agrees(winner.Above(SharpeOdds.ExpectedMaximum(count, chance)), "dsr_null_variance");
        set.Agrees(winner.Record(0d), "mintrl_95_vs_0");
        set.Agrees(winner.Record(set.ExpectedMaximum), "mintrl_95_vs_expected_max");
        set.Agrees(SharpeOdds.MinimumBacktestYears(count, 1d), "minbtl_years_for_target_1");
        set.Agrees(winner.Sidak(count), "sidak_one_sided_normal_p");
    }

    [SharedDataTheory, MemberData(nameof(Sets))]
    public void The_band_of_effective_trials_is_that_of_the_file(string name)
    {
        var set = LuckSet.Load(name);
        var count = set.Sieve.Columns.Count;
        var band = new TrialBand(set.Sieve.Columns, set.Winner, set.Variance, count, count, 1).All();
        MetricValue Count(string key) => band.Single(estimate => estimate.Key == key).Count;

        // Of a mean near zero only the digits after the sum of ones are known.
        Assert.Equal(set["effective_trials", "mean_pairwise_correlation"], Spectrum.MeanCorrelation(Spectrum.Directions(set.Sieve.Columns)), 1e-12);
        set.Agrees(Count("blp2014"), "effective_trials", "blp2014");
        set.Agrees(Count("participationRatio"), "effective_trials", "participation_ratio");
        set.Agrees(Count("effectiveRank"), "effective_trials", "effective_rank");
        set.Agrees(Count("kaiser"), "effective_trials", "kaiser");
        set.Agrees(band.Single(estimate => estimate.Key == "blp2014").Deflated, "dsr_with_blp2014_neff");
        set.Agrees(band[0].Deflated, "dsr");
    }

    [SharedDataTheory, MemberData(nameof(Sets))]
    public void The_haircuts_are_those_of_the_file(string name)
    {
        var set = LuckSet.Load(name);
        var cuts = Haircuts.Of(set.Sieve.Ratios, set.Sieve.Best, set.Matrix.Rows, set.Sieve.Columns.Count);
        Haircut Cut(string key) => cuts.Single(cut => cut.Key == key);

        set.Agrees(set.Winner.Ratio * Math.Sqrt(set.Matrix.Rows), "haircut", "t");
        set.Agrees(Haircuts.TwoSided(set.Winner.Ratio, set.Matrix.Rows), "haircut", "p_two_sided_t");
        set.Agrees(Cut("bonferroni").P, "haircut", "bonferroni_p");
        set.Agrees(Cut("sidak").P, "haircut", "sidak_p");
        set.Agrees(Cut("holm").P, "haircut", "holm_p");
        set.Agrees(Cut("bhy").P, "haircut", "bhy_p");
        set.Agrees(Cut("bonferroni").Sharpe, "haircut", "haircut_sharpe_bonferroni");
        set.Agrees(Cut("holm").Sharpe, "haircut", "haircut_sharpe_holm");
        set.Agrees(Cut("bhy").Sharpe, "haircut", "haircut_sharpe_bhy");
        set.Agrees(Cut("bonferroni").Share, "haircut", "haircut_share_bonferroni");
    }
}
