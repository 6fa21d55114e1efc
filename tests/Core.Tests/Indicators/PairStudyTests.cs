using Workbench.Support;

namespace Workbench.Core.Tests.Indicators;

public sealed class PairStudyTests
{
    [SharedDataFact]
    public void Beta_agrees_with_the_table()
    {
        var (market, expected) = Tables.Read("skender:beta", "beta");
        var stock = Tables.Skender("compare");
        var beta = new Beta(50);
        var compared = 0;
        for (var i = 0; i < market.Count; i++)
        {
            beta.Other.Update(market.BarAt(i));
            beta.Update(stock.BarAt(i));
            if (beta.IsReady)
            {
                compared++;
                Assert.Equal(expected[i], beta.Value, 1e-9);
            }
        }

        Assert.Equal(452, compared);
    }

    [SharedDataFact]
    public void Alpha_agrees_with_the_table()
    {
        // Rows alternate: the stock, then the market with the alpha known by it.
        var (rows, expected) = Tables.Read("alpha_indicator_datatest.csv", "Alpha");
        var (stock, market) = (new Series(Every(rows.Open, 0), Every(rows.High, 0), Every(rows.Low, 0), Every(rows.Close, 0), Every(rows.Volume, 0)),
            new Series(Every(rows.Open, 1), Every(rows.High, 1), Every(rows.Low, 1), Every(rows.Close, 1), Every(rows.Volume, 1)));
        var alpha = new Alpha(5);
        var compared = 0;
        for (var i = 0; i < stock.Count; i++)
        {
            Feed(alpha, stock.BarAt(i), market.BarAt(i), true);
            if (alpha.IsReady)
            {
                compared++;
                Assert.Equal(expected[2 * i + 1], alpha.Value, 1e-10);
            }
        }

        Assert.Equal(20, compared);
    }

    [Fact]
    public void Streaming_equals_batch_for_two_instruments()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            Series mine = Series.Random(seed, 200), other = Series.Random(seed + 100, 200);
            var (beta, correlation, alpha) = (new Beta(8), new Correlation(8), new Alpha(8));
            for (var i = 0; i < mine.Count; i++)
            {
                Feed(beta, mine.BarAt(i), other.BarAt(i), i % 2 == 0);
                Feed(correlation, mine.BarAt(i), other.BarAt(i), i % 2 == 0);
                Feed(alpha, mine.BarAt(i), other.BarAt(i), i % 2 == 0);
                Assert.Equal((i >= 8, i >= 7, i >= 8), (beta.IsReady, correlation.IsReady, alpha.IsReady));
                if (beta.IsReady)
                {
                    var (slope, _) = Fit(Returns(other.Close, i, 8), Returns(mine.Close, i, 8));
                    var (_, together) = Fit(other.Close[(i - 7)..(i + 1)], mine.Close[(i - 7)..(i + 1)]);
                    Assert.Equal(slope, beta.Value, 1e-8);
                    Assert.Equal(Returns(mine.Close, i, 8).Average() - slope * Returns(other.Close, i, 8).Average(), alpha.Value, 1e-8);
                    Assert.Equal(together, correlation.Value, 1e-8);
                }
            }
        }
    }

    [Fact]
    public void A_bar_without_its_partner_is_left_out()
    {
        Series mine = Series.Random(1, 60), other = Series.Random(2, 60);
        var (whole, holed) = (new Correlation(10), new Correlation(10));
        for (var i = 0; i < 60; i++)
        {
            var holiday = i % 7 == 3;
            holed.Update(mine.BarAt(i));
            if (!holiday)
            {
                holed.Other.Update(other.BarAt(i));
                Feed(whole, mine.BarAt(i), other.BarAt(i), true);
            }

            Assert.Equal(whole.Value, holed.Value);
        }

        Assert.True(holed.IsReady);
    }

    static void Feed(PairStudy study, Bar mine, Bar other, bool mineFirst)
    {
        if (mineFirst)
        {
            study.Update(mine);
            study.Other.Update(other);
        }
        else
        {
            study.Other.Update(other);
            study.Update(mine);
        }
    }

    static double[] Every(double[] x, int from) => [.. x.Where((_, i) => i % 2 == from)];

    static double[] Returns(double[] x, int end, int n) => [.. Enumerable.Range(end - n + 1, n).Select(i => x[i] / x[i - 1] - 1)];

    static (double Slope, double Correlation) Fit(double[] x, double[] y)
    {
        double[] dx = x.Map(v => v - x.Average()), dy = y.Map(v => v - y.Average());
        double xx = dx.Times(dx).Sum(), yy = dy.Times(dy).Sum(), xy = dx.Times(dy).Sum();
        return (x.Max() == x.Min() ? 0 : xy / xx, x.Max() == x.Min() || y.Max() == y.Min() ? 0 : xy / Math.Sqrt(xx * yy));
    }
}
