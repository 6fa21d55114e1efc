namespace Workbench.Core.Tests.Simulation;

public sealed class OrdersTests
{
    static readonly RunConfig Touch = Given.Usd with { LimitFill = LimitFillRule.Touch };

    [Fact]
    public void A_market_order_is_filled_at_the_first_event_after_the_one_that_caused_it()
    {
        var (_, sink) = Play.Run(OnFirstTick(self => self.Buy(1000m)), Tick(1, 100, 102), Tick(2, 110, 113));

        Assert.Equal((Given.At(9, 0, 2), 0.00113m, 0.0150m), (sink.Fills[0].Time, sink.Fills[0].Price, sink.Fills[0].SpreadCost));
    }

    [Fact]
    public void The_next_event_of_the_same_instant_fills_too()
    {
        var (_, sink) = Play.Run(OnFirstTick(self => self.Sell(1000m)), Tick(1, 100, 102), Tick(1, 90, 95), Tick(2, 50, 52));

        Assert.Equal((Given.At(9, 0, 1), 0.00090m), (sink.Fills[0].Time, sink.Fills[0].Price));
    }

    [Fact]
    public void Another_market_s_event_fills_nothing()
    {
        var strategy = OnFirstTick(self => self.Buy(1000m, Given.EurUsd));
        var (_, sink) = Play.Run(
            Given.Usd, strategy, Tapes.Ticks(Given.EurUsd, [Tick(1, 100, 102), Tick(9, 104, 105)]), Tapes.Ticks(Given.UsdJpy, [Tick(2, 100, 102)]));

        Assert.Equal(Given.At(9, 0, 9), Assert.Single(sink.Fills).Time);
    }

    [Theory]
    [InlineData(LimitFillRule.Through, 100, false)]
    [InlineData(LimitFillRule.Through, 99, true)]
    [InlineData(LimitFillRule.Touch, 100, true)]
    public void A_resting_limit_is_filled_at_its_price_when_traded_through_or_touched(LimitFillRule rule, long ask, bool filled)
    {
        var strategy = OnFirstTick(self => self.BuyLimit(1000m, 0.00100m));
        var (_, sink) = Play.Run(Given.Usd with { LimitFill = rule }, strategy, Tapes.Ticks(Given.EurUsd, [Tick(1, 100, 102), Tick(2, 100, 102), Tick(3, ask - 2, ask)]));

        Assert.Equal(filled, sink.Fills.Any(fill => (fill.Price, fill.SpreadCost) == (0.00100m, 0m)));
    }

    [Fact]
    public void A_limit_that_comes_in_marketable_pays_the_quote()
    {
        var (_, sink) = Play.Run(OnFirstTick(self => self.SellLimit(1000m, 0.00095m)), Tick(1, 100, 102), Tick(2, 98, 100));

        Assert.Equal((0.00098m, 0.01m), (sink.Fills[0].Price, sink.Fills[0].SpreadCost));
    }

    [Fact]
    public void A_stop_pays_the_gap()
    {
        var (_, sink) = Play.Run(OnFirstTick(self => self.SellStop(1000m, 0.00095m)), Tick(1, 100, 102), Tick(2, 96, 97), Tick(3, 60, 61));

        Assert.Equal(0.00060m, sink.Fills[0].Price);
    }

    [Fact]
    public void A_stop_and_a_target_in_one_bar_go_against_the_trader()
    {
        var strategy = Bracketed();
        var (_, sink) = Play.RunBars(strategy, Bar(0, 100, 100, 100, 100), Bar(1, 100, 101, 99, 100), Bar(2, 100, 130, 70, 100), Bar(3, 100, 100, 100, 100));

        Assert.Equal(["entry", "stop"], sink.Fills.Select(fill => fill.Tag));
        Assert.Equal((0.00090m, 0m), (sink.Fills[1].Price, sink.Fills[1].PositionAfter));
        Assert.Equal(OrdStatus.Canceled, sink.Orders.Single(order => order.Tag == "target").Status);
    }

    [Fact]
    public void A_bracket_sent_at_the_open_lives_within_that_bar()
    {
        var (_, sink) = Play.RunBars(Bracketed(), Bar(0, 100, 100, 100, 100), Bar(1, 100, 115, 99, 100), Bar(2, 100, 100, 100, 100));

        Assert.Equal((Given.At(9, 2), 0.00110m), (sink.Fills[1].Time, sink.Fills[1].Price));
    }

    [Fact]
    public void A_stop_sent_at_the_open_beyond_it_gets_the_open_and_not_a_price_that_never_was()
    {
        // The entry gapped to 80, far below the stop of 90 that was meant for 100.
        var (_, sink) = Play.RunBars(Bracketed(), Bar(0, 100, 100, 100, 100), Bar(1, 80, 81, 79, 80), Bar(2, 80, 80, 80, 80));

        Assert.Equal(("stop", 0.00080m), (sink.Fills[1].Tag, sink.Fills[1].Price));
    }

    [Fact]
    public void What_a_stop_s_fill_sends_waits_for_the_next_event()
    {
        var strategy = new Scripted
        {
            Started = self => self.Subscribe(Bars.Minutes(1)),
            Barred = (self, bar) => { if (bar.OpenNanos == Given.At(9)) { self.SellStop(1000m, 0.00095m); } },
            Executed = (self, order, report) => { if (report.ExecType == ExecType.Trade && order.Type == OrderType.Stop) { self.BuyLimit(1000m, 0.00098m); } },
        };
        var (_, sink) = Play.RunBars(strategy, Bar(0, 100, 100, 100, 100), Bar(1, 100, 101, 90, 97), Bar(2, 96, 99, 95, 98));

        Assert.Equal([(Given.At(9, 2), 0.00095m), (Given.At(9, 2), 0.00096m)], sink.Fills.Select(fill => (fill.Time, fill.Price)));
    }

    [Fact]
    public void An_order_of_a_bar_is_filled_at_the_next_open()
    {
        var strategy = new Scripted { Started = self => self.Subscribe(Bars.Minutes(1)), Barred = (self, _) => self.TargetPosition(1000m) };
        var (result, sink) = Play.RunBars(strategy, Bar(0, 100, 100, 100, 100), Bar(5, 107, 110, 105, 106));

        Assert.Equal((Given.At(9, 5), 0.00107m), (sink.Fills[0].Time, sink.Fills[0].Price));
        Assert.Equal(100_000m - 0.01m, result.EndEquity);
    }

    [Fact]
    public void Orders_may_be_sent_from_every_handler()
    {
        var sent = new List<Order>();
        var strategy = new TickScripted
        {
            Started = self =>
            {
                self.Subscribe(Bars.Minutes(1));
                self.SetTimer(UtcNanos.ToDateTime(Given.At(9, 0, 30)), "half");
                sent.Add(self.Buy(1m, tag: "start"));
            },
            Ticked = (self, tick) => { if (sent.Count == 1) { sent.Add(self.Buy(1m, tag: "tick")); } },
            Timed = (self, _) => sent.Add(self.Buy(1m, tag: "timer")),
            Barred = (self, _) => sent.Add(self.Buy(1m, tag: "bar")),
            Executed = (self, order, report) => { if (order.Tag == "bar" && report.ExecType == ExecType.Trade) { sent.Add(self.Buy(1m, tag: "execution")); } },
            Stopped = self => sent.Add(self.Buy(1m, tag: "stop")),
        };
        var config = Given.Usd with { Range = new TimeRange(Given.Monday, Given.At(9, 1, 40)) };
        var (result, sink) = Play.Run(config, strategy, Tapes.Ticks(Given.EurUsd, [Tick(1, 100, 102), Tick(20, 101, 103), Tick(61, 102, 104), Tick(99, 104, 106)]));

        Assert.Equal([("start", 1), ("tick", 20), ("timer", 61), ("bar", 61), ("execution", 99)], sink.Fills.Select(fill => (fill.Tag, (int)((fill.Time - Given.At(9)) / UtcNanos.Second))));
        Assert.Equal((6, 5, 1), (result.Orders.Submitted, result.Orders.Filled, result.Orders.Rejected));
        Assert.Equal(("stop", RejectReason.TooLate), (sink.Orders[^1].Tag, sink.Orders[^1].RejectReason));
    }

    [Fact]
    public void Cancel_before_the_fill_prevents_it_and_a_second_cancel_says_nothing_more()
    {
        var strategy = OnFirstTick(self =>
        {
            var order = self.Buy(1000m);
            self.Cancel(order);
            self.Cancel(order);
        });
        var (result, sink) = Play.Run(strategy, Tick(1, 100, 102), Tick(2, 100, 102));

        Assert.Empty(sink.Fills);
        Assert.Equal((1, 1), (result.Orders.Submitted, result.Orders.Cancelled));
        Assert.Equal((OrdStatus.Canceled, 0m, 0m), (sink.Orders[0].Status, sink.Orders[0].LeavesQty, sink.Orders[0].CumQty));
    }

    [Fact]
    public void Cancel_after_fill_keeps_the_fill()
    {
        Order? second = null;
        var strategy = new TickScripted
        {
            Ticked = (self, _) =>
            {
                if (second is null)
                {
                    self.Buy(1000m);
                    second = self.Buy(2000m);
                }
            },
            // Both were filled by one tick; the first report asks to cancel the second, whose own report is on its way.
            Executed = (self, order, report) => { if (report.ExecType == ExecType.Trade) { self.Cancel(second!); } },
        };
        var (result, sink) = Play.Run(strategy, Tick(1, 100, 102), Tick(2, 100, 102));

        Assert.Equal([1000m, 2000m], sink.Fills.Select(fill => fill.Qty));
        Assert.Equal((2, 0), (result.Orders.Filled, result.Orders.Cancelled));
    }

    [Fact]
    public void A_target_counts_the_market_orders_in_flight()
    {
        var strategy = OnFirstTick(self =>
        {
            Assert.NotNull(self.TargetPosition(3000m));
            Assert.Null(self.TargetPosition(3000m));
            Assert.Equal((Side.Sell, 5000m), (self.TargetPosition(-2000m) is { } order) ? (order.Side, order.OrderQty) : default);
            self.Cancel(self.Buy(9000m));
            self.Buy(0m);
        });
        decimal? later = null;
        strategy = new TickScripted { Ticked = strategy.Ticked, Stopped = self => later = self.TargetPosition(-2000m)?.OrderQty };
        var (result, _) = Play.Run(strategy, Tick(1, 100, 102), Tick(2, 100, 102));

        Assert.Null(later);
        Assert.Equal(2, result.Fills);
    }

    [Fact]
    public void What_cannot_be_traded_comes_back_as_rejected_and_throws_nothing()
    {
        var (metal, rates) = (Given.EurUsd with { LotStep = 10m, MinQty = 20m, MaxQty = 500m, TickSize = 0.0005m }, Given.UsdJpy);
        var reasons = new List<(RejectReason, OrdStatus)>();
        var strategy = new TickScripted
        {
            Ticked = (self, _) =>
            {
                self.Buy(0m);
                self.Sell(-20m);
                self.Buy(10m);
                self.Buy(25m);
                self.Buy(510m);
                self.BuyLimit(20m, 0m);
                self.BuyLimit(20m, -1m);
                self.SellStop(20m, 1.0001m);
                self.SellStop(20m, 1e20m);
                self.Buy(20m, rates);
            },
            Executed = (_, order, report) => reasons.Add((report.RejectReason, order.Status)),
        };
        var (result, sink) = Play.Run(Given.Usd, strategy, Tapes.Ticks(metal, [Tick(1, 100, 102)]), Tapes.Ticks(rates, [Tick(2, 100, 102)], ratesOnly: true));

        Assert.Equal(
            [.. Enumerable.Repeat(RejectReason.BadQuantity, 5), .. Enumerable.Repeat(RejectReason.BadPrice, 4), RejectReason.UnknownInstrument], reasons.Select(reason => reason.Item1));
        Assert.All(reasons, reason => Assert.Equal(OrdStatus.Rejected, reason.Item2));
        Assert.All(sink.Orders, order => Assert.NotEmpty(order.Text));
        Assert.Equal((10, 10), (result.Orders.Submitted, result.Orders.Rejected));
    }

    [Fact]
    public void A_refused_order_leaves_nothing_in_flight()
    {
        var strategy = new TickScripted
        {
            Ticked = (self, _) => self.Buy(-7m),
            Executed = (self, _, _) => Assert.Null(self.TargetPosition(0m)),
        };

        Assert.Equal(1, Play.Run(strategy, Tick(1, 100, 102)).Result.Orders.Submitted);
    }

    [Fact]
    public void An_amendment_of_a_refused_order_leaves_nothing_in_flight_either()
    {
        var strategy = new TickScripted
        {
            Ticked = (self, _) => self.Buy(-7m),
            Executed = (self, order, report) =>
            {
                Assert.Null(self.TargetPosition(0m));
                if (report.ExecType == ExecType.Rejected)
                {
                    self.Amend(order, qty: 5m);
                }
            },
        };

        Assert.Equal(1, Play.Run(strategy, Tick(1, 100, 102)).Result.Orders.Submitted);
    }

    [Fact]
    public void Touch_fills_a_stored_bar_s_limit_at_its_extreme()
    {
        var strategy = new Scripted { Started = self => { self.Subscribe(Bars.Minutes(1)); self.BuyLimit(1m, 0.00090m); } };
        var bars = new[] { Bar(0, 100, 100, 100, 100), Bar(1, 100, 101, 90, 97) };

        Assert.Single(Play.Run(Touch, strategy, Tapes.Bars(Given.EurUsd, Bars.Minutes(1), bars)).Sink.Fills);
    }

    [Fact]
    public void Quantities_add_up_in_every_state_of_an_order()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var reports = 0;
            var inner = Erratic.Unseeing(seed, Given.EurUsd);
            var strategy = new Scripted
            {
                Started = inner.Started, Barred = inner.Barred, Timed = inner.Timed,
                Executed = (self, order, report) =>
                {
                    reports++;
                    Assert.Equal(order.IsDone ? 0m : order.OrderQty - order.CumQty, order.LeavesQty);
                    Assert.Equal(order.Status == OrdStatus.Filled ? order.OrderQty : 0m, order.CumQty);
                    Assert.Equal(!order.IsDone, self.OpenOrders.Contains(order));
                    inner.Executed!(self, order, report);
                },
            };
            var (result, sink) = Play.Run(strategy, RandomWalk.Ticks(seed, 3_000));

            Assert.True(reports > 20, $"seed {seed}");
            Assert.Equal(result.Orders.Submitted, sink.Orders.Count);
            Assert.Equal(result.Orders.Submitted, result.Orders.Filled + result.Orders.Cancelled + result.Orders.Rejected + result.Orders.Expired + result.Orders.Open);
        }
    }

    static TickRow Tick(int second, long bid, long ask) => new(Given.At(9, 0, second), bid, ask);

    static BarRow Bar(int minute, long open, long high, long low, long close) => new(Given.At(9, minute), Given.At(9, minute + 1), open, high, low, close);

    static TickScripted OnFirstTick(Action<Scripted> act)
    {
        var done = false;
        return new TickScripted
        {
            Ticked = (self, _) =>
            {
                if (!done)
                {
                    done = true;
                    act(self);
                }
            },
        };
    }

    /// <summary>Buys at the second open; its stop of 90 and target of 110 cancel each other.</summary>
    static Scripted Bracketed()
    {
        Order? stop = null, target = null;
        return new Scripted
        {
            Started = self => self.Subscribe(Bars.Minutes(1)),
            Barred = (self, bar) => { if (bar.OpenNanos == Given.At(9)) { self.Buy(1000m, tag: "entry"); } },
            Executed = (self, order, report) =>
            {
                if (report.ExecType != ExecType.Trade)
                {
                    return;
                }

                if (order.Tag == "entry")
                {
                    target = self.SellLimit(1000m, 0.00110m, tag: "target");
                    stop = self.SellStop(1000m, 0.00090m, tag: "stop");
                }
                else
                {
                    self.Cancel(order == stop ? target! : stop!);
                }
            },
        };
    }
}
