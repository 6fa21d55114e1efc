using Workbench.Core;

namespace Workbench.Research.Tests;

public sealed class CurveTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_thinned_line_has_at_most_four_thousand_points_and_keeps_every_peak(long seed)
    {
        var dice = new SeededRandom(seed);
        var count = 4_001 + dice.Next(100_000);
        var times = Enumerable.Range(0, count).Select(i => i * UtcNanos.Second).ToArray();
        var at = 0d;
        var values = times.Select(_ => at += dice.NextDouble() - 0.5).ToArray();

        var thin = Curve.Thin(times, values);

        Assert.InRange(thin.Values.Count, 1_000, Curve.MostPoints);
        Assert.Equal((values.Min(), values.Max()), (thin.Values.Min(), thin.Values.Max()));
        Assert.Equal((values[0], values[^1]), (thin.Values[0], thin.Values[^1]));
        Assert.True(thin.Times.Zip(thin.Times.Skip(1)).All(pair => pair.First < pair.Second), $"seed {seed}: times do not rise");
        Assert.Equal(Deepest(times, values), Deepest([.. thin.Times], [.. thin.Values]));
    }

    [Fact]
    public void A_short_line_is_left_alone()
    {
        var thin = Curve.Thin([1_000_000, 2_000_000], [5, 4]);

        Assert.Equal([1L, 2L], thin.Times);
        Assert.Equal([5d, 4d], thin.Values);
    }

    [Fact]
    public void Candles_are_merged_and_keep_open_high_low_and_close()
    {
        var report = SyntheticRun.Make(seed: 5, candles: 9_000, turnEvery: 50);
        var chart = Assert.Single(report.Curves.Charts);

        Assert.Equal(3_000, chart.Times.Count);
        Assert.All(Enumerable.Range(0, 3_000), i =>
        {
            Assert.True(chart.High[i] >= Math.Max(chart.Open[i], chart.Close[i]) && chart.Low[i] <= Math.Min(chart.Open[i], chart.Close[i]));
            Assert.True(i == 0 || chart.Open[i] == chart.Close[i - 1]);
        });
        Assert.Equal(["SMA(10)", "SMA(30)"], chart.Indicators.Select(line => line.Name));
    }

    static double Deepest(long[] times, double[] values) =>
        DrawdownFormulas.Find(times, [.. values.Select(value => value + 1e6)]).Max(span => span.Depth);
}
