using Workbench.Research.Compare;

namespace Workbench.Research.Tests;

public sealed class PairedBootstrapTests
{
    static double[] Noise(long seed, int count, double drift = 0d)
    {
        var dice = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => drift + 0.01 * (dice.NextDouble() + dice.NextDouble() + dice.NextDouble() - 1.5))];
    }

    static PairedBootstrap Of(IReadOnlyList<double[]> columns, double block = 5, long seed = 1) => new(columns, 252, block, 999, seed);

    [Fact]
    public void One_is_no_different_from_its_own_copy()
    {
        var one = Noise(1, 300);

        var difference = Of([one, [.. one]]).Sharpe(1, 0);

        Assert.Equal<double?>([0d, 0d, 0d], [difference.Value.Value, difference.Low, difference.High]);
        Assert.False(difference.IsSignificant);
    }

    [Fact]
    public void What_moves_both_falls_out()
    {
        var market = Noise(2, 400);
        double[] better = [.. market.Zip(Noise(3, 400), (shared, own) => shared + 0.02 * own + 0.0004)];

        var difference = Of([market, better]).Mean(1, 0);

        Assert.True(difference.IsSignificant, $"{difference.Low} to {difference.High}");
        Assert.InRange(difference.Value.Value!.Value, difference.Low!.Value, difference.High!.Value);
        Assert.InRange(difference.P!.Value, 0d, 0.01);
    }

    [Fact]
    public void Between_equals_nineteen_intervals_of_twenty_hold_zero()
    {
        var outside = Enumerable.Range(0, 100).Count(study => new PairedBootstrap([Noise(2 * study + 11, 250), Noise(2 * study + 12, 250)], 252, 1, 300, study).Sharpe(1, 0).IsSignificant);

        // 5 % of 100 is 5; 99 % of such counts lie below 12.
        Assert.InRange(outside, 0, 12);
    }

    [Fact]
    public void The_seed_alone_decides()
    {
        double[][] columns = [Noise(4, 200), Noise(5, 200)];

        Assert.Equal(Of(columns).Sharpe(1, 0), Of(columns).Sharpe(1, 0));
        Assert.NotEqual(Of(columns).Sharpe(1, 0).Low, Of(columns, seed: 2).Sharpe(1, 0).Low);
    }

    [Fact]
    public void Of_one_that_never_moved_the_reason_is_told()
    {
        var difference = Of([Noise(6, 100), new double[100]]).Sharpe(1, 0);

        Assert.Null(difference.Value.Value);
        Assert.Equal("one of the two never moved", difference.Value.Reason);
    }
}
