namespace Workbench.Model.Tests;

public sealed class OrderTests
{
    static readonly Instrument EurUsd = new() { Symbol = "EURUSD", BaseCurrency = "EUR", QuoteCurrency = "USD", PriceScale = 5 };

    /// <summary>The whole state machine: where each report leads from each state; a gap is a report that no venue may send.</summary>
    static readonly Dictionary<(OrdStatus, ExecType), OrdStatus> Legal = new()
    {
        [(OrdStatus.PendingNew, ExecType.New)] = OrdStatus.New,
        [(OrdStatus.PendingNew, ExecType.Trade)] = OrdStatus.PartiallyFilled,
        [(OrdStatus.PendingNew, ExecType.Canceled)] = OrdStatus.Canceled,
        [(OrdStatus.PendingNew, ExecType.Rejected)] = OrdStatus.Rejected,
        [(OrdStatus.PendingNew, ExecType.Expired)] = OrdStatus.Expired,
        [(OrdStatus.New, ExecType.Trade)] = OrdStatus.PartiallyFilled,
        [(OrdStatus.New, ExecType.Canceled)] = OrdStatus.Canceled,
        [(OrdStatus.New, ExecType.Expired)] = OrdStatus.Expired,
        [(OrdStatus.PartiallyFilled, ExecType.Trade)] = OrdStatus.PartiallyFilled,
        [(OrdStatus.PartiallyFilled, ExecType.Canceled)] = OrdStatus.Canceled,
        [(OrdStatus.PartiallyFilled, ExecType.Expired)] = OrdStatus.Expired,
    };

    [Fact]
    public void Every_report_in_every_state_leads_where_it_should_or_throws()
    {
        foreach (var status in Enum.GetValues<OrdStatus>())
        {
            foreach (var type in Enumerable.Range(0, 8).Select(type => (ExecType)type))
            {
                var order = In(status);
                var report = new ExecutionReport(1, type, 0) { LastQty = 1m, LastPx = 1m };
                if (Legal.TryGetValue((status, type), out var next))
                {
                    order.Apply(in report);
                    Assert.Equal(next, order.Status);
                }
                else
                {
                    Assert.Throws<InvalidOperationException>(() => order.Apply(in report));
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

        Assert.Throws<InvalidOperationException>(() => order.Apply(new ExecutionReport(1, ExecType.Trade, 0) { LastQty = qty, LastPx = 1m }));
        Assert.Equal((0m, 10m), (order.CumQty, order.LeavesQty));
    }

    [Fact]
    public void Fills_add_up_and_the_average_price_is_theirs()
    {
        var order = In(OrdStatus.New);
        order.Apply(new ExecutionReport(1, ExecType.Trade, 0) { LastQty = 4m, LastPx = 1.10m });
        Assert.Equal((4m, 6m, 1.10m), (order.CumQty, order.LeavesQty, order.AvgPx));
        order.Apply(new ExecutionReport(1, ExecType.Trade, 0) { LastQty = 6m, LastPx = 1.20m });

        Assert.Equal((OrdStatus.Filled, 10m, 0m, 1.16m), (order.Status, order.CumQty, order.LeavesQty, order.AvgPx));
    }

    static Order In(OrdStatus status)
    {
        var order = new Order { ClientOrderId = 1, Instrument = EurUsd, Side = Side.Buy, Type = OrderType.Market, OrderQty = 10m, SentNanos = 0 };
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
            order.Apply(new ExecutionReport(1, type, 0) { LastQty = type == ExecType.Trade ? status == OrdStatus.Filled ? 10m : 3m : 0m, LastPx = 1m });
        }

        Assert.Equal(status, order.Status);
        return order;
    }
}
