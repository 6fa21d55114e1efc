namespace Workbench.Core.Tests.Indicators;

public sealed class ZigZagTests
{
    [Fact]
    public void A_turn_is_known_on_the_bar_that_proves_it()
    {
        double[] closes = [100, 104, 110, 108, 105, 104, 103, 106, 109, 112];
        var zigzag = new ZigZag(5);
        List<double> shown = [];
        foreach (var (close, i) in closes.Select((close, i) => (close, i)))
        {
            zigzag.Update(Flat(closes).BarAt(i));
            shown.Add(zigzag.Value);
        }

        // 105 is the first step above 100 by five percent; 104.5 lies five percent below 110; 108.15 five above 103.
        Assert.Equal([double.NaN, double.NaN, 100, 100, 100, 110, 110, 110, 103, 103], shown);
        Assert.Equal((1, 112d), (zigzag.Leg, zigzag.Extreme));
    }

    [Fact]
    public void Turns_alternate_and_lie_the_percentage_apart()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var prices = Series.Random(seed, 400);
            var zigzag = new ZigZag(6);
            List<double> turns = [];
            for (var i = 0; i < prices.Count; i++)
            {
                var leg = zigzag.Leg;
                zigzag.Update(prices.BarAt(i));
                if (zigzag.Leg != leg)
                {
                    turns.Add(zigzag.Value * zigzag.Leg);
                }
            }

            Assert.True(turns.Count > 5, $"seed {seed} turns too little");
            foreach (var (one, next) in turns.Zip(turns.Skip(1)))
            {
                Assert.True(Math.Sign(one) != Math.Sign(next), $"seed {seed}");
                // A rise is measured from its low, a fall from its high.
                Assert.True(Math.Abs(one + next) >= 0.06 * Math.Abs(one) - 1e-9, $"seed {seed}: {one} {next}");
            }
        }
    }

    static Series Flat(double[] closes) => new(closes, closes, closes, closes, new double[closes.Length]);
}
