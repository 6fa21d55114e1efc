namespace Workbench.Core;

/// <summary>
/// An order as the simulated venue has it. The venue counts for itself: what it has said and the strategy has not yet heard
/// must not be filled twice.
/// </summary>
sealed class Resting(Order order, Market market)
{
    public Order Order => order;

    public Market Market => market;

    public bool IsBuy { get; } = order.Side == Side.Buy;

    /// <summary>What it waits for.</summary>
    public Wait Wait { get; set; }

    /// <summary>Whether it still has to meet its first event, at which it takes what it finds.</summary>
    public bool IsFresh { get; set; }

    /// <summary>The venue's event by which it came to life: it does not meet that one.</summary>
    public long Since { get; set; }

    /// <summary>The venue's event by which an entry released it, or its trigger was reached.</summary>
    public long ReleasedBy { get; set; }

    /// <summary>The stored bar on whose path its price was reached once: it is not reached twice.</summary>
    public long PassedOver { get; set; } = -1;

    /// <summary>Limit price, raw.</summary>
    public long LimitRaw { get; set; }

    /// <summary>Stop or touch price, raw; of a trailing stop where it stands now.</summary>
    public long StopRaw { get; set; }

    /// <summary>Best price a trailing stop has seen, raw.</summary>
    public long BestRaw { get; set; }

    /// <summary>Quantity wanted in all.</summary>
    public decimal OrderQty { get; set; } = order.OrderQty;

    /// <summary>Filled so far.</summary>
    public decimal CumQty { get; set; }

    /// <summary>Whether it stands in the queue of a level, on depth.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Units ahead of us at our price.</summary>
    public decimal Ahead { get; set; }

    /// <summary>Units printed at our price since the level was last heard of.</summary>
    public decimal Printed { get; set; }

    /// <summary>When it ends by the clock; the end of time where it does not.</summary>
    public long ExpiresNanos { get; set; } = long.MaxValue;

    /// <summary>When a held order comes to life by the clock: at an opening or closing bell.</summary>
    public long WakesNanos { get; set; } = long.MaxValue;

    /// <summary>The exits or alternatives it is one of.</summary>
    public VenueList? List { get; set; }

    /// <summary>The exits that its fills release.</summary>
    public VenueList? Exits { get; set; }

    /// <summary>Whether it is over, as far as the venue is concerned.</summary>
    public bool IsDone { get; set; }

    /// <summary>Whether it may be filled at the venue's event.</summary>
    public bool Meets(long number) => !IsDone && Wait != Wait.Held && Since < number;

    /// <summary>What may be filled now: of an exit no more than its entry has been filled with.</summary>
    public decimal Workable => List is null ? OrderQty - CumQty : Math.Min(OrderQty - CumQty, List.Released - List.CumQty);

    /// <summary>Reads its prices anew, after it came in or was amended.</summary>
    public void Price(decimal limit, decimal stop)
    {
        IsQueued = false;
        LimitRaw = limit > 0m ? market.Instrument.ToRaw(limit) : 0;
        StopRaw = stop > 0m ? market.Instrument.ToRaw(stop) : 0;
    }

    /// <summary>Takes the terms that a split of the shares leaves; a trailing stop keeps its place under the new prices.</summary>
    public void Split(OrderTerms terms, Split split)
    {
        OrderQty = terms.OrderQty;
        if (Wait == Wait.Trail)
        {
            BestRaw = (long)(BestRaw * (decimal)split.Old / split.New);
            StopRaw = (long)(StopRaw * (decimal)split.Old / split.New);
        }
        else
        {
            Price(terms.Price, terms.StopPx);
        }
    }

    /// <summary>What an order of its type waits for once it works.</summary>
    public void Work()
    {
        Wait = order.Type switch
        {
            OrderType.Limit => Wait.Limit,
            OrderType.Stop or OrderType.StopLimit => Wait.Stop,
            OrderType.MarketIfTouched or OrderType.LimitIfTouched => Wait.Touch,
            OrderType.TrailingStop or OrderType.TrailingStopLimit => Wait.Trail,
            _ => Wait.Any,
        };

        // A post-only order was looked at when it came in; from then on it only ever waits.
        IsFresh = !order.PostOnly;
    }

    /// <summary>Lets a trailing stop follow a price, and never back.</summary>
    public void Follow(long price)
    {
        if (BestRaw != 0 && (IsBuy ? price >= BestRaw : price <= BestRaw))
        {
            return;
        }

        BestRaw = price;
        var distance = market.Instrument.ToRaw(order.Trail.From(market.Instrument, market.Instrument.FromRaw(price)));
        var stop = IsBuy ? price + distance : price - distance;
        StopRaw = StopRaw == 0 ? stop : IsBuy ? Math.Min(StopRaw, stop) : Math.Max(StopRaw, stop);
    }
}
