namespace Workbench.Core;

/// <summary>
/// What the orders of one list do to each other at a venue that knows no such lists: exits wait here until their entry has been
/// filled, alternatives are cancelled from here. It holds as long as the session runs, and again once it has recovered.
/// </summary>
/// <remarks>Against the trader: between two messages to a venue both exits can be filled; where the venue knows reduce-only, exits are. And exits
/// of an entry that is filled in part wait until it is whole or has ended.</remarks>
sealed class HeldOrders(LiveBroker broker)
{
    readonly List<RiskApproved<Order>> held = [];

    /// <summary>An order of a list came in; one that waits for its entry is told to work, as at a venue that keeps it.</summary>
    public void Join(RiskApproved<Order> approved, Flight flight)
    {
        if (approved.Value.List?.Parent is not null)
        {
            held.Add(approved);
            broker.Keep(flight);
        }
    }

    /// <summary>Whether an order waits here.</summary>
    public bool Keeps(Order order) => held.Count > 0 && held.Exists(approved => ReferenceEquals(approved.Value, order));

    /// <summary>Cancels an order that waits here; false where it does not.</summary>
    public bool Cancel(Order order)
    {
        if (!Release(order, out _))
        {
            return false;
        }

        broker.Close(order, "");
        return true;
    }

    /// <summary>Amends an order that waits here; false where it does not.</summary>
    public bool Amend(Order order, OrderTerms terms)
    {
        if (!Keeps(order))
        {
            return false;
        }

        broker.Amend(order, terms);
        return true;
    }

    /// <summary>An order was filled: of an entry that is whole the exits set out; what is filled of one alternative, the others lose.</summary>
    public void Filled(Order order, bool isWhole)
    {
        if (order.Exits is { } exits && isWhole)
        {
            SendExits(exits, order.OrderQty);
        }

        if (order.List is { } list && (isWhole || list.Contingency == ContingencyType.OneCancelsOther))
        {
            foreach (var other in list.Orders)
            {
                if (!ReferenceEquals(other, order))
                {
                    broker.CancelOther(other);
                }
            }
        }
    }

    /// <summary>An order ended before it was whole: exits are left what it was filled with.</summary>
    public void Ended(Order order, decimal cumQty)
    {
        if (order.Exits is { } exits)
        {
            SendExits(exits, cumQty);
        }
    }

    void SendExits(OrderList exits, decimal entered)
    {
        foreach (var exit in exits.Orders)
        {
            if (!Release(exit, out var approved))
            {
                continue;
            }

            if (entered == 0m)
            {
                broker.Close(exit, "its entry ended without a fill");
            }
            else
            {
                broker.SendHeld(approved!, Math.Min(exit.OrderQty, entered));
            }
        }
    }

    bool Release(Order order, out RiskApproved<Order>? approved)
    {
        approved = held.Find(each => ReferenceEquals(each.Value, order));
        return approved is not null && held.Remove(approved);
    }
}
