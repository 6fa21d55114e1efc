using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A trader without a plan: by dice alone it sends, amends and cancels orders of every kind, so that whatever can go wrong with one does.</summary>
sealed class StormTrader : Strategy
{
    /// <inheritdoc/>
    public override void OnTick(in Tick tick)
    {
        if (Random.Next(3) != 0)
        {
            return;
        }

        var away = Instrument.TickSize * Random.Next(-4, 25);
        var side = Random.Next(2) == 0 ? Side.Buy : Side.Sell;
        var qty = 1_000m * Random.Next(1, 9);
        var price = side == Side.Buy ? tick.Bid - away : tick.Ask + away;
        var stop = side == Side.Buy ? tick.Ask + away : tick.Bid - away;
        switch (Random.Next(10))
        {
            case 0:
                TargetPosition(side == Side.Buy ? qty : -qty, tag: "target");
                break;
            case 1:
                TargetPosition(0m, tag: "flat");
                break;
            case 2 or 3:
                Send(new NewOrder(side, OrderType.Limit, qty) { Price = price, TimeInForce = Random.Next(4) == 0 ? TimeInForce.Ioc : TimeInForce.Gtc });
                break;
            case 4:
                Send(NewOrder.Stop(side, qty, stop));
                break;
            case 5:
                SendBracket(NewOrder.Market(side, qty), Exits(side, qty, tick));
                break;
            case 6 or 7 when OpenOrders.Count > 0:
                Cancel(OpenOrders[Random.Next(OpenOrders.Count)]);
                break;
            case 8 when OpenOrders.Count > 0:
                var order = OpenOrders[Random.Next(OpenOrders.Count)];
                if (order.Type == OrderType.Limit)
                {
                    Amend(order, qty: Random.Next(2) == 0 ? order.OrderQty + 1_000m : null, price: order.Price + Instrument.TickSize * Random.Next(-5, 6));
                }

                break;
            default:
                if (OpenOrders.Count > 8)
                {
                    CancelAll();
                }

                break;
        }
    }

    NewOrder[] Exits(Side side, decimal qty, in Tick tick)
    {
        var (away, exit) = (Instrument.TickSize * Random.Next(3, 30), side == Side.Buy ? Side.Sell : Side.Buy);
        var up = side == Side.Buy ? 1 : -1;
        return [NewOrder.Limit(exit, qty, tick.Ask + up * away), NewOrder.Stop(exit, qty, tick.Bid - up * away)];
    }
}
