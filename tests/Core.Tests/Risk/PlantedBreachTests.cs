namespace Workbench.Core.Tests.Risk;

/// <summary>Each rule is broken on purpose under each action, and what the engine then does is looked at.</summary>
public sealed class PlantedBreachTests
{
    const RiskAction Warn = RiskAction.Warn, Block = RiskAction.BlockEntries, Reduce = RiskAction.Reduce, Close = RiskAction.Close, Kill = RiskAction.Kill;

    static readonly RiskRule[] OfState =
    [
        RiskRule.PositionNotional, RiskRule.GrossLeverage, RiskRule.NetLeverage, RiskRule.Heat, RiskRule.DailyLoss, RiskRule.Drawdown,
        RiskRule.CorrelatedExposure, RiskRule.ValueAtRisk, RiskRule.ExpectedShortfall,
    ];

    static readonly RiskRule[] OfOrders = [RiskRule.OrderQty, RiskRule.OrderNotional, RiskRule.OpenOrders, RiskRule.OrderRate, RiskRule.PriceCollar];

    public static TheoryData<RiskRule, RiskAction> ByPrice => Pairs(OfState, Warn, Block, Reduce, Close, Kill);

    public static TheoryData<RiskRule, RiskAction> ByOrder => Pairs(OfOrders, Warn, Block, Close, Kill);

    [Theory, MemberData(nameof(ByPrice))]
    public void A_price_that_breaks_a_limit_is_answered_as_the_limit_says(RiskRule rule, RiskAction action)
    {
        // Short 1,800 on 1,000, then the price jumps by a fifth: 360 are lost, and 2,160 stand against 640.
        var desk = Short(rule, action).At(29, self => self.Sell(1m, tag: "asks"));
        desk.Run([.. Calm(26), .. Enumerable.Repeat(120_000L, 8)]);

        var critical = desk.Sink.Alerts.First(said => said.Level == RiskLevel.Critical);
        Assert.Equal((rule, action), (critical.Rule, critical.Action));
        Assert.True(critical.Figure > critical.Limit && critical.Reason.EndsWith(FormattableString.Invariant($"and its limit is {critical.Limit:0.######}"), StringComparison.Ordinal), critical.Reason);
        Assert.Equal(1, desk.Sink.Alerts.Count(said => said.Rule == rule && said.Level == RiskLevel.Critical));
        var isLoss = rule is RiskRule.DailyLoss or RiskRule.Drawdown;
        Assert.True(
            action switch
            {
                Warn => desk.Held is -1_800m or -1_801m,
                Block => desk.Held == -1_800m,
                Reduce => isLoss ? desk.Held == 0m : desk.Held is > -1_800m and < -100m,

                // Once all is closed a limit on size is kept again, and lets entries in; a loss is still made.
                Close => desk.Held == (isLoss ? 0m : -1m),
                _ => desk.Held == 0m,
            },
            $"{desk.Held} are held");
        Check(desk, action, isLoss);
    }

    [Theory, MemberData(nameof(ByOrder))]
    public void An_order_that_would_break_a_limit_is_refused_and_answered_as_the_limit_says(RiskRule rule, RiskAction action)
    {
        var desk = Short(rule, action)
            .At(24, self =>
            {
                switch (rule)
                {
                    case RiskRule.OrderQty or RiskRule.OrderNotional:
                        self.Sell(2_001m, tag: "breach");
                        break;
                    case RiskRule.PriceCollar:
                        self.SellLimit(1m, 1.7m, tag: "breach");
                        break;
                    default:
                        self.BuyLimit(1m, 0.6m, tag: "fits");
                        self.BuyLimit(1m, 0.6m, tag: rule == RiskRule.OpenOrders ? "breach" : "fits");
                        self.BuyLimit(1m, 0.6m, tag: rule == RiskRule.OpenOrders ? "another" : "fits");
                        self.BuyLimit(1m, 0.6m, tag: rule == RiskRule.OpenOrders ? "another" : "breach");
                        break;
                }
            })
            .At(25, self => self.CancelAll())
            .At(27, self => self.Sell(1m, tag: "asks"));
        desk.Run([.. Calm(32)]);

        Assert.Equal(RejectReason.RiskLimit, desk.Fates.Single(fate => fate.Tag == "breach").Reason);
        Assert.Equal((rule, action), (desk.Sink.Alerts.First(said => said.Level == RiskLevel.Critical).Rule, desk.Sink.Alerts.First(said => said.Level == RiskLevel.Critical).Action));
        Assert.Equal(action switch { Warn => -1_801m, Block => -1_800m, Close => -1m, _ => 0m }, desk.Held);
        Assert.Equal(action switch { Block => RejectReason.EntriesBlocked, Kill => RejectReason.Killed, _ => RejectReason.None }, desk.Fates.Single(fate => fate.Tag == "asks").Reason);
    }

    [Theory]
    [InlineData(RiskAction.BlockEntries, -200)]
    [InlineData(RiskAction.Reduce, -150)]
    [InlineData(RiskAction.Close, 0)]
    [InlineData(RiskAction.Kill, 0)]
    public void An_exit_that_outlived_its_position_can_take_another_beyond_its_limit_and_is_answered(RiskAction action, int held)
    {
        var desk = new Desk { Terms = new RiskTerms { Each = new RiskLimits { PositionQty = new(150m, action) } } }
            .At(0, self =>
            {
                self.SendBracket(NewOrder.Limit(Side.Buy, 100m, 0.95m), NewOrder.Stop(Side.Sell, 100m, 0.80m));
                self.SellStop(100m, 0.79m);
            })
            .At(3, self => self.Send(NewOrder.Market(Side.Sell, 100m) with { ReduceOnly = true }));
        desk.Run(100_000, 100_000, 94_000, 94_000, 94_000, 70_000, 70_000, 70_000);

        Assert.Equal(held, desk.Held);
        Assert.Equal((RiskLevel.Critical, RiskRule.PositionQty, action), desk.Said.First(said => said.Level == RiskLevel.Critical));
    }

    static void Check(Desk desk, RiskAction action, bool isLoss)
    {
        var waits = desk.Sink.Orders.Single(order => order.Tag == "waits");
        var asks = desk.Fates.Single(fate => fate.Tag == "asks").Reason;
        Assert.Equal(action >= Close ? OrdStatus.Canceled : OrdStatus.New, waits.Status);
        Assert.True(
            action switch
            {
                Kill => asks == RejectReason.Killed,
                Close when !isLoss => asks is RejectReason.None or RejectReason.EntriesBlocked,
                Warn => asks is RejectReason.None or RejectReason.RiskLimit,
                _ => asks is RejectReason.EntriesBlocked or RejectReason.RiskLimit,
            },
            $"the entry afterwards was answered with {asks}");
    }

    /// <summary>Short 1,800 from the 22nd minute on, and an order that waits; one limit, nearly reached.</summary>
    static Desk Short(RiskRule rule, RiskAction action)
    {
        RiskLimit? Of(RiskRule which, decimal limit) => which == rule ? new RiskLimit(limit, action, WarnAt: 0.99m) : null;
        var limits = new RiskLimits
        {
            OrderQty = Of(RiskRule.OrderQty, 2_000m), OrderNotional = Of(RiskRule.OrderNotional, 2_000m), OpenOrders = Of(RiskRule.OpenOrders, 2m), OrderRate = Of(RiskRule.OrderRate, 3m),
            PriceCollar = Of(RiskRule.PriceCollar, 0.6m), PositionNotional = Of(RiskRule.PositionNotional, 2_000m), GrossLeverage = Of(RiskRule.GrossLeverage, 2m), NetLeverage = Of(RiskRule.NetLeverage, 2m),
        };
        var portfolio = new PortfolioTerms
        {
            StepNanos = UtcNanos.Minute, Count = 20, ValueAtRisk = Of(RiskRule.ValueAtRisk, 0.3m), ExpectedShortfall = Of(RiskRule.ExpectedShortfall, 0.3m),
            CorrelatedExposure = Of(RiskRule.CorrelatedExposure, 2m),
        };
        var terms = new RiskTerms
        {
            InAll = limits, Heat = Of(RiskRule.Heat, 2.5m), DailyLoss = Of(RiskRule.DailyLoss, 0.3m), Drawdown = Of(RiskRule.Drawdown, 0.3m), Portfolio = portfolio,
        };
        return new Desk { Terms = terms }.At(22, self => self.Sell(1_800m, tag: "entry")).At(22, self => self.BuyLimit(10m, 0.5m, tag: "waits"));
    }

    static IEnumerable<long> Calm(int count) => Enumerable.Range(0, count).Select(i => 100_000L + i % 2 * 100);

    static TheoryData<RiskRule, RiskAction> Pairs(RiskRule[] rules, params RiskAction[] actions)
    {
        var pairs = new TheoryData<RiskRule, RiskAction>();
        foreach (var rule in rules)
        {
            Array.ForEach(actions, action => pairs.Add(rule, action));
        }

        return pairs;
    }
}
