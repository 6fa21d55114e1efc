using System.Diagnostics;
using Workbench.Research.Luck;

namespace Workbench.Research.Tests.Luck;

/// <summary>The probability of backtest overfitting, to the last of its 12,870 halves.</summary>
public sealed class CscvTests
{
    public static TheoryData<string> Sets => LuckSet.Names;

    [SharedDataTheory, MemberData(nameof(Sets))]
    public void All_halves_come_out_as_in_the_file(string name)
    {
        var set = LuckSet.Load(name);
        var study = Cscv.Of(set.Sieve.Columns);
        var sorted = study.Logits.Order().ToArray();

        Assert.Equal((int)set["cscv", "S"], study.Blocks);
        Assert.Equal((int)set["cscv", "combinations"], study.Logits.Count);
        Assert.Equal((int)set["cscv", "rows_dropped_at_start"], study.RowsDropped);
        Assert.Equal(set["cscv", "pbo"], study.Probability);
        Assert.Equal(set["cscv", "pbo_strict_below_0"], study.StrictProbability);
        Assert.Equal(set["cscv", "prob_oos_loss"], study.ProbabilityOfLoss);
        set.Agrees(Moments.Quantile(sorted, 0.5), "cscv", "median_logit");
        set.Agrees(study.Logits.Average(), "cscv", "mean_logit");
        set.Agrees(study.Slope, "cscv", "slope_oos_on_is");
        set.Agrees(study.Intercept, "cscv", "intercept_oos_on_is");
        set.Agrees(study.Logits[0], "cscv", "first_logit");
        set.Agrees(study.Logits[^1], "cscv", "last_logit");
    }

    [SharedDataFact]
    public void A_planted_edge_dominates_a_blind_draw_and_noise_does_not()
    {
        Assert.True(Cscv.Of(LuckSet.Load("edge-512x60").Sieve.Columns).Dominates);
        Assert.False(Cscv.Of(LuckSet.Load("noise-512x100").Sieve.Columns).Dominates);
    }

    [Fact]
    public void Halves_agree_with_a_count_by_hand()
    {
        const long Seed = 11;
        var columns = NoiseField.Columns(Seed, 12, 67);
        var study = Cscv.Of(columns);

        // The first half is blocks 0 to 7 of 4 rows each, after 3 rows that no block has.
        double[] mine = [.. columns.Select(column => Ratio(column.AsSpan(3, 32)))];
        double[] other = [.. columns.Select(column => Ratio(column.AsSpan(35, 32)))];
        var best = Array.IndexOf(mine, mine.Max());
        var share = (1d + other.Count(ratio => ratio < other[best])) / 13;

        Assert.Equal(3, study.RowsDropped);
        Assert.Equal(mine[best], study.InSample[0], 1e-12);
        Assert.Equal(other[best], study.OutOfSample[0], 1e-12);
        Assert.Equal(Math.Log(share / (1 - share)), study.Logits[0], 1e-12);
    }

    [Fact]
    public void A_half_without_a_trade_counts_as_nothing_won_and_nothing_lost()
    {
        var columns = NoiseField.Columns(5, 11, 160);
        Array.Clear(columns[4], 80, 80);
        for (var t = 0; t < 80; t++)
        {
            columns[4][t] += 1;
        }

        var study = Cscv.Of(columns);

        Assert.True(study.InSample[0] > 0.5);
        Assert.Equal(0d, study.OutOfSample[0]);
        Assert.All(study.Logits, logit => Assert.True(double.IsFinite(logit)));
    }

    [Fact]
    public void A_thousand_variants_take_seconds_at_most()
    {
        var columns = NoiseField.Columns(3, 1_000, 1_000);
        var watch = Stopwatch.StartNew();
        var study = Cscv.Of(columns);

        Assert.Equal(12_870, study.Logits.Count);
        Assert.InRange(study.Probability, 0.01, 0.99);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    static double Ratio(ReadOnlySpan<double> returns) => Moments.Mean(returns) / Moments.Deviation(returns);
}
