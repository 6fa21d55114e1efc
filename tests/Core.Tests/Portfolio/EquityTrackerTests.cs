using Workbench.Core.Tests.Oracle;

namespace Workbench.Core.Tests.Portfolio;

public sealed class EquityTrackerTests
{
    static readonly RunConfig Config = Given.Usd with { Commission = new CommissionSchedule { Rate = 0.00003m } };

    public static TheoryData<int> Seeds(int from, int count) => [.. Enumerable.Range(from, count)];

    [Theory]
    [MemberData(nameof(Seeds), 1, 25)]
    public void Extremes_of_equity_are_those_of_every_tick(int seed)
    {
        var ticks = RandomWalk.Ticks(seed, 2_000, distinct: true);

        Agree(seed, Config, [(Given.EurUsd, ticks, false)], Given.EurUsd);
    }

    [Theory]
    [MemberData(nameof(Seeds), 100, 20)]
    public void Extremes_over_two_markets_are_those_of_every_tick_of_both(int seed)
    {
        var eur = RandomWalk.Ticks(seed, 2_000, distinct: true);
        var jpy = RandomWalk.Ticks(seed + 1_000, 2_000, start: 145_000, distinct: true, offset: 5);

        Agree(seed, Config, [(Given.EurUsd, eur, false), (Given.UsdJpy, jpy, false)], Given.EurUsd, Given.UsdJpy);
    }

    [Theory]
    [MemberData(nameof(Seeds), 213, 25)]
    public void Extremes_count_the_ticks_of_a_tape_that_only_converts(int seed)
    {
        var rates = RandomWalk.Ticks(seed + 1_000, 4_000, start: 145_000, from: Given.Monday - UtcNanos.Hour, distinct: true, offset: 5);
        var pounds = RandomWalk.Ticks(seed, 2_000, start: 180_000, distinct: true);

        Agree(seed, Config, [(Given.GbpJpy, pounds, false), (Given.UsdJpy, rates, true)], Given.GbpJpy);
    }

    static void Agree(int seed, RunConfig config, (Instrument Instrument, TickRow[] Ticks, bool RatesOnly)[] tapes, params Instrument[] traded)
    {
        foreach (Strategy strategy in (Strategy[])[Erratic.Unseeing(seed, traded), Erratic.Seeing(seed, null, traded)])
        {
            var (result, sink) = Play.Run(config, strategy, [.. tapes.Select(tape => Tapes.Ticks(tape.Instrument, tape.Ticks, ratesOnly: tape.RatesOnly))]);
            var ledger = new Ledger(config.Cash, config.Currency, [.. tapes.Select(tape => (tape.Instrument, tape.Ticks))]);
            ledger.Run(sink.Fills);

            Assert.True(sink.Fills.Count > 5, $"seed {seed}: only {sink.Fills.Count} fills");
            Assert.Equal(ledger.Equity, result.EndEquity, 18);
            Assert.Equal(ledger.Min, result.MinEquity, 18);
            Assert.Equal(ledger.Max, result.MaxEquity, 18);
            Assert.Equal((double)ledger.DeepestShare, result.MaxDrawdown.Share, 1e-14);
            Assert.Equal(ledger.DeepestMoney, result.MaxDrawdown.Money, 12);
        }
    }
}
