using Workbench.Research.Luck;

namespace Workbench.Research.Tests.Luck;

/// <summary>Examples that papers print or that were computed independently for these formulas.</summary>
public sealed class WorkedExampleTests
{
    // Data of Bailey and López de Prado 2012, used again in the paper of 2025.
    const double Ratio = 0.45569620253164556;
    const double Skewness = -2.448;
    const double Kurtosis = 10.164;

    [Theory, InlineData(0, 0.987207261261433), InlineData(0.1, 0.9391476251031433)]
    public void Odds_with_the_error_under_the_null_equal_the_example_of_2025(double target, double expected) =>
        Assert.Equal(expected, SharpeOdds.ProbabilisticUnderNull(Ratio, 24, Skewness, Kurtosis, target).Value!.Value, 1e-12);

    [Fact]
    public void The_minimum_track_record_equals_both_forms()
    {
        Assert.Equal(34.76135780432688, SharpeOdds.MinimumTrackRecord(Ratio, Skewness, Kurtosis, 0d).Value!.Value, 1e-9);
        Assert.Equal(13.02877831559373, SharpeOdds.MinimumTrackRecordUnderNull(Ratio, Skewness, Kurtosis, 0d).Value!.Value, 1e-9);
    }

    [Theory, InlineData(252, 2.7309842751596634), InlineData(52, 2.828833586945237), InlineData(12, 3.239800696444647)]
    public void Years_to_tell_a_ratio_of_two_from_one(double periods, double expected)
    {
        var root = Math.Sqrt(periods);
        Assert.Equal(expected, SharpeOdds.MinimumTrackRecord(2 / root, 0, 3, 1 / root).Value!.Value / periods, 1e-9);
    }

    [Theory]
    [InlineData(2, 0.5197553442805939), InlineData(5, 1.1925940010147893), InlineData(10, 1.57459830134575), InlineData(45, 2.2356401777664052)]
    [InlineData(100, 2.5306028932016846), InlineData(1_000, 3.255121513652723), InlineData(10_000, 3.86066485551044), InlineData(100_000, 4.390828742376489)]
    public void The_best_of_so_many_normals(double count, double expected) => Assert.Equal(expected, SharpeOdds.ExpectedMaximum(count, 1d), 1e-9);

    [Fact]
    public void Less_than_two_trials_expect_nothing_and_never_less()
    {
        Assert.Equal(0d, SharpeOdds.ExpectedMaximum(1d, 1d));
        Assert.Equal(0d, SharpeOdds.ExpectedMaximum(1.2, 1d));
    }

    [Theory, InlineData(100, -3, 10, 0.9003968344493903), InlineData(46, -3, 10, 0.9505017068755787), InlineData(88, 0, 3, 0.9504908166760139)]
    public void The_deflated_ratio_equals_the_example_of_2014(double count, double skewness, double kurtosis, double expected)
    {
        var winner = new Winner(2.5 / Math.Sqrt(250), 1_250, skewness, kurtosis, 0d);
        Assert.Equal(expected, winner.Above(SharpeOdds.ExpectedMaximum(count, 0.5 / 250)).Value!.Value, 1e-9);
    }

    [Theory, InlineData(45, 4.998087004443404), InlineData(46, 5.036302717997626), InlineData(10, 2.4793598)]
    public void Five_years_allow_forty_five_trials(double count, double expected)
    {
        Assert.Equal(expected, SharpeOdds.MinimumBacktestYears(count, 1d), 1e-7);
        Assert.Equal(expected / 4, SharpeOdds.MinimumBacktestYears(count, 2d), 1e-7);
        Assert.True(expected < 2 * Math.Log(count));
    }

    [Theory, InlineData(0.329, -2.448, 10.164), InlineData(0.214, 0, 3)]
    public void The_standard_error_is_that_of_the_paper(double expected, double skewness, double kurtosis) =>
        Assert.Equal(expected, SharpeError.Of(0.036 / 0.079, 24, skewness, kurtosis).Value!.Value, 5e-4);

    [Fact]
    public void Returns_that_follow_each_other_leave_a_larger_error() =>
        Assert.Equal(Math.Sqrt((1 + 2 * 0.2 / 0.8 + (1 + 2 * 0.04 / 0.96) / 2 * 0.01) / 100), SharpeError.Of(0.1, 100, 0, 3, 0.2).Value!.Value, 1e-12);

    [Theory, InlineData(12, 0.912), InlineData(52, 0.906), InlineData(4, 0.928)]
    public void The_annual_factor_is_that_of_the_paper(double periods, double expected) => Assert.Equal(expected, SharpeError.AnnualFactor(0.1, periods), 5e-4);

    [Fact]
    public void Returns_that_turn_back_make_a_year_less_risky_whatever_a_year_is() => Assert.InRange(SharpeError.AnnualFactor(-0.2, 259.7), 1.2, 1.25);

    [Fact]
    public void Harvey_and_Liu_s_hundred_tests()
    {
        var factor = SharpeError.AnnualFactor(0.1, 12);
        var p = Haircuts.TwoSided(factor / Math.Sqrt(12), 120);

        Assert.Equal(0.9122454608392983, factor, 1e-12);
        Assert.Equal(0.0046512300015943975, p, 1e-12);
        Assert.Equal(0.46512300015943975, Corrections.Bonferroni(p, 100), 1e-10);
    }

    [Fact]
    public void Harvey_and_Liu_s_ratio_of_three_quarters_among_two_hundred()
    {
        const int Months = 240;
        var t = 0.75 / Math.Sqrt(12) * Math.Sqrt(Months);
        double Left(double tail) => tail / Math.Sqrt(Months) * Math.Sqrt(12);

        // The paper rounds to 0.32 and takes a normal; Student's tails are thicker and cut more.
        Assert.Equal(0.324, Left(-Gauss.Quantile(Corrections.Sidak(2 * Gauss.Below(-t), 200) / 2)), 5e-4);
        Assert.InRange(Left(Student.Quantile(Corrections.Sidak(Student.Beyond(t, Months - 1), 200), Months - 1)), 0.3, 0.324);
    }

    [Fact]
    public void Holm_and_Yekutieli_on_six_tests()
    {
        double[] p = [0.005, 0.009, 0.0128, 0.0135, 0.045, 0.06];
        Near([0.03, 0.045, 0.0512, 0.0512, 0.09, 0.09], Corrections.Holm(p, 6));
        Near([0.0496125, 0.0496125, 0.0496125, 0.0496125, 0.1323, 0.147], Corrections.Yekutieli(p, 6));

        // The same whatever the order, and stricter where tests are missing.
        Near([0.09, 0.0512, 0.03], [.. Corrections.Holm([0.06, 0.0128, 0.005, 0.0135, 0.009, 0.045], 6).Take(3)]);
        Assert.True(Corrections.Yekutieli(p, 60)[0] > 0.0496125);
    }

    [Fact]
    public void A_small_chance_keeps_its_digits_through_many_tests() => Assert.Equal(1e-12, Corrections.Sidak(1e-18, 1e6), 1e-22);

    [Theory, InlineData(0.5, 5), InlineData(0.05, 30), InlineData(1e-9, 119), InlineData(0.999, 511)]
    public void Student_s_quantile_undoes_his_tail(double chance, double freedom) =>
        Assert.Equal(chance, Student.Beyond(Student.Quantile(chance, freedom), freedom), chance * 1e-10);

    static void Near(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
