namespace Workbench.Core;

/// <summary>
/// When and at which price orders are filled by quotes and prints. What the data leave open is decided against
/// the trader, at the branch where it is; the README beside this file names each with the test that holds it.
/// </summary>
sealed class Matching
{
    readonly RunConfig config;
    readonly SimulatedVenue venue;
    readonly SeededRandom dice;
    readonly bool isLimited;

    public Matching(RunConfig config, SimulatedVenue venue)
    {
        this.config = config;
        this.venue = venue;
        dice = new SeededRandom(unchecked(config.Seed * 37 + 29));
        isLimited = config.Liquidity is not UnlimitedLiquidity;
        Depth = new DepthMatching(config, venue, this);
    }

    /// <summary>The rules for markets whose data hold the order book.</summary>
    public DepthMatching Depth { get; }

    /// <summary>Whether a limit order would trade at once at that quote.</summary>
    public static bool IsMarketable(Resting resting, long bid, long ask) => resting.IsBuy ? ask <= resting.LimitRaw : bid >= resting.LimitRaw;

    /// <summary>Matches a market's orders against its bid and ask now: a tick, a print where there are no quotes, or the open of a stored bar.</summary>
    public void AtQuote(Market market)
    {
        if (market.IsByBook)
        {
            Depth.AtBook(market);
            return;
        }

        var number = venue.Begin();
        Supply(market);
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            if (resting.Meets(number))
            {
                Meet(resting, market.Bid, market.Ask);
            }
        }

        market.Resting.Settle();
    }

    /// <summary>Lets a print fill what rests at its price or better: the market traded there, whatever the quotes say. What stands in a queue is served in turn.</summary>
    public void AtPrint(Market market, in Trade trade)
    {
        var number = venue.Begin();
        Supply(market, trade.Size, trade.Size, isVolume: true);
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            if (!resting.Meets(number) || resting is not { Wait: Wait.Limit, IsFresh: false })
            {
                continue;
            }

            if (resting.IsQueued)
            {
                Depth.AtPrint(resting, in trade);
            }
            else if (Reached(resting.IsBuy, trade.PriceRaw, resting.LimitRaw))
            {
                Fill(resting, new Execution(resting.LimitRaw, Takes: false, AtOurPrice: trade.PriceRaw == resting.LimitRaw));
            }
        }

        market.Resting.Settle();
    }

    /// <summary>Lets one order meet the price in force: it arrived and may, or a bell rang for it.</summary>
    public void Meet(Resting resting)
    {
        var market = resting.Market;
        if (market.IsByBook)
        {
            Depth.Meet(resting);
            return;
        }

        Supply(market);
        Meet(resting, market.Bid, market.Ask);
    }

    /// <summary>One order and one quote.</summary>
    /// <param name="resting">The order.</param>
    /// <param name="bid">Best bid, raw.</param>
    /// <param name="ask">Best ask, raw.</param>
    /// <param name="crossed">Whether the price is known to move through the order's: a point on a path.</param>
    public void Meet(Resting resting, long bid, long ask, bool crossed = false)
    {
        var other = resting.IsBuy ? ask : bid;
        if (!Pull(resting, other))
        {
            return;
        }

        var isFirst = resting.IsFresh;
        if (ExecutionAt(resting, other, crossed) is { } execution)
        {
            Fill(resting, execution);
        }

        resting.IsFresh = false;
        EndAtOnce(resting, isFirst);
    }

    /// <summary>Shows an order that has a trigger the price; false while it goes on waiting for it.</summary>
    public bool Pull(Resting resting, long other)
    {
        if (resting.Wait is not (Wait.Stop or Wait.Touch or Wait.Trail))
        {
            return true;
        }

        if (IsTriggered(resting, other))
        {
            Trigger(resting);
            return true;
        }

        resting.IsFresh = false;
        if (resting.Wait == Wait.Trail)
        {
            resting.Follow(other);
        }

        return false;
    }

    Execution? ExecutionAt(Resting resting, long other, bool crossed)
    {
        var limit = resting.LimitRaw;
        if (resting.Wait == Wait.Any || (resting.IsFresh && (resting.IsBuy ? other <= limit : other >= limit)))
        {
            // It came in marketable and takes what is quoted. Of a stop that is the first price beyond it, never its own: the gap is ours to pay.
            return new Execution(other, Takes: true);
        }

        // It waited at its price and is served there; that the market went further is not our luck.
        return resting.Wait == Wait.Limit && (crossed ? other == limit : Reached(resting.IsBuy, other, limit))
            ? new Execution(limit, Takes: false, AtOurPrice: other == limit && !crossed)
            : null;
    }

    /// <summary>Whether a price pulls an order's trigger.</summary>
    public static bool IsTriggered(Resting resting, long other) => resting.Wait switch
    {
        Wait.Touch => resting.IsBuy ? other <= resting.StopRaw : other >= resting.StopRaw,
        Wait.Trail when resting.BestRaw == 0 => false,
        _ => resting.IsBuy ? other >= resting.StopRaw : other <= resting.StopRaw,
    };

    void Trigger(Resting resting)
    {
        var order = resting.Order;
        if (order.Type == OrderType.TrailingStopLimit)
        {
            var offset = resting.Market.Instrument.ToRaw(order.LimitOffset);
            resting.LimitRaw = resting.IsBuy ? resting.StopRaw + offset : resting.StopRaw - offset;
        }

        resting.Wait = resting.LimitRaw != 0 ? Wait.Limit : Wait.Any;
        resting.IsFresh = true;
        resting.ReleasedBy = venue.Number;
        if (order.Type is OrderType.StopLimit or OrderType.LimitIfTouched or OrderType.TrailingStop or OrderType.TrailingStopLimit)
        {
            // Of a plain stop or touch the fill itself tells; these may go on to wait, or had no price of their own before.
            venue.Triggered(resting);
        }
    }

    /// <summary>What must be filled at its first meeting ends with it.</summary>
    public void EndAtOnce(Resting resting, bool isFirst)
    {
        if (isFirst && resting is { IsDone: false, Wait: Wait.Any or Wait.Limit } && resting.Order.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok && resting.Workable > 0m)
        {
            venue.End(resting, ExecType.Expired, "what could be filled at once was");
        }
    }

    /// <summary>An order's trigger was reached at a price within a stored bar.</summary>
    public void TriggerAt(Resting resting, long price)
    {
        Trigger(resting);
        if (resting.Wait == Wait.Any || (resting.IsBuy ? price <= resting.LimitRaw : price >= resting.LimitRaw))
        {
            Fill(resting, new Execution(price, Takes: true));
        }

        EndAtOnce(resting, isFirst: true);
        resting.IsFresh = false;
    }

    /// <summary>Fills what the event at hand can fill of an order at a price.</summary>
    public void Fill(Resting resting, Execution execution)
    {
        var (order, market) = (resting.Order, resting.Market);
        var most = isLimited ? market.Left(resting.IsBuy) : decimal.MaxValue;
        if (IsTooLittle(resting, most))
        {
            return;
        }

        // At our very price others see one slice of an iceberg, and the next one queues behind them.
        var before = resting.CumQty;
        Take(resting, execution, execution.AtOurPrice && order.DisplayQty > 0m ? Math.Min(most, order.DisplayQty) : most, execution.PriceRaw);
        if (isLimited)
        {
            market.Take(resting.IsBuy, resting.CumQty - before);
        }
    }

    /// <summary>Fills an order at a price with so much at the most, and no more than its position where it may only reduce.</summary>
    /// <param name="resting">The order.</param>
    /// <param name="execution">The price.</param>
    /// <param name="most">Units that can be had.</param>
    /// <param name="quoted">Price without walking the ladder or slipping, raw: what is paid beyond it is slippage.</param>
    public void Take(Resting resting, Execution execution, decimal most, long quoted)
    {
        var allowed = Allowed(resting);
        var qty = most < allowed ? resting.Market.Instrument.RoundToLot(most) : allowed;
        if (qty <= 0m)
        {
            return;
        }

        var price = execution.Takes ? Slip(resting, execution.PriceRaw, qty) : execution.PriceRaw;
        venue.Fill(resting, qty, price, execution.Takes, quoted);
    }

    /// <summary>Whether that would fill a fill-or-kill order in part only.</summary>
    public bool IsTooLittle(Resting resting, decimal most) =>
        resting.Order.TimeInForce == TimeInForce.Fok && Math.Min(Allowed(resting), most) < resting.OrderQty - resting.CumQty;

    /// <summary>Units of an order that may be filled: of an exit what its entry has, of a reduce-only order what its position has.</summary>
    decimal Allowed(Resting resting)
    {
        if (!resting.Order.ReduceOnly || resting.IsDone || resting.Workable <= 0m)
        {
            return resting.IsDone ? 0m : resting.Workable;
        }

        var reducible = venue.Reducible(resting);
        if (reducible == 0m)
        {
            venue.End(resting, ExecType.Canceled, "nothing is left to reduce");
        }

        return Math.Min(resting.Workable, reducible);
    }

    /// <summary>The price one gets, beyond the quote or at it.</summary>
    long Slip(Resting resting, long quoted, decimal qty)
    {
        if (ReferenceEquals(config.Slippage, TickSlippage.None))
        {
            return quoted;
        }

        var instrument = resting.Market.Instrument;
        var beyond = config.Slippage.Beyond(new Taking(instrument, instrument.FromRaw(quoted), qty, resting.Market.Offered(resting.IsBuy)), dice);
        var steps = instrument.ToRaw(decimal.Ceiling(beyond / instrument.TickSize) * instrument.TickSize);
        var price = resting.IsBuy ? quoted + steps : Math.Max(quoted - steps, instrument.ToRaw(instrument.TickSize));
        return resting.LimitRaw == 0 ? price : resting.IsBuy ? Math.Min(price, resting.LimitRaw) : Math.Max(price, resting.LimitRaw);
    }

    /// <summary>Says how much the quote, print or bar at hand can fill.</summary>
    public void Supply(Market market) => Supply(market, market.BidSize, market.AskSize, isVolume: !market.HasQuotes);

    void Supply(Market market, decimal toSell, decimal toBuy, bool isVolume)
    {
        if (isLimited || venue.NeedsSizes)
        {
            market.Supply(toSell, toBuy, config.Liquidity.Limit(toSell, isVolume), config.Liquidity.Limit(toBuy, isVolume));
        }
    }

    /// <summary>We cannot see the queue: unless told otherwise the market has to trade through a limit before we believe it filled.</summary>
    public bool Reached(bool isBuy, long other, long limit) => config.LimitFill == LimitFillRule.Touch
        ? isBuy ? other <= limit : other >= limit
        : isBuy ? other < limit : other > limit;
}
