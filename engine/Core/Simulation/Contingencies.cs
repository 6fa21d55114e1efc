namespace Workbench.Core;

/// <summary>
/// What orders of one list do to each other at the venue: an entry's fills release its exits, a fill of one exit takes its
/// quantity off the others, a fill of one alternative cancels the rest.
/// </summary>
/// <remarks>The venue does it, at the instant of the fill: no message has to travel, so two exits are never filled for one position.</remarks>
sealed class Contingencies(SimulatedVenue venue)
{
    readonly Dictionary<OrderList, VenueList> lists = [];

    /// <summary>Takes an order that came in into the lists it belongs to.</summary>
    public void Join(Resting resting)
    {
        if (resting.Order.Exits is { } exits)
        {
            resting.Exits = Known(exits);
            resting.Exits.Parent = resting;
        }

        if (resting.Order.List is { } list)
        {
            resting.List = Known(list);
            resting.List.Members.Add(resting);
        }
    }

    /// <summary>An entry did not come in: its exits, which came before it, have nothing to exit from.</summary>
    public void Refused(Order entry)
    {
        if (entry.Exits is { } exits)
        {
            foreach (var member in Known(exits).Members)
            {
                venue.End(member, ExecType.Canceled, "its entry was refused");
            }

            lists.Remove(exits);
        }
    }

    /// <summary>Shares of a market are split.</summary>
    public static void Split(Market market, Split split)
    {
        for (var i = 0; i < market.Resting.Count; i++)
        {
            market.Resting[i].List?.Split(split, market.Instrument);
        }
    }

    /// <summary>An order was filled in part or whole.</summary>
    public void Filled(Resting resting, decimal qty)
    {
        if (resting.List is { } list)
        {
            list.CumQty += qty;
            Share(list, resting);
        }

        if (resting.Exits is { } exits)
        {
            foreach (var exit in exits.Members)
            {
                if (!exit.IsDone && exit.Wait == Wait.Held && exit.WakesNanos == long.MaxValue)
                {
                    venue.Release(exit);
                }
            }
        }

        Forget(resting);
    }

    /// <summary>An order ended without being filled whole.</summary>
    public void Ended(Resting resting)
    {
        if (resting.Exits is { } exits)
        {
            Share(exits, except: null);
        }

        Forget(resting);
    }

    /// <summary>An order's quantity was amended: what hangs on it follows.</summary>
    public void Amended(Resting resting)
    {
        if (resting.Exits is { } exits)
        {
            Share(exits, except: null);
        }
    }

    /// <summary>Leaves to each member what is left of what they share; a member with nothing left ends.</summary>
    void Share(VenueList list, Resting? except)
    {
        foreach (var member in list.Members)
        {
            if (member.IsDone || ReferenceEquals(member, except))
            {
                continue;
            }

            var left = list.Contingency == ContingencyType.OneCancelsOther && list.CumQty > 0m ? 0m : Math.Max(0m, list.BasisFor(member) - list.CumQty);
            var wanted = member.CumQty + Math.Min(left, member.OrderQty - member.CumQty);
            if (wanted == 0m)
            {
                venue.End(member, ExecType.Canceled, list.CumQty > 0m ? "another order of its list was filled" : "its entry ended without a fill");
            }
            else if (wanted < member.OrderQty)
            {
                venue.Restate(member, wanted, "another order of its list was filled, or its entry ended early");
            }
        }
    }

    VenueList Known(OrderList list)
    {
        if (!lists.TryGetValue(list, out var known))
        {
            known = new VenueList(list);
            lists[list] = known;
        }

        return known;
    }

    void Forget(Resting resting)
    {
        if (resting.List is { } list && list.Members.TrueForAll(static member => member.IsDone))
        {
            lists.Remove(resting.Order.List!);
        }
    }
}
