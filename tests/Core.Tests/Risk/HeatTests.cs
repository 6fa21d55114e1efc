namespace Workbench.Core.Tests.Risk;

public sealed class HeatTests
{
    static readonly long[] Flat = [.. Enumerable.Repeat(100_000L, 8)];

    [Fact]
    public void A_position_without_a_stop_counts_with_all_its_value()
    {
        var desk = Hot(0.5m).At(0, self => self.Buy(501m, tag: "half and one")).At(1, self => self.Buy(500m, tag: "half"));
        desk.Run(Flat);

        Assert.Equal([("half and one", RejectReason.RiskLimit), ("half", RejectReason.None)], desk.Fates);
        Assert.Equal("heat is 0.501, and its limit is 0.5", desk.Sink.Orders.Single(order => order.Tag == "half and one").Text);
    }

    [Fact]
    public void A_bracket_counts_with_what_its_stop_leaves_to_lose()
    {
        // 5,000 units with a stop 1 % away lose 50 of 1,000; a second bracket of the same makes it too hot.
        var desk = Hot(0.06m).At(0, self => Bracket(self, 5_000m, 0.99m)).At(2, self => Bracket(self, 5_000m, 0.99m)).At(4, self => Bracket(self, 1_000m, 0.99m));
        desk.Run(Flat);

        Assert.Equal([5_000m, 6_000m], desk.Sink.Fills.Select(fill => fill.PositionAfter));
    }

    [Fact]
    public void Entries_that_wait_are_as_hot_as_if_they_were_filled()
    {
        var desk = Hot(0.06m)
            .At(0, self => self.SendBracket(NewOrder.Limit(Side.Buy, 5_000m, 0.95m), NewOrder.Stop(Side.Sell, 5_000m, 0.94m)))
            .At(1, self => Bracket(self, 2_000m, 0.99m)).At(2, self => Bracket(self, 1_000m, 0.99m));
        desk.Run(Flat);

        Assert.Equal([1_000m], desk.Sink.Fills.Select(fill => fill.PositionAfter));
    }

    [Fact]
    public void A_stop_that_is_cancelled_leaves_the_position_open_to_all_its_loss()
    {
        OrderList? list = null;
        var desk = new Desk { Terms = new RiskTerms { Heat = new(0.06m, RiskAction.Close) } }
            .At(0, self => list = Bracket(self, 5_000m, 0.99m)).At(2, self => self.Cancel(list!.Orders[0]));
        desk.Run(Flat);

        Assert.Equal([5_000m, 0m], desk.Sink.Fills.Select(fill => fill.PositionAfter));
        Assert.Equal([(RiskLevel.Warning, 0.05m), (RiskLevel.Critical, 5m), (RiskLevel.Info, 0m)], desk.Sink.Alerts.Select(said => (said.Level, said.Figure)));
    }

    [Theory]
    [InlineData(OrderType.StopLimit, 1d)]
    [InlineData(OrderType.Stop, 0.1)]
    [InlineData(OrderType.TrailingStop, 0.10001)]
    public void Only_a_stop_that_is_sure_to_close_counts_and_a_trail_by_its_distance(OrderType type, double heat)
    {
        var exit = type switch
        {
            OrderType.StopLimit => NewOrder.StopLimit(Side.Sell, 1_000m, 0.9m, 0.9m),
            OrderType.TrailingStop => NewOrder.TrailingStop(Side.Sell, 1_000m, Trail.Price(0.1m)),
            _ => NewOrder.Stop(Side.Sell, 1_000m, 0.9m),
        };
        Assert.Equal((decimal)heat, HeatAfter(exit));
    }

    static decimal HeatAfter(NewOrder exit)
    {
        // The least of these limits that lets the bracket through is its heat.
        foreach (var limit in (decimal[])[0.099m, 0.1m, 0.10001m, 0.5m, 1m])
        {
            var desk = Hot(limit).At(0, self => self.SendBracket(NewOrder.Market(Side.Buy, 1_000m), exit));
            desk.Run(Flat);
            if (desk.Held == 1_000m)
            {
                return limit;
            }
        }

        return decimal.MaxValue;
    }

    static Desk Hot(decimal limit) => new() { Terms = new RiskTerms { Heat = new(limit) } };

    static OrderList Bracket(Scripted self, decimal qty, decimal stop) => self.SendBracket(NewOrder.Market(Side.Buy, qty), NewOrder.Stop(Side.Sell, qty, stop));
}
