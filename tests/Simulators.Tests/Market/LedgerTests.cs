using Workbench.Simulators.Market;

namespace Workbench.Simulators.Tests.Market;

public sealed class LedgerTests
{
    readonly Bench bench = new();

    SimExchange Exchange => bench.Exchange;

    [Fact]
    public void A_spot_purchase_costs_its_price_and_a_fee_of_what_was_bought()
    {
        bench.Market(SimSide.Buy, 2);

        Assert.Equal(10_000m - 200.2m, Exchange.Balance("spot", "USD").Total);
        Assert.Equal(50m + 2 - 0.002m, Exchange.Balance("spot", "ABC").Total);
    }

    [Fact]
    public void Open_orders_lock_what_they_would_cost_and_a_cancel_frees_it()
    {
        var buy = bench.Limit(SimSide.Buy, 2, 99m);
        bench.Limit(SimSide.Sell, 3, 101m);
        Assert.Equal((198m, 3m), (Exchange.Balance("spot", "USD").Locked, Exchange.Balance("spot", "ABC").Locked));

        Exchange.Cancel("spot", buy.Id);

        Assert.Equal(0m, Exchange.Balance("spot", "USD").Locked);
    }

    [Fact]
    public void What_is_locked_cannot_be_spent_twice()
    {
        bench.Limit(SimSide.Sell, 40, 101m);

        Assert.Equal(SimRefusal.Funds, Exchange.Place(bench.Ticket(SimSide.Sell, SimOrderKind.Limit, 11, 101m)).Refusal);
    }

    [Fact]
    public void A_position_is_averaged_reduced_and_turned()
    {
        bench.Market(SimSide.Buy, 2, "margin");
        bench.Quote(101.9m, 102.1m);
        bench.Market(SimSide.Buy, 2, "margin");
        Assert.Equal((4m, 101.1m), (Exchange.Position("margin", Bench.Symbol).Qty, Exchange.Position("margin", Bench.Symbol).AvgPrice));

        bench.Quote(103.1m, 103.3m, bidSize: 6);
        bench.Market(SimSide.Sell, 6, "margin");

        Assert.Equal(new SimPosition(Bench.Symbol, -2, 103.1m, 8m), Exchange.Position("margin", Bench.Symbol));
        var fees = Exchange.Fills("margin").Sum(fill => fill.Fee);
        Assert.Equal(1_000m + 8m - fees, Exchange.Balance("margin", "USD").Total);
    }

    [Fact]
    public void Margin_bounds_what_may_be_opened_and_never_what_closes()
    {
        bench.Quote(99.9m, 100.1m, 200, 200);
        bench.Market(SimSide.Buy, 90, "margin");

        Assert.Equal(SimRefusal.Funds, Exchange.Place(bench.Ticket(SimSide.Buy, SimOrderKind.Limit, 20, 99m, "margin")).Refusal);
        bench.Market(SimSide.Sell, 90, "margin");
        Assert.Equal(0m, Exchange.Margin("margin").PositionMargin);
    }

    [Fact]
    public void Reduce_only_is_refused_without_a_position_and_never_turns_one()
    {
        var ticket = bench.Ticket(SimSide.Sell, SimOrderKind.Market, 5, account: "margin") with { ReduceOnly = true };
        Assert.Equal(SimRefusal.NothingToReduce, Exchange.Place(ticket).Refusal);

        bench.Market(SimSide.Buy, 2, "margin");
        var order = bench.Place(ticket);

        Assert.Equal((2m, SimEnd.ReduceOnly, 0m), (order.CumQty, order.End, Exchange.Position("margin", Bench.Symbol).Qty));
    }

    [Fact]
    public void A_waiting_reduce_only_order_ends_when_the_position_is_gone()
    {
        bench.Market(SimSide.Buy, 2, "margin");
        var order = bench.Place(bench.Ticket(SimSide.Sell, SimOrderKind.Limit, 2, 101m, "margin") with { ReduceOnly = true });
        bench.Market(SimSide.Sell, 2, "margin");

        bench.Quote(101.1m, 101.3m);

        Assert.Equal((SimOrderState.Expired, SimEnd.ReduceOnly), (bench.Now(order).State, bench.Now(order).End));
    }

    [Fact]
    public void An_amendment_keeps_the_id_and_a_smaller_quantity_its_turn()
    {
        var first = bench.Limit(SimSide.Buy, 3, 99m);
        var second = bench.Limit(SimSide.Buy, 1, 99m);
        Assert.True(Exchange.Amend(new SimAmendment("spot", first.Id) { Qty = 1 }).IsDone);

        bench.Quote(98.8m, 98.9m, askSize: 1);

        Assert.Equal([SimOrderState.Filled, SimOrderState.New], new[] { first, second }.Select(each => bench.Now(each).State));
    }

    [Fact]
    public void An_amendment_to_what_is_filled_is_refused()
    {
        var order = bench.Limit(SimSide.Buy, 8, 100.1m);

        Assert.Equal(SimRefusal.QtyBelowFilled, Exchange.Amend(new SimAmendment("spot", order.Id) { Qty = 5 }).Refusal);
    }

    [Fact]
    public void An_amended_price_may_take_at_once()
    {
        var order = bench.Limit(SimSide.Buy, 1, 99m);

        Exchange.Amend(new SimAmendment("spot", order.Id) { Price = 100.1m });

        Assert.Equal(SimOrderState.Filled, bench.Now(order).State);
    }

    [Fact]
    public void A_client_id_is_unique_among_open_orders_only()
    {
        var ticket = bench.Ticket(SimSide.Buy, SimOrderKind.Limit, 1, 99m);
        var order = bench.Place(ticket);
        Assert.Equal(SimRefusal.DuplicateClientId, Exchange.Place(ticket).Refusal);

        Exchange.Cancel("spot", order.Id);

        Assert.True(Exchange.Place(ticket).IsDone);
    }

    [Fact]
    public void Nobody_cancels_the_order_of_another() =>
        Assert.Equal(SimRefusal.UnknownOrder, Exchange.Cancel("other", bench.Limit(SimSide.Buy, 1, 99m).Id).Refusal);
}
