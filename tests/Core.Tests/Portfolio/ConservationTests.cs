namespace Workbench.Core.Tests.Portfolio;

public sealed class ConservationTests
{
    static readonly RunConfig Config = Given.Usd with { Commission = new CommissionSchedule { Rate = 0.00002m, PerUnit = 0.00001m, Fixed = 0.07m, Minimum = 0.5m } };

    [Fact]
    public void Cash_flows_and_the_position_at_the_mark_are_the_equity_to_the_last_digit()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var ticks = RandomWalk.Ticks(seed, 3_000);
            var (result, sink) = Play.Run(Config, Erratic.Unseeing(seed, Given.EurUsd), Tapes.Ticks(Given.EurUsd, ticks));
            var position = sink.Fills.Sum(Signed);
            var cash = Config.Cash - sink.Fills.Sum(fill => Signed(fill) * fill.Price + fill.Commission);
            var mark = Given.EurUsd.FromRaw(position < 0m ? ticks[^1].Ask : ticks[^1].Bid);

            Assert.True(sink.Fills.Count > 5, $"seed {seed}");
            Assert.Equal(sink.Fills[^1].PositionAfter, position);
            Assert.Equal(cash + position * mark, result.EndEquity);
            Assert.Equal(position, sink.Trades.Where(trade => trade.IsOpen).Sum(trade => trade.Side == Side.Buy ? trade.Qty : -trade.Qty));
            Assert.Equal(result.EndEquity, sink.Points[^1].Equity);
            Assert.Equal(result.EndEquity, sink.Days[^1].Equity);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Round_trips_and_what_is_open_add_up_to_the_change_of_equity(bool converted)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var (result, sink) = Run(seed, converted);

            // What is open is marked lot by lot, and converted marks are rounded apart; what is closed is booked, and exact.
            Assert.Equal(result.EndEquity - result.StartEquity, sink.Trades.Sum(trade => trade.NetPnl), converted ? 10 : 18);
            Assert.Equal(result.Trades, sink.Trades.Count(trade => !trade.IsOpen));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Costs_of_fills_and_of_round_trips_add_up_to_the_totals(bool converted)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var (result, sink) = Run(seed, converted);

            Assert.Equal(result.Costs, new CostTotals(sink.Fills.Sum(fill => fill.Commission), sink.Fills.Sum(fill => fill.SpreadCost), sink.Fills.Sum(fill => fill.SlippageCost), 0m));
            Assert.Equal(result.Costs.Commission, sink.Trades.Sum(trade => trade.Costs.Commission), 18);
            Assert.Equal(result.Costs.Spread, sink.Trades.Sum(trade => trade.Costs.Spread), 18);
            Assert.All(sink.Fills, fill => Assert.True(fill.Commission >= (converted ? 0.001m : 0.5m)));
        }
    }

    [Fact]
    public void Fills_are_matched_first_in_first_out()
    {
        var step = 0;
        var strategy = new TickScripted
        {
            Ticked = (self, tick) => _ = step++ switch
            {
                0 => self.Buy(1000m, tag: "a"),
                1 => self.Buy(2000m, tag: "b"),
                2 => self.Sell(2500m, tag: "c"),
                3 => self.Sell(1500m, tag: "d"),
                _ => null,
            },
        };
        var (_, sink) = Play.Run(strategy, [.. Enumerable.Range(0, 6).Select(i => new TickRow(Given.At(9, i), 100 + i, 100 + i))]);

        Assert.Equal(
            [("a", "c", 1000m, Side.Buy, false), ("b", "c", 1500m, Side.Buy, false), ("b", "d", 500m, Side.Buy, false), ("d", "", 1000m, Side.Sell, true)],
            sink.Trades.Select(trade => (trade.EntryTag, trade.ExitTag, trade.Qty, trade.Side, trade.IsOpen)));
    }

    [Fact]
    public void Commission_is_rate_and_units_and_fixed_but_at_least_the_minimum()
    {
        var schedule = new CommissionSchedule { Rate = 0.001m, PerUnit = 0.5m, Fixed = 2m, Minimum = 10m };

        Assert.Equal(10m, schedule.For(Given.EurUsd, 1m, 1m));
        Assert.Equal(0.001m * 100 * 1.5m * 7m + 50m + 2m, schedule.For(Given.EurUsd with { ContractSize = 7m }, 100m, 1.5m));
    }

    [Fact]
    public void A_currency_that_nothing_converts_is_refused_before_the_run_and_a_late_rate_within_it()
    {
        TickRow[] ticks = [new(Given.At(9), 180_000, 180_002), new(Given.At(9, 1), 180_000, 180_002)];
        var strategy = new TickScripted { Ticked = (self, _) => self.TargetPosition(1m) };

        Assert.Equal("WB4001", Assert.Throws<WorkbenchException>(() => Play.Run(Given.Usd, strategy, Tapes.Ticks(Given.GbpJpy, ticks))).Code);
        Assert.Equal("WB4002", Assert.Throws<WorkbenchException>(() => Play.Run(
            Given.Usd, strategy, Tapes.Ticks(Given.GbpJpy, ticks), Tapes.Ticks(Given.UsdJpy, [new(Given.At(10), 145_000, 145_001)], ratesOnly: true))).Code);
    }

    static (RunResult Result, RecordingSink Sink) Run(int seed, bool converted)
    {
        var ticks = RandomWalk.Ticks(seed, 2_000, start: 180_000);
        var rates = RandomWalk.Ticks(seed + 700, 2_000, start: 145_000, from: Given.Monday - UtcNanos.Day);
        return converted
            ? Play.Run(Config, Erratic.Unseeing(seed, Given.GbpJpy), Tapes.Ticks(Given.GbpJpy, ticks), Tapes.Ticks(Given.UsdJpy, rates, ratesOnly: true))
            : Play.Run(Config, Erratic.Unseeing(seed, Given.EurUsd), Tapes.Ticks(Given.EurUsd, ticks));
    }

    static decimal Signed(Fill fill) => fill.Side == Side.Buy ? fill.Qty : -fill.Qty;
}
