namespace Workbench.Core.Tests.Door;

public sealed class SkimTests
{
    [Fact]
    public void Skimming_and_walking_a_tape_come_to_the_same_run()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var ticks = RandomWalk.Ticks(seed, 2_000);
            var rule = seed % 2 == 0 ? LimitFillRule.Through : LimitFillRule.Touch;

            Same(seed, Given.Usd with { LimitFill = rule, Commission = new CommissionSchedule { Rate = 0.00002m, Minimum = 0.1m } }, () => [Tapes.Ticks(Given.EurUsd, ticks)], Given.EurUsd);
        }
    }

    [Fact]
    public void Skimming_and_walking_two_tapes_and_rates_come_to_the_same_run()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var eur = RandomWalk.Ticks(seed, 1_000);
            var pounds = RandomWalk.Ticks(seed + 500, 1_000, start: 180_000);
            var rates = RandomWalk.Ticks(seed + 900, 1_500, start: 145_000, from: Given.Monday - UtcNanos.Hour);

            Same(seed, Given.Usd, () => [Tapes.Ticks(Given.UsdJpy, rates, ratesOnly: true), Tapes.Ticks(Given.EurUsd, eur), Tapes.Ticks(Given.GbpJpy, pounds)], Given.EurUsd, Given.GbpJpy);
        }
    }

    static void Same(int seed, RunConfig config, Func<Tape[]> tapes, params Instrument[] traded)
    {
        var (skimmed, short_) = Play.Run(config, Erratic.Unseeing(seed, traded), tapes());
        var (walked, long_) = Play.Run(config, Erratic.Seeing(seed, null, traded), tapes());
        var message = $"seed {seed}";

        Assert.True(skimmed.Fills > 0, message);
        Assert.True(walked.EventLogHash == skimmed.EventLogHash, message);
        Assert.True(long_.Fills.SequenceEqual(short_.Fills), message);
        Assert.True(long_.Trades.SequenceEqual(short_.Trades), message);
        Assert.True(long_.Points.SequenceEqual(short_.Points), message);
        Assert.True(long_.Days.SequenceEqual(short_.Days), message);
        Assert.True(long_.Candles.Select(candle => candle.Bar).SequenceEqual(short_.Candles.Select(candle => candle.Bar)), message);
        Assert.True(
            (walked.MinEquity, walked.MaxEquity, walked.MaxDrawdown, walked.Events, walked.Costs) ==
            (skimmed.MinEquity, skimmed.MaxEquity, skimmed.MaxDrawdown, skimmed.Events, skimmed.Costs), message);
        Assert.True((walked.TimeInMarket, walked.AverageLeverage, walked.MaxLeverage) == (skimmed.TimeInMarket, skimmed.AverageLeverage, skimmed.MaxLeverage), message);
    }
}
