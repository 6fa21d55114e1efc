namespace Workbench.Core.Tests.Orders;

/// <summary>A trader who tries everything: every type, time in force, flag and list, good and bad, by dice alone.</summary>
sealed class AnyTrader(int seed, Instrument instrument)
{
    readonly SeededRandom dice = new(seed);
    readonly List<Order> sent = [];

    /// <summary>All orders, also refused ones.</summary>
    public IReadOnlyList<Order> Sent => sent;

    /// <summary>Entries with their exits.</summary>
    public List<OrderList> Brackets { get; } = [];

    public void Act(Scripted self)
    {
        var (bid, ask) = self.Market(instrument);
        if (bid == 0m)
        {
            return;
        }

        switch (dice.Next(9))
        {
            case 0 when sent.Count > 0:
                self.Cancel(sent[dice.Next(sent.Count)]);
                break;
            case 1 when sent.Count > 0:
                Amend(self, sent[dice.Next(sent.Count)]);
                break;
            case 2:
                Bracket(self, ask);
                break;
            case 3:
                sent.AddRange(self.SendOneCancelsOther(Any(ask), Any(ask)).Orders);
                break;
            case 4:
                break;
            default:
                sent.Add(self.Send(Any(ask)));
                break;
        }
    }

    void Bracket(Scripted self, decimal near)
    {
        var entry = Any(near) with { ReduceOnly = false };
        var other = entry.Side == Side.Buy ? Side.Sell : Side.Buy;
        var list = self.SendBracket(entry, Any(near) with { Side = other, OrderQty = entry.OrderQty }, Any(near) with { Side = other, OrderQty = entry.OrderQty });
        Brackets.Add(list);
        sent.Add(list.Parent!);
        sent.AddRange(list.Orders);
    }

    void Amend(Scripted self, Order order) => self.Amend(
        order,
        qty: dice.Next(2) == 0 ? Qty() : null,
        price: order.Price != 0m && dice.Next(2) == 0 ? order.Price + Steps(3) : null,
        stopPx: order.StopPx != 0m && dice.Next(2) == 0 ? order.StopPx + Steps(3) : null);

    NewOrder Any(decimal near)
    {
        var side = dice.Next(2) == 0 ? Side.Buy : Side.Sell;
        decimal at = near + Steps(6), beyond = at + Steps(3);
        var trail = dice.Next(3) switch { 0 => Trail.Ticks(dice.Next(1, 6)), 1 => Trail.Percent(dice.Next(1, 5)), _ => Trail.Price(dice.Next(1, 6) * instrument.TickSize) };
        var order = dice.Next(10) switch
        {
            0 => NewOrder.Market(side, Qty()),
            1 => NewOrder.Limit(side, Qty(), at),
            2 => NewOrder.Stop(side, Qty(), at),
            3 => NewOrder.StopLimit(side, Qty(), at, beyond),
            4 => NewOrder.MarketIfTouched(side, Qty(), at),
            5 => NewOrder.LimitIfTouched(side, Qty(), at, beyond),
            6 => NewOrder.TrailingStop(side, Qty(), trail),
            7 => NewOrder.TrailingStopLimit(side, Qty(), trail, dice.Next(0, 3) * instrument.TickSize),
            8 => NewOrder.MarketOnOpen(side, Qty()),
            _ => NewOrder.MarketOnClose(side, Qty()),
        };
        return order with
        {
            TimeInForce = (TimeInForce)dice.Next(1, 6),
            ExpireTime = UtcNanos.ToDateTime(Given.At(9, dice.Next(0, 12))),
            PostOnly = dice.Next(6) == 0,
            ReduceOnly = dice.Next(5) == 0,
            DisplayQty = dice.Next(5) == 0 ? dice.Next(1, 4) : 0m,
        };
    }

    decimal Qty() => dice.Next(20) == 0 ? dice.Next(-1, 1) * 0.5m : dice.Next(1, 9);

    decimal Steps(int most) => dice.Next(-most, most + 1) * instrument.TickSize;
}
