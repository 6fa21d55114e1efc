using Workbench.Core.Tests.Indicators;

namespace Workbench.Core.Tests.Risk;

public sealed class StopsTests
{
    [Theory]
    [InlineData(1, 30)]
    public void Stops_stand_where_their_definitions_say_and_never_go_back(int from, int count)
    {
        for (var seed = from; seed < from + count; seed++)
        {
            var series = Series.Random(seed, 200);
            var (atr, change) = (series.Atr(5), series.Close.Minus(series.Close.Ago(1)));
            var deviation = change.Windows(5, w => Math.Sqrt(w.Average(x => x * x) - w.Average() * w.Average()));
            Follow(new AtrStop(5, 2d), series, series.Close.Minus(atr.Times(2d)), series.Close.Plus(atr.Times(2d)), seed);
            Follow(new ChandelierStop(5, 2d), series, series.High.Max(5).Minus(atr.Times(2d)), series.Low.Min(5).Plus(atr.Times(2d)), seed);
            Follow(new VolatilityStop(5, 2d), series, series.Close.Minus(deviation.Times(2d)), series.Close.Plus(deviation.Times(2d)), seed);
        }
    }

    static void Follow(DynamicStop stop, Series series, double[] longs, double[] shorts, int seed)
    {
        var dice = new SeededRandom(seed);
        var (side, level) = (default(Side), double.NaN);
        for (var i = 0; i < series.Count; i++)
        {
            stop.Update(series.BarAt(i));
            var wanted = side == Side.Buy ? longs[i] : side == Side.Sell ? shorts[i] : double.NaN;
            level = double.IsNaN(level) ? wanted : side == Side.Buy ? Math.Max(level, wanted) : Math.Min(level, wanted);
            Same(longs[i], stop.Long);
            Same(shorts[i], stop.Short);
            Same(level, stop.Level);
            if (dice.Next(12) == 0)
            {
                side = (Side)dice.Next(3);
                if (side == default)
                {
                    stop.Release();
                }
                else
                {
                    stop.Follow(side);
                }

                level = side == Side.Buy ? longs[i] : side == Side.Sell ? shorts[i] : double.NaN;
            }

            void Same(double naive, double ours) =>
                Assert.True(double.IsNaN(naive) ? double.IsNaN(ours) : Math.Abs(naive - ours) < 1e-6, $"seed {seed}, {stop} at bar {i}: {ours} and not {naive}");
        }
    }
}
