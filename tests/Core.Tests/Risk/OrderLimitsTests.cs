namespace Workbench.Core.Tests.Risk;

public sealed class OrderLimitsTests
{
    static readonly long[] Flat = [.. Enumerable.Repeat(100_000L, 8)];

    [Fact]
    public void An_order_larger_than_its_limit_is_refused_with_figure_and_limit()
    {
        var desk = Each(new RiskLimits { OrderQty = new(500m) }).At(0, self => self.Buy(501m, tag: "large")).At(1, self => self.Buy(500m, tag: "fits"));
        desk.Run(Flat);

        Assert.Equal([("large", RejectReason.RiskLimit), ("fits", RejectReason.None)], desk.Fates);
        Assert.Equal("order quantity of EURUSD is 501, and its limit is 500", desk.Sink.Orders.Single(order => order.Tag == "large").Text);
    }

    [Fact]
    public void An_order_worth_more_than_its_limit_in_account_currency_is_refused()
    {
        var desk = new Desk { Terms = new RiskTerms { InAll = new RiskLimits { OrderNotional = new(1_000m) } }, Spread = 1 }
            .At(0, self => self.Buy(1_000m, tag: "at the ask")).At(1, self => self.BuyLimit(1_000m, 0.99m, tag: "below")).At(2, self => self.Buy(999m, tag: "fits"));
        desk.Run(Flat);

        // A limit below the market is valued at the market: a position is worth what the market says.
        Assert.Equal([("at the ask", RejectReason.RiskLimit), ("below", RejectReason.RiskLimit), ("fits", RejectReason.None)], desk.Fates);
    }

    [Fact]
    public void A_position_may_reach_its_limit_and_not_pass_it_with_all_that_works()
    {
        var desk = Each(new RiskLimits { PositionQty = new(300m) })
            .At(0, self => self.BuyLimit(200m, 0.9m, tag: "waits"))
            .At(1, self =>
            {
                self.Buy(101m, tag: "too much");
                self.Buy(100m, tag: "reaches");
            })
            .At(3, self => self.Sell(401m, tag: "turns too far"))
            .At(4, self => self.Sell(400m, tag: "turns"));
        desk.Run(Flat);

        Assert.Equal(
            [("waits", RejectReason.None), ("too much", RejectReason.RiskLimit), ("reaches", RejectReason.None), ("turns too far", RejectReason.RiskLimit), ("turns", RejectReason.None)], desk.Fates);
        Assert.Equal(-300m, desk.Held);
    }

    [Fact]
    public void What_only_makes_a_position_smaller_passes_every_limit_of_size()
    {
        var desk = Each(new RiskLimits { OrderQty = new(100m), PositionQty = new(250m), PositionNotional = new(300m), GrossLeverage = new(0.3m), PriceCollar = new(0.01m) })
            .At(0, self => self.Buy(100m)).At(1, self => self.Buy(100m))
            .At(3, self => self.SellLimit(150m, 1.5m, tag: "far target"))
            .At(4, self => self.Send(NewOrder.Stop(Side.Sell, 200m, 0.5m) with { ReduceOnly = true, Tag = "far stop" }))
            .At(5, self => self.Sell(50m, tag: "exit")).At(6, self => self.Sell(101m, tag: "more than target and exit leave"));
        desk.Run(Flat);

        Assert.Equal([RejectReason.None, RejectReason.None, RejectReason.None, RejectReason.None, RejectReason.None, RejectReason.RiskLimit], desk.Fates.Select(fate => fate.Reason));
    }

    [Fact]
    public void Leverage_counts_an_order_at_its_own_price_or_the_market_whichever_is_more()
    {
        var desk = new Desk { Terms = new RiskTerms { InAll = new RiskLimits { GrossLeverage = new(2m) } } }
            .At(0, self => self.Buy(2_001m, tag: "too much")).At(1, self => self.BuyStop(1_900m, 1.1m, tag: "too much when it triggers")).At(2, self => self.Sell(2_000m, tag: "fits"));
        desk.Run(Flat);

        Assert.Equal([("too much", RejectReason.RiskLimit), ("too much when it triggers", RejectReason.RiskLimit), ("fits", RejectReason.None)], desk.Fates);
    }

    [Fact]
    public void Net_leverage_lets_two_markets_stand_against_each_other()
    {
        var pound = Given.Pair("GBP", "USD", 5);
        var asked = 0;
        var strategy = new TickScripted
        {
            Ticked = (self, tick) =>
            {
                switch (++asked)
                {
                    case 2:
                        self.Buy(1_000m, Given.EurUsd, "long");
                        self.Buy(1m, pound, "longer");
                        break;
                    case 4:
                        self.Sell(2_001m, pound, "too much against");
                        self.Sell(1_900m, pound, "against");
                        break;
                }
            },
        };
        var config = Given.Usd with { Cash = 1_000m, Risk = new RiskTerms { InAll = new RiskLimits { NetLeverage = new(1m), GrossLeverage = new(3m) } } };
        var (_, sink) = Play.Run(config, strategy, Tapes.Ticks(Given.EurUsd, Quotes(0)), Tapes.Ticks(pound, Quotes(1)));

        Assert.Equal(
            [("long", RejectReason.None), ("longer", RejectReason.RiskLimit), ("too much against", RejectReason.RiskLimit), ("against", RejectReason.None)],
            sink.Orders.OrderBy(order => order.ClientOrderId).Select(order => (order.Tag, order.RejectReason)));
    }

    [Fact]
    public void No_more_orders_work_at_a_time_than_are_allowed_and_refused_ones_do_not_count()
    {
        var desk = new Desk { Terms = new RiskTerms { InAll = new RiskLimits { OpenOrders = new(2m) } } }
            .At(0, self =>
            {
                self.Buy(0m, tag: "no quantity");
                self.BuyLimit(1m, 0.9m, tag: "first");
                self.BuyLimit(1m, 0.8m, tag: "second");
                self.BuyLimit(1m, 0.7m, tag: "third");
            })
            .At(1, self => self.CancelAll())
            .At(2, self => self.BuyLimit(1m, 0.9m, tag: "again"));
        desk.Run(Flat);

        Assert.Equal(
            [("no quantity", RejectReason.BadQuantity), ("first", RejectReason.None), ("second", RejectReason.None), ("third", RejectReason.RiskLimit), ("again", RejectReason.None)], desk.Fates);
    }

    [Fact]
    public void Orders_and_amendments_share_one_rate_by_the_clock_of_events()
    {
        Order? limit = null;
        var desk = Each(new RiskLimits { OrderRate = new(2m), OrderRateNanos = 2 * UtcNanos.Minute })
            .At(0, self =>
            {
                limit = self.BuyLimit(10m, 0.9m, tag: "first");
                self.Amend(limit, price: 0.91m);
                self.BuyLimit(10m, 0.8m, tag: "third");
                self.Cancel(limit);
            })
            .At(1, self => self.BuyLimit(10m, 0.8m, tag: "a minute later"))
            .At(2, self => self.BuyLimit(10m, 0.8m, tag: "when the window has passed"));
        desk.Run(Flat);

        Assert.Equal(
            [("first", RejectReason.None), ("third", RejectReason.RiskLimit), ("a minute later", RejectReason.RiskLimit), ("when the window has passed", RejectReason.None)], desk.Fates);
        Assert.Equal(OrdStatus.Canceled, limit!.Status);
    }

    [Fact]
    public void A_price_too_far_from_mid_is_refused_and_so_is_a_market_order_into_a_wide_quote()
    {
        var desk = new Desk { Terms = new RiskTerms { Each = new RiskLimits { PriceCollar = new(0.01m) } }, Spread = 2_200 }
            .At(0, self =>
            {
                self.BuyLimit(1m, 1.0221m, tag: "limit above");
                self.BuyLimit(1m, 1.0009m, tag: "limit below");
                self.BuyLimit(1m, 1.02m, tag: "limit near");
                self.SellStop(1m, 1.0008m, tag: "stop below");
                self.Buy(1m, tag: "at the ask");
            });
        desk.Run(Flat);

        // Mid is 1.011, so the collar lies at 1.00089 and 1.02111; the ask is 1.022.
        Assert.Equal(
            [("limit above", RejectReason.RiskLimit), ("limit below", RejectReason.None), ("limit near", RejectReason.None), ("stop below", RejectReason.RiskLimit), ("at the ask", RejectReason.RiskLimit)],
            desk.Fates);
    }

    [Fact]
    public void An_amendment_is_held_against_the_limits_and_one_that_takes_something_off_is_not()
    {
        Order? limit = null;
        var desk = Each(new RiskLimits { PositionQty = new(100m), OrderQty = new(80m) })
            .At(0, self => limit = self.BuyLimit(80m, 0.9m)).At(1, self => self.Buy(20m)).At(3, self => self.Amend(limit!, qty: 81m))
            .At(4, self => self.Amend(limit!, qty: 70m));
        desk.Run(Flat);

        Assert.Equal((70m, RejectReason.None), (limit!.OrderQty, limit.RejectReason));
        Assert.Contains(desk.Said, said => said == (RiskLevel.Critical, RiskRule.OrderQty, RiskAction.Warn));
    }

    [Fact]
    public void Limits_of_one_instrument_win_over_those_of_each()
    {
        var terms = new RiskTerms
        {
            Each = new RiskLimits { OrderQty = new(10m), OpenOrders = new(1m) },
            Of = new Dictionary<string, RiskLimits> { ["EURUSD"] = new() { OrderQty = new(20m) } },
        };
        var desk = new Desk { Terms = terms }.At(0, self => self.BuyLimit(20m, 0.9m, tag: "own")).At(1, self => self.BuyLimit(1m, 0.9m, tag: "left open"));
        desk.Run(Flat);

        Assert.Equal([("own", RejectReason.None), ("left open", RejectReason.RiskLimit)], desk.Fates);
    }

    [Fact]
    public void Where_nobody_knows_a_worth_yet_nothing_is_let_through()
    {
        var config = Given.Usd with { Risk = new RiskTerms { InAll = new RiskLimits { GrossLeverage = new(100m) } } };
        var (_, sink) = Play.Run(config, new Scripted { Started = self => self.Buy(1m) }, Tapes.Ticks(Given.EurUsd, Quotes(0)));

        Assert.Equal((RejectReason.RiskLimit, 0), (sink.Orders[0].RejectReason, sink.Fills.Count));
    }

    [Fact]
    public void A_bracket_is_held_against_the_limits_by_its_entry_and_is_refused_whole()
    {
        var desk = Each(new RiskLimits { PositionQty = new(100m), PriceCollar = new(0.05m) })
            .At(0, self => self.SendBracket(NewOrder.Market(Side.Buy, 101m), NewOrder.Stop(Side.Sell, 101m, 0.5m)))
            .At(1, self => self.SendBracket(NewOrder.Market(Side.Buy, 100m), NewOrder.Stop(Side.Sell, 100m, 0.5m)));
        desk.Run(Flat);

        Assert.Equal([RejectReason.BadCombination, RejectReason.RiskLimit, RejectReason.None, RejectReason.None], desk.Fates.Select(fate => fate.Reason).OrderByDescending(reason => reason is RejectReason.BadCombination).ThenByDescending(reason => reason));
        Assert.Equal(100m, desk.Held);
    }

    static Desk Each(RiskLimits limits) => new() { Terms = new RiskTerms { Each = limits } };

    static TickRow[] Quotes(int offset) => [.. Enumerable.Range(0, 6).Select(i => new TickRow(Given.At(9, i) + offset, 100_000, 100_000))];
}
