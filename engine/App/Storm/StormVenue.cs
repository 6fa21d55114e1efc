using System.Globalization;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// A venue in virtual time that does everything venues do to those who trust them: it loses requests and answers, says things twice,
/// late and in the wrong order, is not there for a while, and takes the same order twice if one sends it twice.
/// </summary>
/// <param name="instrument">What it trades.</param>
/// <param name="time">Virtual time.</param>
/// <param name="dice">What goes wrong.</param>
/// <param name="faults">Counts what went wrong.</param>
/// <param name="hear">Where its answers and events go; they may find nobody there.</param>
sealed class StormVenue(Instrument instrument, Timeline time, SeededRandom dice, StormFaults faults, Action<Input> hear)
{
    readonly List<StormOrder> orders = [];
    readonly decimal tick = instrument.TickSize;
    int trades;

    /// <summary>All orders that ever arrived.</summary>
    public IReadOnlyList<StormOrder> Orders => orders;

    /// <summary>Best bid.</summary>
    public decimal Bid { get; private set; } = 1.10000m;

    /// <summary>Best ask.</summary>
    public decimal Ask => Bid + 2 * tick;

    /// <summary>Signed units that all fills come to.</summary>
    public decimal Position => orders.Sum(static order => order.Request.Side == Side.Buy ? order.CumQty : -order.CumQty);

    /// <summary>Whether it misbehaves. At the end it does not, so that everybody can find out the truth.</summary>
    public bool Misbehaves { get; set; } = true;

    /// <summary>Whether events reach anybody.</summary>
    public bool IsConnected { get; private set; } = true;

    /// <summary>A command set out.</summary>
    public void Send(VenueCommand command)
    {
        var isQuestion = command.Kind is VenueCommandKind.Query or VenueCommandKind.Audit;
        if (Happens(40))
        {
            Fault("not sent");
            Answer(command, SendResult.NotSent("the line was busy"), Latency());
            return;
        }

        if (Happens(25))
        {
            Fault("request lost");
            Answer(command, SendResult.Unknown("no answer"), 2 * UtcNanos.Second);
            return;
        }

        time.In(Latency(), () =>
        {
            var answer = Arrive(command);
            if (Happens(20))
            {
                Fault("answer lost");
                Answer(command, SendResult.Unknown("no answer"), 2 * UtcNanos.Second);
            }
            else if (isQuestion)
            {
                time.In(Latency(), () => hear(answer!.Value));
            }
            else
            {
                Answer(command, SendResult.Answered, Latency());
            }
        });
    }

    /// <summary>The market moves, and orders are filled by it.</summary>
    public void Move()
    {
        Bid += tick * dice.Next(-3, 4);
        foreach (var order in orders.Where(static order => order.Works).ToList())
        {
            Match(order);
        }

        var (bid, ask) = (instrument.ToRaw(Bid), instrument.ToRaw(Ask));
        time.In(dice.Next(60) * UtcNanos.Millisecond, () => hear(Input.Tick(0, time.Now, bid, ask, 1, 1)));
    }

    /// <summary>The connection breaks: what is said meanwhile is never heard.</summary>
    public void Break()
    {
        if (!IsConnected)
        {
            return;
        }

        Fault("disconnect");
        IsConnected = false;
        hear(Input.Link(LinkKind.Orders, LinkState.Down, "broken"));
        time.In(dice.Next(1, 8_000) * UtcNanos.Millisecond, Mend);
    }

    /// <summary>The connection is there again.</summary>
    public void Mend()
    {
        IsConnected = true;
        hear(Input.Link(LinkKind.Orders, LinkState.Up, ""));
    }

    Input? Arrive(VenueCommand command)
    {
        switch (command.Kind)
        {
            case VenueCommandKind.Submit:
                Accept(command.Request!.Value);
                return null;
            case VenueCommandKind.Cancel:
                Cancel(command.Key);
                return null;
            case VenueCommandKind.Replace:
                Amend(command.Key, command.Request!.Value);
                return null;
            case VenueCommandKind.Query:
                // An order just made may not be found for a moment.
                var order = Find(command.Key);
                return order is null || (Misbehaves && order.Time + 500 * UtcNanos.Millisecond > time.Now && Happens(2)) ? Input.Found(command, null) : Input.Found(command, order.Told);
            default:
                return Input.Audit(command, new VenueState(
                    [.. orders.Where(static known => known.Works).Select(static known => known.Told)],
                    new VenueAccount("storm", time.Now) { Positions = [new VenuePosition(instrument.Symbol, Position, 0m)] }));
        }
    }

    void Accept(OrderRequest request)
    {
        if (Happens(50))
        {
            Fault("reject");
            Say(new VenueReport(request.ClOrdId, ExecType.Rejected, time.Now) { RejectReason = RejectReason.VenueRule, Text = "not today" });
            return;
        }

        var order = new StormOrder(request, string.Create(CultureInfo.InvariantCulture, $"V{orders.Count + 1}"), time.Now);
        orders.Add(order);
        Say(Report(order, ExecType.New));
        Match(order);
        if (order.Works && (request.TimeInForce == TimeInForce.Ioc || request.Type == OrderType.Market))
        {
            End(order, OrdStatus.Expired, ExecType.Expired);
        }
    }

    void Cancel(OrderKey key)
    {
        if (Find(key) is { Works: true } order)
        {
            End(order, OrdStatus.Canceled, ExecType.Canceled);
        }
        else
        {
            Say(new VenueReport(key.ClOrdId, ExecType.CancelRejected, time.Now) { RejectReason = RejectReason.OrderIsDone, Text = "unknown order" });
        }
    }

    void Amend(OrderKey key, OrderRequest wanted)
    {
        if (Find(key) is not { Works: true } order || wanted.OrderQty <= order.CumQty)
        {
            Say(new VenueReport(key.ClOrdId, ExecType.ReplaceRejected, time.Now) { RejectReason = RejectReason.OrderIsDone, Text = "unknown order" });
            return;
        }

        order.Terms = new OrderTerms(wanted.OrderQty, wanted.Price, wanted.StopPx);
        Say(Report(order, ExecType.Replaced) with { Terms = order.Terms });
        Match(order);
    }

    void Match(StormOrder order)
    {
        var (isBuy, price) = (order.Request.Side == Side.Buy, order.Request.Side == Side.Buy ? Ask : Bid);
        var isMet = order.Request.Type switch
        {
            OrderType.Market => true,
            OrderType.Limit => isBuy ? price <= order.Terms.Price : price >= order.Terms.Price,
            _ => isBuy ? price >= order.Terms.StopPx : price <= order.Terms.StopPx,
        };
        if (!isMet)
        {
            return;
        }

        var left = order.Terms.OrderQty - order.CumQty;
        if (order.Request.ReduceOnly)
        {
            left = Math.Min(left, Math.Max(0m, isBuy ? -Position : Position));
        }

        if (left <= 0m)
        {
            End(order, OrdStatus.Canceled, ExecType.Canceled);
            return;
        }

        // In two parts now and then: at different times for an order that waits.
        var qty = left > 1_000m && dice.Next(3) == 0 ? 1_000m : left;
        Fill(order, qty, price);
        if (order.Works && order.Request.Type == OrderType.Market)
        {
            Fill(order, left - qty, price);
        }
    }

    void Fill(StormOrder order, decimal qty, decimal price)
    {
        var fill = new VenueFill(string.Create(CultureInfo.InvariantCulture, $"T{++trades}"), time.Now, qty, price) { Commission = qty / 100_000m };
        order.Fills.Add(fill);
        order.Status = order.CumQty == order.Terms.OrderQty ? OrdStatus.Filled : OrdStatus.PartiallyFilled;
        Say(Report(order, ExecType.Trade) with { TradeId = fill.TradeId, LastQty = qty, LastPx = price, Commission = fill.Commission });
    }

    void End(StormOrder order, OrdStatus status, ExecType how)
    {
        order.Status = status;
        Say(Report(order, how));
    }

    VenueReport Report(StormOrder order, ExecType what) => new(order.Request.ClOrdId, what, time.Now)
    {
        VenueOrderId = order.VenueOrderId, Symbol = instrument.Symbol, Side = order.Request.Side, CumQty = Happens(3) ? null : order.CumQty,
    };

    /// <summary>Says something on the stream of our own events: late, twice, out of order, or to nobody.</summary>
    void Say(VenueReport report)
    {
        if (Happens(40))
        {
            Fault("event lost");
            return;
        }

        Deliver(report, Happens(12) ? dice.Next(4_000) : dice.Next(1, 40));
        if (Happens(15))
        {
            Fault("event twice");
            Deliver(report, dice.Next(6_000));
        }
    }

    void Deliver(VenueReport report, int milliseconds)
    {
        if (milliseconds > 40)
        {
            Fault("event late");
        }

        time.In(milliseconds * UtcNanos.Millisecond, () =>
        {
            if (IsConnected)
            {
                hear(Input.Report(report));
            }
            else
            {
                Fault("event unheard");
            }
        });
    }

    void Answer(VenueCommand command, SendResult result, long after)
    {
        var isQuestion = command.Kind is VenueCommandKind.Query or VenueCommandKind.Audit;
        time.In(after, () => hear(
            !isQuestion ? Input.Sent(command, result)
            : command.Kind == VenueCommandKind.Query ? Input.NotFound(command, result.Text)
            : Input.NoAudit(command, result.Text)));
    }

    StormOrder? Find(OrderKey key) => orders.FindLast(order =>
        key.ClOrdId.Length > 0 ? order.Request.ClOrdId == key.ClOrdId : order.VenueOrderId == key.VenueOrderId);

    long Latency() => dice.Next(1, 30) * UtcNanos.Millisecond;

    bool Happens(int onceIn) => Misbehaves && dice.Next(onceIn) == 0;

    void Fault(string what) => faults.Note(what);
}
