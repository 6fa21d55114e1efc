using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>
/// Takes in what the venue has said, one report after the other, once the handler at hand has returned: into the journal, the
/// order, the books, and then to the script whose order it was.
/// </summary>
sealed class Intake(
    ReplayClock clock, Door door, OrderDesk desk, IEngineVenue venue, OutputLog log, Account account, EquityTracker tracker, RiskWatch risk, IReadOnlyList<StrategyHost> seats, IRunSink sink)
{
    long filled;
    long cancelled;
    long rejected;
    long expired;

    /// <summary>What became of the orders so far.</summary>
    public OrderCounts Orders => new(desk.Submitted, filled, cancelled, rejected, expired, desk.OpenCount);

    /// <summary>Takes in what the venue has said, until it says no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Drain()
    {
        if (door.HasPending)
        {
            DrainAll();
        }
    }

    void DrainAll()
    {
        while (door.TryTake(out var report))
        {
            Take(in report);
            if (!door.HasPending)
            {
                // What a refused order tripped is done once all of its handler has been answered.
                risk.Act();
            }
        }
    }

    void Take(in ExecutionReport report)
    {
        var order = desk.Find(report.ClientOrderId);
        if (order is null && report.ExecType == ExecType.Trade)
        {
            // A fill is money, however late it is told.
            order = venue.Remembered(report.ClientOrderId);
        }

        if (order is null)
        {
            // Its order is done: the report tells nothing that is not known.
            return;
        }

        log.Reported(in report);
        var wasOpen = !order.IsDone;
        var before = order.OrderQty;
        OrderStates.Apply(order, in report);
        var seat = seats[order.Book];
        var market = seat.MarketOf(order.Instrument);
        if (report.ExecType == ExecType.Trade)
        {
            account.Apply(market, order, in report);
            venue.Heard();
            tracker.Sample(clock.Nanos);
        }

        if (wasOpen || report.ExecType != ExecType.Trade)
        {
            desk.Settle(market, order, in report, before);
        }

        if (order.IsDone && wasOpen)
        {
            Count(order);
        }

        seat.Strategy.OnExecution(order, in report);
    }

    void Count(Order order)
    {
        desk.Close(order);
        sink.Order(order);
        switch (order.Status)
        {
            case OrdStatus.Filled:
                filled++;
                break;
            case OrdStatus.Canceled:
                cancelled++;
                break;
            case OrdStatus.Rejected:
                rejected++;
                break;
            default:
                expired++;
                break;
        }
    }
}
