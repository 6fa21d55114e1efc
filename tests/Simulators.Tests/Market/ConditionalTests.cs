using Workbench.Simulators.Market;

namespace Workbench.Simulators.Tests.Market;

public sealed class ConditionalTests
{
    readonly Bench bench = new();

    SimTicket Waiting(SimSide side, SimOrderKind kind, decimal stop, decimal? price = null) =>
        bench.Ticket(side, kind, 1, price) with { StopPrice = stop };

    [Fact]
    public void A_stop_waits_unseen_and_takes_when_it_is_set_off()
    {
        var order = bench.Place(Waiting(SimSide.Sell, SimOrderKind.Stop, 98m));
        Assert.Equal(5m, bench.Exchange.Depth(Bench.Symbol).Asks.Sum(level => level.Qty));

        bench.Quote(97.8m, 98.0m);

        Assert.Equal((SimOrderState.Filled, 97.8m), (bench.Now(order).State, bench.Now(order).AvgPrice));
        Assert.Equal("Accepted Triggered Filled", bench.Told);
    }

    [Fact]
    public void A_stop_limit_waits_at_its_limit_once_set_off()
    {
        var order = bench.Place(Waiting(SimSide.Sell, SimOrderKind.StopLimit, 98m, 97.9m));

        bench.Quote(97.0m, 97.2m);
        Assert.Equal((SimOrderState.New, true), (bench.Now(order).State, bench.Now(order).IsTriggered));
        bench.Quote(97.9m, 98.1m);

        Assert.Equal(97.9m, bench.Now(order).AvgPrice);
    }

    [Fact]
    public void A_take_profit_goes_off_on_the_other_side()
    {
        var order = bench.Place(Waiting(SimSide.Sell, SimOrderKind.TakeProfit, 102m));

        bench.Quote(102.0m, 102.2m);

        Assert.Equal(102.0m, bench.Now(order).AvgPrice);
    }

    [Theory]
    [InlineData(SimOrderKind.Stop, 101)]
    [InlineData(SimOrderKind.TakeProfit, 99)]
    public void What_would_go_off_at_once_is_refused(SimOrderKind kind, int stop) =>
        Assert.Equal(SimRefusal.WouldTrigger, bench.Exchange.Place(Waiting(SimSide.Sell, kind, stop)).Refusal);

    [Fact]
    public void What_would_go_off_at_once_may_be_allowed_to() =>
        Assert.Equal(SimOrderState.Filled, bench.Place(Waiting(SimSide.Sell, SimOrderKind.Stop, 101m) with { MayTriggerAtOnce = true }).State);

    [Fact]
    public void A_trailing_stop_follows_the_best_price_and_never_goes_back()
    {
        var order = bench.Place(bench.Ticket(SimSide.Sell, SimOrderKind.TrailingStop, 1) with { TrailBy = 2m, Trigger = SimTrigger.Mid });

        bench.Quote(104.9m, 105.1m);
        bench.Quote(103.9m, 104.1m);
        Assert.Equal((103m, SimOrderState.New), (bench.Now(order).StopPrice, bench.Now(order).State));
        bench.Quote(102.8m, 103.0m);

        Assert.Equal(102.8m, bench.Now(order).AvgPrice);
    }

    [Fact]
    public void A_trailing_stop_waits_for_the_price_that_activates_it()
    {
        var order = bench.Place(bench.Ticket(SimSide.Sell, SimOrderKind.TrailingStop, 1) with { TrailRate = 0.01m, ActivatePrice = 103m, Trigger = SimTrigger.Mid });

        bench.Quote(96.9m, 97.1m);
        Assert.True(bench.Now(order).IsOpen);
        bench.Quote(103.9m, 104.1m);

        Assert.Equal(102.96m, bench.Now(order).StopPrice);
    }

    [Fact]
    public void One_stop_may_set_off_the_next()
    {
        var first = bench.Place(Waiting(SimSide.Sell, SimOrderKind.Stop, 99m) with { Qty = 5 });
        var second = bench.Place(Waiting(SimSide.Sell, SimOrderKind.Stop, 98m));
        bench.Quote(98.0m, 99.0m);

        Assert.All([first, second], each => Assert.False(bench.Now(each).IsOpen));
    }
}
