namespace Workbench.Core.Tests.Simulation;

/// <summary>What quotes and prints beside them do to orders.</summary>
public sealed class QuotesTests
{
    [Fact]
    public void A_print_through_a_resting_limit_fills_it_whatever_the_quotes_say()
    {
        var (_, sink) = Play.Run(
            Given.Usd, TickScripted.Once(self => self.BuyLimit(1_000m, 0.00099m)),
            Tapes.Ticks(Given.EurUsd, [Tick(1, 100, 102), Tick(2, 100, 102), Tick(9, 100, 102)]),
            Tapes.Trades(Given.EurUsd, [new TradeRow(Given.At(9, 0, 3), 99, 5), new TradeRow(Given.At(9, 0, 4), 98, 5)]));

        Assert.Equal((Given.At(9, 0, 4), 0.00099m), (Assert.Single(sink.Fills).Time, sink.Fills[0].Price));
    }

    [Fact]
    public void A_crossed_quote_costs_no_spread()
    {
        var (_, sink) = Play.Run(TickScripted.Once(self => self.Buy(1_000m)), Tick(1, 100, 102), Tick(2, 105, 101));

        Assert.Equal((0.00101m, 0m), (sink.Fills[0].Price, sink.Fills[0].SpreadCost));
    }

    [Fact]
    public void Quoted_sizes_limit_what_a_tick_fills_and_the_rest_waits()
    {
        var (_, sink) = Play.Run(
            Given.Usd with { Liquidity = new QuotedLiquidity() }, TickScripted.Once(self => self.Buy(10m)),
            Tapes.Ticks(Given.EurUsd, [Tick(1, 100, 102), new TickRow(Given.At(9, 0, 2), 100, 102, 7, 4), new TickRow(Given.At(9, 0, 3), 100, 103, 7, 0)]));

        Assert.Equal([(4m, 0.00102m), (6m, 0.00103m)], sink.Fills.Select(fill => (fill.Qty, fill.Price)));
    }

    [Fact]
    public void An_order_meets_the_first_tick_after_it_arrived()
    {
        var config = Given.Usd with { Latency = new ConstantLatency(1_500 * UtcNanos.Millisecond, 0, 0) };
        var (_, sink) = Play.Run(config, TickScripted.Once(self => self.Buy(1_000m)), Tapes.Ticks(Given.EurUsd, [Tick(1, 100, 102), Tick(2, 110, 112), Tick(3, 120, 122)]));

        Assert.Equal(0.00122m, Assert.Single(sink.Fills).Price);
    }

    [Fact]
    public void An_order_at_once_takes_the_quote_in_force_when_it_arrives()
    {
        var config = Given.Usd with { Latency = new ConstantLatency(1_500 * UtcNanos.Millisecond, 0, 0), Arrival = ArrivalRule.AtOnce };
        var (_, sink) = Play.Run(config, TickScripted.Once(self => self.Buy(1_000m)), Tapes.Ticks(Given.EurUsd, [Tick(1, 100, 102), Tick(2, 110, 112), Tick(3, 120, 122)]));

        Assert.Equal((0.00112m, Given.At(9, 0, 2, 500)), (Assert.Single(sink.Fills).Price, sink.Fills[0].Time));
    }

    [Fact]
    public void Whoever_waits_is_a_maker_and_whoever_comes_is_a_taker()
    {
        var added = new List<bool>();
        var strategy = new TickScripted
        {
            Ticked = (self, tick) =>
            {
                if (tick.TimeNanos == Given.At(9, 0, 1))
                {
                    self.BuyLimit(1_000m, 0.00099m);
                    self.Buy(1_000m);
                }
            },
            Executed = (_, _, report) => added.AddRange(report.ExecType == ExecType.Trade ? [report.AddedLiquidity] : []),
        };
        Play.Run(strategy, Tick(1, 100, 102), Tick(2, 100, 102), Tick(3, 97, 98));

        Assert.Equal([false, true], added);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("constant 50ms 40ms 60ms")]
    [InlineData("skewed 20ms 400ms")]
    public void Latency_reads_what_it_writes(string words) => Assert.Equal(words, ModelText.Latency(words).ToString());

    [Theory]
    [InlineData("none")]
    [InlineData("ticks 2")]
    [InlineData("random 0.1 2")]
    [InlineData("volume 0.1")]
    public void Slippage_reads_what_it_writes(string words) => Assert.Equal(words, ModelText.Slippage(words).ToString());

    [Theory]
    [InlineData("slow")]
    [InlineData("constant 5")]
    [InlineData("constant 2d")]
    [InlineData("skewed 40ms 20ms")]
    [InlineData("constant -5ms")]
    public void Latency_that_says_nothing_is_refused(string words) => Assert.Throws<FormatException>(() => ModelText.Latency(words));

    [Fact]
    public void Drawn_latencies_lie_within_their_bounds_and_mostly_near_the_shortest()
    {
        var (model, dice) = (new SkewedLatency(20, 1_020), new SeededRandom(3));
        var drawn = Enumerable.Range(0, 10_000).Select(_ => model.Nanos(OrderMessage.Submit, dice)).Order().ToList();

        Assert.True(drawn[0] >= 20 && drawn[^1] < 1_020 && drawn[5_000] is > 100 and < 190, $"{drawn[0]} {drawn[5_000]} {drawn[^1]}");
    }

    static TickRow Tick(int second, long bid, long ask) => new(Given.At(9, 0, second), bid, ask);
}
