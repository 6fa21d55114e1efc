namespace Workbench.Core.Tests.Indicators;

public sealed class RollingTests
{
    [Fact]
    public void What_left_the_window_leaves_no_rounding_behind()
    {
        // A running sum that subtracts would be off by the spikes' last digits for ever.
        double[] closes = [.. Enumerable.Range(0, 1000).Select(i => i == 100 ? 9e8 : 0.000_01 * (1 + i % 7))];
        var prices = new Series(closes, closes, closes, closes, closes);
        var (late, fresh) = (new Wma(50), new Wma(50));
        var deviation = new StandardDeviation(7);
        for (var i = 0; i < closes.Length; i++)
        {
            late.Update(prices.BarAt(i));
            deviation.Update(prices.BarAt(i));
            if (i >= 950)
            {
                fresh.Update(prices.BarAt(i));
            }
        }

        Assert.Equal(fresh.Value, late.Value, 1e-19);
        Assert.Equal(0.000_02, deviation.Value, 1e-17);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_length_below_one_is_refused(int length)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Wma(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rma(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WilliamsR(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Bollinger(length));
    }
}
