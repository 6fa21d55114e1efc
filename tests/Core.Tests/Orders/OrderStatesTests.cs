namespace Workbench.Core.Tests.Orders;

public sealed class OrderStatesTests
{
    /// <summary>The whole state machine: where each report leads from each settled state; a gap is a report that no venue may send.</summary>
    static readonly Dictionary<(OrdStatus, ExecType), OrdStatus> Legal = new()
    {
        [(OrdStatus.PendingNew, ExecType.New)] = OrdStatus.New,
        [(OrdStatus.PendingNew, ExecType.Trade)] = OrdStatus.PartiallyFilled,
        [(OrdStatus.PendingNew, ExecType.Canceled)] = OrdStatus.Canceled,
        [(OrdStatus.PendingNew, ExecType.Rejected)] = OrdStatus.Rejected,
        [(OrdStatus.PendingNew, ExecType.Expired)] = OrdStatus.Expired,
        [(OrdStatus.PendingNew, ExecType.Replaced)] = OrdStatus.PendingNew,
        [(OrdStatus.PendingNew, ExecType.Restated)] = OrdStatus.PendingNew,
        [(OrdStatus.PendingNew, ExecType.Triggered)] = OrdStatus.PendingNew,
        [(OrdStatus.New, ExecType.Trade)] = OrdStatus.PartiallyFilled,
        [(OrdStatus.New, ExecType.Canceled)] = OrdStatus.Canceled,
        [(OrdStatus.New, ExecType.Expired)] = OrdStatus.Expired,
        [(OrdStatus.New, ExecType.Replaced)] = OrdStatus.New,
        [(OrdStatus.New, ExecType.Restated)] = OrdStatus.New,
        [(OrdStatus.New, ExecType.Triggered)] = OrdStatus.New,
        [(OrdStatus.PartiallyFilled, ExecType.Trade)] = OrdStatus.PartiallyFilled,
        [(OrdStatus.PartiallyFilled, ExecType.Canceled)] = OrdStatus.Canceled,
        [(OrdStatus.PartiallyFilled, ExecType.Expired)] = OrdStatus.Expired,
        [(OrdStatus.PartiallyFilled, ExecType.Replaced)] = OrdStatus.PartiallyFilled,
        [(OrdStatus.PartiallyFilled, ExecType.Restated)] = OrdStatus.PartiallyFilled,
        [(OrdStatus.PartiallyFilled, ExecType.Triggered)] = OrdStatus.PartiallyFilled,

        // A real venue may tell a fill after the end: it is money, and the order stays ended.
        [(OrdStatus.Canceled, ExecType.Trade)] = OrdStatus.Canceled,
        [(OrdStatus.Rejected, ExecType.Trade)] = OrdStatus.Rejected,
        [(OrdStatus.Expired, ExecType.Trade)] = OrdStatus.Expired,
    };

    static readonly OrdStatus[] Settled =
        [OrdStatus.PendingNew, OrdStatus.New, OrdStatus.PartiallyFilled, OrdStatus.Filled, OrdStatus.Canceled, OrdStatus.Rejected, OrdStatus.Expired];

    [Fact]
    public void Every_report_in_every_state_leads_where_it_should_or_throws()
    {
        foreach (var status in Settled)
        {
            foreach (var type in Enum.GetValues<ExecType>().Append(default))
            {
                var order = In(status);
                var report = new ExecutionReport(1, type, 0) { LastQty = 1m, LastPx = 1m, Terms = new OrderTerms(12m, 0m, 0m) };
                if (type is ExecType.CancelRejected or ExecType.ReplaceRejected)
                {
                    OrderStates.Apply(order, in report);
                    Assert.Equal(status, order.Status);
                }
                else if (Legal.TryGetValue((status, type), out var next))
                {
                    OrderStates.Apply(order, in report);
                    Assert.Equal(next, order.Status);
                }
                else
                {
                    Assert.Throws<InvalidOperationException>(() => OrderStates.Apply(order, in report));
                    Assert.Equal(status, order.Status);
                }

                Assert.Equal(order.IsDone ? 0m : order.OrderQty - order.CumQty, order.LeavesQty);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(11)]
    public void A_fill_of_nothing_or_of_more_than_is_left_throws_and_changes_nothing(int qty)
    {
        var order = In(OrdStatus.New);

        Assert.Throws<InvalidOperationException>(() => OrderStates.Apply(order, Fill(qty, 1m)));
        Assert.Equal((0m, 10m), (order.CumQty, order.LeavesQty));
    }

    [Fact]
    public void Fills_add_up_and_the_average_price_is_theirs()
    {
        var order = In(OrdStatus.New);
        OrderStates.Apply(order, Fill(4m, 1.10m));
        Assert.Equal((4m, 6m, 1.10m), (order.CumQty, order.LeavesQty, order.AvgPx));
        OrderStates.Apply(order, Fill(6m, 1.20m));

        Assert.Equal((OrdStatus.Filled, 10m, 0m, 1.16m), (order.Status, order.CumQty, order.LeavesQty, order.AvgPx));
    }

    [Fact]
    public void A_wish_shows_until_it_is_answered_and_the_order_works_on()
    {
        var order = In(OrdStatus.PartiallyFilled);
        OrderStates.AskReplace(order, new OrderTerms(20m, 0m, 0m));
        Assert.Equal((OrdStatus.PendingReplace, 7m), (order.Status, order.LeavesQty));
        OrderStates.AskCancel(order);
        Assert.Equal(OrdStatus.PendingCancel, order.Status);

        OrderStates.Apply(order, new ExecutionReport(1, ExecType.CancelRejected, 0));
        OrderStates.Apply(order, new ExecutionReport(1, ExecType.Replaced, 0) { Terms = order.Replacing });
        Assert.Equal((OrdStatus.PartiallyFilled, 17m), (order.Status, order.LeavesQty));
    }

    [Fact]
    public void Terms_that_leave_nothing_to_fill_end_it_and_fewer_than_are_filled_are_refused()
    {
        var order = In(OrdStatus.PartiallyFilled);

        Assert.Throws<InvalidOperationException>(() => OrderStates.Apply(order, new ExecutionReport(1, ExecType.Restated, 0) { Terms = new OrderTerms(2m, 0m, 0m) }));
        OrderStates.Apply(order, new ExecutionReport(1, ExecType.Restated, 0) { Terms = new OrderTerms(3m, 0m, 0m) });
        Assert.Equal((OrdStatus.Filled, 0m), (order.Status, order.LeavesQty));
    }

    static ExecutionReport Fill(decimal qty, decimal price) => new(1, ExecType.Trade, 0) { LastQty = qty, LastPx = price };

    static Order In(OrdStatus status)
    {
        var order = new Order { ClientOrderId = 1, Instrument = Given.EurUsd, Side = Side.Buy, Type = OrderType.Market, OrderQty = 10m, SentNanos = 0 };
        ExecType[] way = status switch
        {
            OrdStatus.PendingNew => [],
            OrdStatus.New => [ExecType.New],
            OrdStatus.PartiallyFilled or OrdStatus.Filled => [ExecType.New, ExecType.Trade],
            OrdStatus.Canceled => [ExecType.New, ExecType.Canceled],
            OrdStatus.Rejected => [ExecType.Rejected],
            _ => [ExecType.New, ExecType.Expired],
        };
        foreach (var type in way)
        {
            OrderStates.Apply(order, new ExecutionReport(1, type, 0) { LastQty = type == ExecType.Trade ? status == OrdStatus.Filled ? 10m : 3m : 0m, LastPx = 1m });
        }

        Assert.Equal(status, order.Status);
        return order;
    }
}
