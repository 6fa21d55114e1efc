namespace Workbench.Core.Tests.Risk;

public sealed class AlertsTests
{
    [Fact]
    public void A_figure_is_told_once_on_each_side_of_its_limit_and_again_only_after_it_was_back()
    {
        var desk = new Desk { Terms = new RiskTerms { InAll = new RiskLimits { GrossLeverage = new(2m, RiskAction.Warn, WarnAt: 0.9m) } } }.At(0, self => self.Sell(850m));
        desk.Run(100_000, 100_000, 142_000, 141_000, 146_000, 145_000, 146_000, 120_000, 142_000);

        // Short 850 at 1.00 are 1.88 times equity at 1.42, 1.84 at 1.41, 2.04 at 1.46, 1.996 at 1.45, 1.23 at 1.20.
        Assert.Equal(
            [(RiskLevel.Warning, Given.At(9, 2)), (RiskLevel.Critical, Given.At(9, 4)), (RiskLevel.Info, Given.At(9, 7)), (RiskLevel.Warning, Given.At(9, 8))],
            desk.Sink.Alerts.Select(said => (said.Level, said.Time)));
    }

    [Fact]
    public void A_position_worth_too_much_warns_then_blocks_entries_and_lets_them_in_again()
    {
        var desk = new Desk { Terms = new RiskTerms { Each = new RiskLimits { PositionNotional = new(1_000m) } } }
            .At(0, self => self.Buy(700m, tag: "first"))
            .At(3, self => self.Buy(1m, tag: "while it is beyond"))
            .At(4, self => self.Buy(1m, tag: "while it is only near"))
            .At(5, self => self.Buy(1m, tag: "when it is back"));
        desk.Run(100_000, 100_000, 120_000, 150_000, 120_000, 110_000, 110_000, 150_000);

        Assert.Equal([("first", RejectReason.None), ("while it is beyond", RejectReason.RiskLimit), ("while it is only near", RejectReason.EntriesBlocked), ("when it is back", RejectReason.None)], desk.Fates);
        Assert.Equal(
            [
                (RiskLevel.Warning, RiskRule.PositionNotional, RiskAction.Warn), (RiskLevel.Critical, RiskRule.PositionNotional, RiskAction.BlockEntries),
                (RiskLevel.Info, RiskRule.PositionNotional, RiskAction.Warn), (RiskLevel.Critical, RiskRule.PositionNotional, RiskAction.BlockEntries),
            ],
            desk.Said);
        var critical = desk.Sink.Alerts[1];
        Assert.Equal((Given.At(9, 3), 1_050m, 1_000m, "EURUSD", "position value of EURUSD is 1050, and its limit is 1000"), (critical.Time, critical.Figure, critical.Limit, critical.Instrument, critical.Reason));
    }

    [Fact]
    public void Reduce_takes_the_position_back_within_its_limit_in_whole_lots()
    {
        var desk = new Desk { Terms = new RiskTerms { Each = new RiskLimits { PositionNotional = new(1_000m, RiskAction.Reduce) } } }.At(0, self => self.Buy(700m));
        desk.Run(100_000, 100_000, 150_000, 150_000, 150_000, 150_000);

        Assert.Equal([700m, 666m], desk.Sink.Fills.Select(fill => fill.PositionAfter));
        Assert.Equal(("risk position value", ExitReason.Risk), (desk.Sink.Trades[0].ExitTag, desk.Sink.Trades[0].ExitReason));
    }

    [Fact]
    public void A_loss_of_the_day_closes_everything_and_the_next_day_begins_anew()
    {
        var desk = new Desk { Terms = new RiskTerms { DailyLoss = new(0.05m) } }
            .At(0, self =>
            {
                self.Buy(1_000m, tag: "entry");
                self.BuyLimit(10m, 0.5m, tag: "waits");
            })
            .At(3, self => self.Buy(1m, tag: "the same day"));
        var result = desk.Run(100_000, 100_000, 95_000, 94_900, 94_900, 94_900);

        Assert.Equal([("entry", RejectReason.None), ("waits", RejectReason.None), ("risk loss of the day", RejectReason.None), ("the same day", RejectReason.EntriesBlocked)], desk.Fates);
        Assert.Equal((0m, Given.At(9, 3)), (desk.Held, desk.Sink.Fills[^1].Time));
        Assert.Equal(OrdStatus.Canceled, desk.Sink.Orders.Single(order => order.Tag == "waits").Status);
        Assert.Equal([(RiskLevel.Critical, RiskRule.DailyLoss, RiskAction.Close)], desk.Said);
        Assert.Equal(949m, result.EndEquity);
    }

    [Fact]
    public void A_loss_of_yesterday_is_none_of_today()
    {
        var acts = new List<(long, RejectReason)>();
        var strategy = new TickScripted
        {
            Ticked = (self, tick) => self.Buy(tick.TimeNanos == Given.At(9) ? 1_000m : 1m),
            Executed = (self, order, report) =>
            {
                if (report.ExecType == ExecType.Rejected)
                {
                    acts.Add((order.SentNanos, order.RejectReason));
                }
            },
        };
        var config = Given.Usd with { Cash = 1_000m, Risk = new RiskTerms { DailyLoss = new(0.05m) } };
        var (_, sink) = Play.Run(config, strategy, Tapes.Ticks(Given.EurUsd, [
            new(Given.At(9), 100_000, 100_000), new(Given.At(9, 1), 100_000, 100_000), new(Given.At(10), 90_000, 90_000), new(Given.At(11), 90_000, 90_000), new(Given.At(25), 90_000, 90_000), new(Given.At(26), 90_000, 90_000)]));

        Assert.Equal([(Given.At(10), RejectReason.EntriesBlocked), (Given.At(11), RejectReason.EntriesBlocked)], acts);
        Assert.Equal([RiskLevel.Critical, RiskLevel.Info], sink.Alerts.Select(said => said.Level));
    }

    [Fact]
    public void A_drawdown_that_kills_leaves_nothing_open_and_takes_no_order_any_more()
    {
        var desk = new Desk { Terms = new RiskTerms { Drawdown = new(0.1m, RiskAction.Kill) } }
            .At(0, self => self.Buy(1_000m, tag: "entry")).At(1, self => self.SellStop(1_000m, 0.5m, tag: "stop"))
            .At(4, self => self.Buy(1m, tag: "entry later")).At(5, self => self.Send(NewOrder.Market(Side.Sell, 1m) with { ReduceOnly = true, Tag = "exit later" }));
        desk.Run(100_000, 100_000, 120_000, 108_100, 107_900, 107_900, 107_900);

        Assert.Equal([("entry", RejectReason.None), ("stop", RejectReason.None), ("kill", RejectReason.None), ("entry later", RejectReason.Killed), ("exit later", RejectReason.Killed)], desk.Fates);
        Assert.Equal(0m, desk.Held);
        Assert.Equal(
            [(RiskLevel.Warning, RiskRule.Drawdown, RiskAction.Warn), (RiskLevel.Critical, RiskRule.Drawdown, RiskAction.Kill), (RiskLevel.Critical, RiskRule.Command, RiskAction.Kill)], desk.Said);
    }

    [Fact]
    public void A_script_that_runs_wild_is_stopped_by_its_order_rate_where_that_kills()
    {
        var desk = new Desk { Terms = new RiskTerms { InAll = new RiskLimits { OrderRate = new(3m, RiskAction.Kill) } } }
            .At(0, self =>
            {
                for (var i = 0; i < 10; i++)
                {
                    self.Buy(1m);
                }
            });
        desk.Run(100_000, 100_000, 100_000, 100_000);

        Assert.Equal([.. Enumerable.Repeat(RejectReason.None, 3), .. Enumerable.Repeat(RejectReason.RiskLimit, 7)], desk.Fates.Take(10).Select(fate => fate.Reason));
        Assert.Equal(0m, desk.Held);
        Assert.Contains(desk.Said, said => said == (RiskLevel.Critical, RiskRule.OrderRate, RiskAction.Kill));
    }

    [Fact]
    public void Alerts_stand_in_the_log_and_change_nothing_of_a_run_that_has_no_limits()
    {
        Desk Trading(RiskTerms terms) => new Desk { Terms = terms }.At(0, self => self.Buy(700m)).At(3, self => self.Sell(700m));
        long[] bids = [100_000, 100_000, 150_000, 150_000, 150_000];
        Desk free = Trading(RiskTerms.None), wide = Trading(new RiskTerms { Drawdown = new(0.99m) }), near = Trading(new RiskTerms { Each = new RiskLimits { PositionNotional = new(1_000m, RiskAction.Warn) } });
        var hash = free.Run(bids).EventLogHash;

        Assert.Equal(hash, wide.Run(bids).EventLogHash);
        Assert.NotEqual(hash, near.Run(bids).EventLogHash);
        Assert.Contains(RecordKind.Alert, near.Kinds);
        Assert.DoesNotContain(RecordKind.Alert, free.Kinds);
    }
}
