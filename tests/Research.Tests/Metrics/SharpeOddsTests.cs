namespace Workbench.Research.Tests;

/// <summary>Worked examples of the papers, computed independently (numpy and scipy) where the papers round.</summary>
public sealed class SharpeOddsTests
{
    [Theory]
    [InlineData(0, -2.448, 10.164, 0.9127093395948954)]
    [InlineData(0.1, -2.448, 10.164, 0.8553606185907747)]
    [InlineData(0, 0, 3, 0.9812427223085144)]
    public void Odds_equal_the_example_of_2012(double target, double skewness, double kurtosis, double expected) =>
        Assert.Equal(expected, SharpeOdds.Probabilistic(0.45569620253164556, 24, skewness, kurtosis, target).Value!.Value, 1e-12);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0.5197553442805939)]
    [InlineData(10, 1.57459830134575)]
    [InlineData(1000, 3.255121513652723)]
    public void Expected_maximum_of_worthless_variants_grows_with_their_number(int count, double expected) =>
        Assert.Equal(expected, SharpeOdds.ExpectedMaximum(new VariantsTried(count, 1)), 1e-12);

    [Fact]
    public void Deflated_odds_equal_the_example_of_2014()
    {
        var target = SharpeOdds.ExpectedMaximum(new VariantsTried(100, 0.5 / 250));

        Assert.Equal(0.11317200186513214, target, 1e-12);
        Assert.Equal(0.9003968344493903, SharpeOdds.Probabilistic(2.5 / Math.Sqrt(250), 1250, -3, 10, target).Value!.Value, 1e-12);
    }

    [Fact]
    public void Track_record_equals_the_example_of_2012() =>
        Assert.Equal(34.76135780432688, SharpeOdds.MinimumTrackRecord(0.45569620253164556, -2.448, 10.164).Value!.Value, 1e-9);

    [Fact]
    public void A_loser_has_no_track_record_and_says_why()
    {
        var record = SharpeOdds.MinimumTrackRecord([-0.01, 0.002, -0.004]);

        Assert.Null(record.Value);
        Assert.Equal("the Sharpe ratio is not above zero", record.Reason);
    }

    [Fact]
    public void Moments_without_positive_variance_leave_the_odds_undefined() =>
        Assert.NotNull(SharpeOdds.Probabilistic(1, 100, 3, 3, 0).Reason);
}
