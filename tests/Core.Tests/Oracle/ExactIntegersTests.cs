namespace Workbench.Core.Tests.Oracle;

public sealed class ExactIntegersTests
{
    static readonly RunConfig Config = Given.Usd with
    {
        Cash = 100_000m,
        Commission = new CommissionSchedule { Rate = 0.00002m },
        Range = new TimeRange(Given.Monday, Given.Monday + 800 * UtcNanos.Day),
    };

    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(2, 5_000)]
    [InlineData(3, 5_000)]
    [InlineData(4, 31)]
    [InlineData(5, 29)]
    public void A_run_over_bars_equals_whole_numbers_to_the_last_digit(int seed, int count)
    {
        var bars = RandomWalk.Bars(seed, count, UtcNanos.Minute, pauses: seed > 1);
        var oracle = new ExactCross(10, 30, 1000, 5, 100_000);
        foreach (var bar in bars)
        {
            oracle.Price(bar.O, bar.O);
            oracle.Close(bar.C);
        }

        var (result, sink) = Play.Run(Config, new CrossStrategy(10, 30, 1000m, Bars.Minutes(1)), Tapes.Bars(Given.EurUsd, Bars.Minutes(1), bars));

        Assert.Equal(count, result.Events);
        Assert.Equal(oracle.Orders, result.Orders.Submitted);
        Assert.Equal(oracle.Fills, result.Fills);
        Assert.Equal(oracle.Equity(bars[^1].C, bars[^1].C), Exact.Text(result.EndEquity));
        Assert.Equal(sink.Chain, result.EventLogHash);
        Assert.True(count < 100 || result.Fills > count / 200, $"seed {seed}: a walk that never crosses tests nothing");
    }

    [Theory]
    [InlineData(11, 60_000)]
    [InlineData(12, 60_000)]
    [InlineData(13, 20_000)]
    public void A_run_over_ticks_equals_whole_numbers_to_the_last_digit(int seed, int count)
    {
        var ticks = RandomWalk.Ticks(seed, count);
        var oracle = new ExactCross(7, 19, 1000, 5, 100_000);
        foreach (var tick in ticks)
        {
            oracle.Price(tick.Bid, tick.Ask);
            oracle.Close(tick.Bid + tick.Ask);
        }

        var (result, _) = Play.Run(Config, new CrossStrategy(7, 19, 1000m, Bars.Tick), Tapes.Ticks(Given.EurUsd, ticks));

        Agree(oracle, ticks[^1], result);
    }

    [Theory]
    [InlineData(21, 60_000)]
    [InlineData(22, 60_000)]
    [InlineData(23, 20_000)]
    public void A_run_over_minutes_built_of_ticks_equals_whole_numbers_to_the_last_digit(int seed, int count)
    {
        var ticks = RandomWalk.Ticks(seed, count);
        var oracle = new ExactCross(10, 30, 1000, 5, 100_000);
        for (var i = 0; i < ticks.Length; i++)
        {
            // A minute is closed by the first tick of a later one, and that tick is the first event after.
            if (i > 0 && ticks[i].Time / UtcNanos.Minute != ticks[i - 1].Time / UtcNanos.Minute)
            {
                oracle.Close(ticks[i - 1].Bid + ticks[i - 1].Ask);
            }

            oracle.Price(ticks[i].Bid, ticks[i].Ask);
        }

        var config = Config with { Range = new TimeRange(Given.Monday, ticks[^1].Time + 1) };
        var (result, _) = Play.Run(config, new CrossStrategy(10, 30, 1000m, Bars.Minutes(1)), Tapes.Ticks(Given.EurUsd, ticks));

        Agree(oracle, ticks[^1], result);
    }

    static void Agree(ExactCross oracle, TickRow last, RunResult result)
    {
        Assert.Equal(oracle.Orders, result.Orders.Submitted);
        Assert.Equal(oracle.Fills, result.Fills);
        Assert.Equal(oracle.Equity(last.Bid, last.Ask), Exact.Text(result.EndEquity));
        Assert.True(result.Fills > 100, "a walk that never crosses tests nothing");
    }
}
