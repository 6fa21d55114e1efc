namespace Workbench.Core.Tests.Risk;

/// <summary>Scripts that trade at random, in markets that wander by a seed, under limits drawn by it: what the gate lets through never passes one.</summary>
public sealed class LimitsPropertyTests
{
    [Theory]
    [InlineData(1, 100, PositionMode.Netting)]
    [InlineData(101, 100, PositionMode.Hedging)]
    public void No_random_order_takes_position_size_count_or_rate_beyond_its_limit(int from, int count, PositionMode mode)
    {
        long fills = 0, refusals = 0;
        for (var seed = from; seed < from + count; seed++)
        {
            var dice = new SeededRandom(seed);
            decimal most = dice.Next(50, 400), size = dice.Next(20, 200), open = dice.Next(2, 12), rate = dice.Next(2, 10);
            var limits = new RiskLimits { PositionQty = new(most), OrderQty = new(size), OpenOrders = new(open), OrderRate = new(rate), OrderRateNanos = UtcNanos.Minute };
            var config = Given.Usd with
            {
                Risk = new RiskTerms { Each = limits }, Books = ["one", "two"], Account = new AccountTerms { Mode = mode }, Latency = seed % 2 == 0 ? ConstantLatency.None : new ConstantLatency(UtcNanos.Second, UtcNanos.Second, UtcNanos.Second),
            };
            var sink = new RecordingSink();
            var sent = new List<Order>();
            new Engine(config, [Wild(seed, sent), Wild(seed + 1_000, sent)], [Tapes.Ticks(Given.EurUsd, RandomWalk.Ticks(seed, 600))], sink).Run();

            var held = new decimal[4];
            foreach (var fill in sink.Fills)
            {
                Apply(held, fill, sent.Single(order => order.ClientOrderId == fill.ClientOrderId), mode);
                Assert.True(held.Where(qty => qty > 0m).Sum() <= most && -held.Where(qty => qty < 0m).Sum() <= most, $"seed {seed}: {string.Join(' ', held)} of {most} at {fill.Time}");
            }

            var approved = sent.Where(order => order.RejectReason is RejectReason.None or RejectReason.NothingToReduce or RejectReason.WouldTrade).OrderBy(order => order.SentNanos).ToList();
            foreach (var order in approved)
            {
                Assert.True(approved.Count(other => other.SentNanos > order.SentNanos - UtcNanos.Minute && other.SentNanos <= order.SentNanos) <= rate, $"seed {seed}: order {order.ClientOrderId} is one too many");
            }

            fills += sink.Fills.Count;
            refusals += sent.Count(order => order.RejectReason == RejectReason.RiskLimit);
        }

        Assert.True(fills > count * 10 && refusals > count * 10, $"only {fills} fills and {refusals} refusals");
    }

    [Theory]
    [InlineData(1, 60)]
    public void Leverage_at_the_moment_an_order_is_let_through_is_within_the_limit_whatever_works(int from, int count)
    {
        long judged = 0, refused = 0;
        for (var seed = from; seed < from + count; seed++)
        {
            var config = Given.Usd with { Cash = 1_000m, Risk = new RiskTerms { InAll = new RiskLimits { GrossLeverage = new(1m, RiskAction.Warn) } } };
            var dice = new SeededRandom(seed);
            var strategy = new TickScripted
            {
                Ticked = (self, tick) =>
                {
                    if (dice.Next(3) != 0)
                    {
                        return;
                    }

                    // All that works on each side, filled: no leverage above one at the better side of the quote.
                    var working = self.OpenOrders.ToList();
                    var (bid, ask) = self.Market();
                    var held = self.Position();
                    var side = dice.Next(2) == 0 ? Side.Buy : Side.Sell;
                    var qty = dice.Next(1, 900);
                    var order = dice.Next(2) == 0 ? side == Side.Buy ? self.Buy(qty) : self.Sell(qty) : side == Side.Buy ? self.BuyLimit(qty, Low(bid)) : self.SellLimit(qty, High(ask));
                    decimal Leaves(Side of) => working.Where(each => each.Side == of && !each.IsDone).Sum(each => each.LeavesQty) + (of == side ? qty : 0m);
                    decimal Rests(Side of) => working.Where(each => each.Side == of && each.Type == OrderType.Limit).Sum(each => each.LeavesQty) + (of == side && order.Type == OrderType.Limit ? qty : 0m);
                    decimal Reached(Side of, decimal own, decimal against) => own + Math.Max(0m, Leaves(of) - Rests(of) - against) + Rests(of);
                    decimal ups = Math.Max(0m, held), downs = Math.Max(0m, -held), up = Reached(Side.Buy, ups, downs), down = Reached(Side.Sell, downs, ups);
                    var isReduction = (side == Side.Buy ? downs : ups) >= (order.Type == OrderType.Limit ? Leaves(side) : Leaves(side) - Rests(side));
                    var share = Math.Max(up, down) * Math.Max(ask, order.Price) / self.Equity;
                    expected.Add((order, isReduction || share <= 1m, share));
                },
            };
            expected.Clear();
            var (_, sink) = Play.Run(config, strategy, Tapes.Ticks(Given.EurUsd, RandomWalk.Ticks(seed, 400, distinct: true)));
            foreach (var (order, isAllowed, share) in expected)
            {
                // A limit above the market counts at its own price for its own units alone, so the naive share may be a little more.
                var isRefused = order.RejectReason == RejectReason.RiskLimit;
                Assert.True(!isRefused || !isAllowed, $"seed {seed}: order {order.ClientOrderId} was refused at {share}");
                Assert.True(isRefused || isAllowed || share < 1.02m, $"seed {seed}: order {order.ClientOrderId} was let through at {share}");
                judged++;
                refused += isRefused ? 1 : 0;
            }
        }

        Assert.True(judged > count * 50 && refused > count * 5, $"only {judged} judged and {refused} refused");
    }

    readonly List<(Order Order, bool IsAllowed, decimal Share)> expected = [];

    static decimal Low(decimal bid) => Math.Round(bid - 0.0002m, 5);

    static decimal High(decimal ask) => Math.Round(ask + 0.0002m, 5);

    /// <summary>Longs and shorts of both books: a netting book has one position, a hedging one two legs.</summary>
    static void Apply(decimal[] held, Fill fill, Order order, PositionMode mode)
    {
        var isLongLeg = (fill.Side == Side.Buy) != order.ReduceOnly;
        var at = mode == PositionMode.Netting ? 2 * fill.Book : 2 * fill.Book + (isLongLeg ? 0 : 1);
        held[at] += fill.Side == Side.Buy ? fill.Qty : -fill.Qty;
    }

    static TickScripted Wild(int seed, List<Order> sent)
    {
        var dice = new SeededRandom(seed);
        return new TickScripted
        {
            Ticked = (self, tick) =>
            {
                if (dice.Next(4) != 0)
                {
                    return;
                }

                var (bid, ask) = self.Market();
                var side = dice.Next(2) == 0 ? Side.Buy : Side.Sell;
                decimal qty = dice.Next(1, 150), away = dice.Next(-5, 30) / 100_000m;
                var near = side == Side.Buy ? bid - away : ask + away;
                switch (dice.Next(7))
                {
                    case 0 or 1:
                        sent.Add(side == Side.Buy ? self.Buy(qty) : self.Sell(qty));
                        break;
                    case 2 or 3:
                        sent.Add(self.Send(NewOrder.Limit(side, qty, near) with { ReduceOnly = dice.Next(4) == 0 }));
                        break;
                    case 4:
                        var list = self.SendBracket(NewOrder.Limit(side, qty, near), NewOrder.Stop(side == Side.Buy ? Side.Sell : Side.Buy, qty, side == Side.Buy ? near - 0.0010m : near + 0.0010m) with { ReduceOnly = true });
                        sent.AddRange([list.Parent!, .. list.Orders]);
                        break;
                    case 5:
                        self.OpenOrders.Where(order => order.Type == OrderType.Limit && dice.Next(2) == 0).ToList().ForEach(order => self.Amend(order, qty: order.CumQty + dice.Next(1, 200)));
                        break;
                    default:
                        self.CancelAll();
                        break;
                }
            },
        };
    }
}
