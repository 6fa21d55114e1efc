namespace Workbench.Core.Tests.Portfolio;

public sealed class MarginTests
{
    static readonly AccountTerms Fifty = new() { Leverage = 50m };

    [Fact]
    public void An_order_that_enlarges_what_is_held_needs_its_margin_and_one_that_reduces_it_does_not()
    {
        // 1,000 USD carry 50,000 at a leverage of 50.
        var (_, sink) = Run(Fifty, [100_000, 100_000, 100_000, 100_000, 100_000, 100_000], 0, self => self.Buy(50_001m), self => self.Buy(50_000m), self => self.Buy(1m), self => self.Sell(20_000m), self => self.Buy(19_000m));

        Assert.Equal(
            [(50_001m, RejectReason.InsufficientMargin), (50_000m, RejectReason.None), (1m, RejectReason.InsufficientMargin), (20_000m, RejectReason.None), (19_000m, RejectReason.None)],
            sink.Orders.OrderBy(order => order.ClientOrderId).Select(order => (order.OrderQty, order.RejectReason)));
    }

    [Fact]
    public void An_amendment_to_more_than_margin_carries_is_refused_and_the_order_stays()
    {
        Order? limit = null;
        var (_, sink) = Run(Fifty, [100_000, 100_000, 100_000, 100_000], 0, self => limit = self.BuyLimit(10_000m, 0.99m), self =>
        {
            self.Amend(limit!, qty: 60_000m);
            return limit!;
        });

        Assert.Equal((10_000m, OrdStatus.New, RejectReason.InsufficientMargin), (limit!.OrderQty, limit.Status, limit.RejectReason));
        Assert.Empty(sink.Fills);
    }

    [Fact]
    public void Market_orders_on_their_way_count_as_filled()
    {
        var (_, sink) = Run(Fifty, [100_000, 100_000, 100_000], 0, self =>
        {
            self.Buy(30_000m);
            return self.Buy(30_000m);
        });

        Assert.Equal([RejectReason.InsufficientMargin, RejectReason.None], sink.Orders.Select(order => order.RejectReason));
    }

    [Fact]
    public void Margin_by_instrument_wins_over_the_leverage_of_the_account()
    {
        var terms = Fifty with { MarginOf = new Dictionary<string, MarginRates> { ["EURUSD"] = new(0.5m, 0.25m) } };
        var (_, sink) = Run(terms, [100_000, 100_000, 100_000, 100_000], 0, self => self.Buy(2_001m), self => self.Buy(2_000m));

        Assert.Equal([RejectReason.InsufficientMargin, RejectReason.None], sink.Orders.OrderBy(order => order.ClientOrderId).Select(order => order.RejectReason));
    }

    [Fact]
    public void A_margin_call_warns_and_a_stop_out_closes_at_the_next_price_and_pays_the_spread()
    {
        // 49,000 bought at 1.00002: the call comes at or below a fiftieth of their value, the stop-out at or below a hundredth.
        var (result, sink) = Run(Fifty, [100_000, 100_000, 99_900, 99_500, 98_900, 98_800, 98_700], 2, self => self.Buy(49_000m), null, self => self.SellLimit(1000m, 2m));

        Assert.Equal([(MarginEventKind.Call, Given.At(9, 2)), (MarginEventKind.StopOut, Given.At(9, 4))], sink.Warnings.Select(said => (said.Kind, said.Time)));
        var closed = sink.Fills[^1];
        Assert.Equal((Given.At(9, 5), 0.98800m, "stop-out", 0m), (closed.Time, closed.Price, closed.Tag, closed.PositionAfter));
        Assert.Equal((ExitReason.StopOut, 0.49m), (sink.Trades[^1].ExitReason, closed.SpreadCost));
        Assert.Equal(OrdStatus.Canceled, sink.Orders.Single(order => order.Type == OrderType.Limit).Status);
        Assert.Equal((1L, 1L, 0L, 0m), (result.MarginCalls, result.StopOuts, result.ClosedTime, result.Owed));
    }

    [Fact]
    public void The_largest_loss_goes_first_or_everything_at_once()
    {
        Assert.Equal(["USDCHF"], Closed(StopOutRule.LargestLossFirst));
        Assert.Equal(["EURUSD", "USDCHF"], Closed(StopOutRule.AllAtOnce));
    }

    [Fact]
    public void An_account_without_margin_is_closed_when_its_equity_is_used_up_and_what_is_owed_is_shown()
    {
        // A gap beyond all that is there: 1,000,000 units lose 12,000 of 1,000 by the next price.
        var (result, sink) = Run(new AccountTerms(), [100_000, 100_000, 98_900, 98_800, 99_000, 99_000], 0, self => self.Buy(1_000_000m), null, null, self => self.Buy(1m), self => self.Buy(1m));

        Assert.Equal(MarginEventKind.Closed, Assert.Single(sink.Warnings).Kind);
        Assert.Equal((Given.At(9, 2), -11_000m, 11_000m), (result.ClosedTime, result.EndEquity, result.Owed));
        Assert.Equal(["", "stop-out"], sink.Fills.Select(fill => fill.Tag));
        Assert.Equal(0m, sink.Fills[^1].PositionAfter);
        Assert.Equal([RejectReason.AccountClosed, RejectReason.AccountClosed], sink.Orders.Where(order => order.OrderQty == 1m).Select(order => order.RejectReason));
    }

    [Fact]
    public void A_hedging_account_holds_both_legs_and_needs_margin_for_both()
    {
        var (result, sink) = Run(Fifty with { Mode = PositionMode.Hedging }, [100_000, 100_000, 100_100, 100_200, 100_200], 2, self => self.Buy(25_000m), self => self.Sell(24_000m), self => self.Sell(3_000m));

        Assert.Equal(RejectReason.InsufficientMargin, sink.Orders.Single(order => order.OrderQty == 3_000m).RejectReason);
        Assert.Equal([(Side.Buy, 25_000m), (Side.Sell, 24_000m)], sink.Trades.Select(trade => (trade.Side, trade.Qty)));
        Assert.Equal((25_000m * 1.00200m + 24_000m * 1.00202m, 25_000m * 1.00200m - 24_000m * 1.00202m), (sink.Points[^1].GrossExposure, sink.Points[^1].NetExposure));
        Assert.Equal(25_000m * (1.00200m - 1.00002m) - 24_000m * (1.00202m - 1.00100m), result.EndEquity - result.StartEquity);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(61, 60)]
    public void Calls_and_stop_outs_come_at_the_very_event_that_a_look_at_each_event_finds(int from, int count)
    {
        var said = 0;
        for (var seed = from; seed < from + count; seed++)
        {
            var config = Given.Usd with { Cash = 150m, Account = new AccountTerms { Leverage = 20m, MarginCallLevel = 1.2m, StopOut = (StopOutRule)(seed % 2) } };
            var ticks = RandomWalk.Ticks(seed, 1_500, distinct: true, start: 20_000);
            foreach (Strategy strategy in (Strategy[])[Erratic.Unseeing(seed, Given.EurUsd), Erratic.Seeing(seed, null, Given.EurUsd)])
            {
                var (_, sink) = Play.Run(config, strategy, Tapes.Ticks(Given.EurUsd, ticks));

                Assert.Equal(Naive(config, ticks, sink.Fills), sink.Warnings);
                said += sink.Warnings.Count;
            }
        }

        Assert.True(said > count, $"only {said} words from the venue");
    }

    /// <summary>Looks at the account after each tick and each fill.</summary>
    static List<MarginEvent> Naive(RunConfig config, TickRow[] ticks, List<Fill> fills)
    {
        var (said, cash, qty, at, called, stopping) = (new List<MarginEvent>(), config.Cash, 0m, 0, false, false);
        void Look(TickRow tick)
        {
            var mark = (qty < 0m ? tick.Ask : tick.Bid) / 100_000m;
            var (equity, margin) = (cash + qty * mark, Math.Abs(qty) * mark * 0.05m);
            if (equity <= 0m && (said.Count == 0 || said[^1].Kind != MarginEventKind.Closed))
            {
                said.Add(new MarginEvent(tick.Time, MarginEventKind.Closed, equity, margin / 2m));
            }

            if (said.Count > 0 && said[^1].Kind == MarginEventKind.Closed)
            {
                return;
            }

            if (qty != 0m && equity <= 1.2m * margin && !called)
            {
                said.Add(new MarginEvent(tick.Time, MarginEventKind.Call, equity, margin));
            }

            called = qty != 0m && equity <= 1.2m * margin;
            if (qty != 0m && equity <= margin / 2m && !stopping)
            {
                said.Add(new MarginEvent(tick.Time, MarginEventKind.StopOut, equity, margin / 2m));
            }

            stopping = qty != 0m && equity <= margin / 2m;
        }

        foreach (var tick in ticks)
        {
            for (; at < fills.Count && fills[at].Time == tick.Time; at++)
            {
                var signed = fills[at].Side == Side.Buy ? fills[at].Qty : -fills[at].Qty;
                (qty, cash) = (qty + signed, cash - signed * fills[at].Price);
                Look(tick);
            }

            Look(tick);
        }

        return said;
    }

    static string[] Closed(StopOutRule rule)
    {
        var franc = Given.Pair("USD", "CHF", 5) with { QuoteCurrency = "USD", BaseCurrency = "CHF" };
        var sent = false;
        var strategy = new TickScripted
        {
            Ticked = (self, _) =>
            {
                if (!sent)
                {
                    sent = true;
                    self.Buy(20_000m, Given.EurUsd);
                    self.Buy(20_000m, franc);
                }
            },
        };
        var config = Given.Usd with { Cash = 1_000m, Account = Fifty with { StopOut = rule } };
        var (_, sink) = Play.Run(config, strategy,
            Tapes.Ticks(Given.EurUsd, [Flat(0, 100_000), Flat(2, 100_000), Flat(4, 99_900), Flat(6, 99_900), Flat(8, 99_900)]),
            Tapes.Ticks(franc, [Flat(1, 100_000), Flat(3, 100_000), Flat(5, 96_900), Flat(7, 96_900), Flat(9, 96_900)]));
        return [.. sink.Fills.Where(fill => fill.Tag == "stop-out").Select(fill => fill.Instrument.Symbol).Order()];
    }

    static TickRow Flat(int minute, long price) => new(Given.At(9, minute), price, price);

    /// <summary>1,000 USD, one tick a minute, and something to do at each.</summary>
    static (RunResult Result, RecordingSink Sink) Run(AccountTerms terms, long[] bids, int spread, params Func<Scripted, Order>?[] acts)
    {
        var at = 0;
        var strategy = new TickScripted
        {
            Ticked = (self, _) =>
            {
                if (at < acts.Length)
                {
                    acts[at]?.Invoke(self);
                }

                at++;
            },
        };
        var config = Given.Usd with { Cash = 1_000m, Account = terms };
        return Play.Run(config, strategy, Tapes.Ticks(Given.EurUsd, [.. bids.Select((bid, i) => new TickRow(Given.At(9, i), bid, bid + spread))]));
    }
}
