namespace Workbench.Core;

/// <summary>
/// When and at which price orders are filled where the data hold the order book: takers walk the ladder and consume what they
/// take, waiting limits stand in the queue of their level.
/// </summary>
sealed class DepthMatching(RunConfig config, SimulatedVenue venue, Matching quotes)
{
    /// <summary>Matches a market's orders against its book, as it is after a message.</summary>
    public void AtBook(Market market)
    {
        var number = venue.Begin();
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            if (resting.Meets(number))
            {
                Meet(resting);
            }
        }

        market.Resting.Settle();
    }

    /// <summary>Lets one order meet the book as it is: it arrived and may, or a bell rang for it.</summary>
    public void Meet(Resting resting)
    {
        var market = resting.Market;
        var other = resting.IsBuy ? market.Ask : market.Bid;
        if (!market.Book!.IsValid || !quotes.Pull(resting, other))
        {
            return;
        }

        var isFirst = resting.IsFresh;
        if (resting.Wait == Wait.Any || (resting.IsFresh && IsReached(resting, other)))
        {
            Walk(resting);
        }
        else if (resting.Wait == Wait.Limit && !resting.IsFresh && IsReached(resting, other))
        {
            // The other side stands at our price: all who were ahead of us have been served.
            ServeWhole(resting);
        }

        if (!resting.IsDone && resting.Wait == Wait.Limit && (resting.IsFresh || !resting.IsQueued))
        {
            Queue(resting);
        }

        resting.IsFresh = false;
        quotes.EndAtOnce(resting, isFirst);
    }

    /// <summary>A print: it serves the queue at its price, and all of what waits at better ones.</summary>
    public void AtPrint(Resting resting, in Trade trade)
    {
        if (Hits(resting, in trade))
        {
            Serve(resting, in trade);
        }
    }

    /// <summary>A level of the book changed: where it shrank without a print, some of the queue may have gone.</summary>
    public void LevelChanged(Market market, Side side, long price, long before, long now)
    {
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            if (resting is { IsDone: false, IsQueued: true } && resting.Order.Side == side && resting.LimitRaw == price)
            {
                var instrument = market.Instrument;
                var size = instrument.SizeFromRaw(now);

                // What prints took off the level has shortened the queue already.
                var left = Math.Max(size, instrument.SizeFromRaw(before) - resting.Printed);
                resting.Printed = 0m;
                resting.Ahead = size < left ? config.Queue.Ahead(Math.Min(resting.Ahead, left), left, size) : Math.Min(resting.Ahead, size);
            }
        }
    }

    /// <summary>Takes level after level, as far as the limit allows.</summary>
    void Walk(Resting resting)
    {
        var (market, side) = (resting.Market, resting.IsBuy ? Side.Sell : Side.Buy);

        // A fill-or-kill order looks at the whole ladder before it takes the first level.
        if (resting.Order.TimeInForce == TimeInForce.Fok && quotes.IsTooLittle(resting, Within(resting, market, side)))
        {
            return;
        }

        for (var level = 0; level < market.Book!.Depth(side) && !resting.IsDone && resting.Workable > 0m; level++)
        {
            var (price, size) = market.Book.Level(side, level);
            if (resting.LimitRaw != 0 && (resting.IsBuy ? price > resting.LimitRaw : price < resting.LimitRaw))
            {
                return;
            }

            var offered = market.Instrument.SizeFromRaw(size) - market.Consumed(side, price, size);
            var filled = resting.CumQty;
            if (offered > 0m)
            {
                quotes.Take(resting, new Execution(price, Takes: true), offered, resting.IsBuy ? market.Ask : market.Bid);
                market.Consume(side, price, size, resting.CumQty - filled);
            }
        }
    }

    /// <summary>Units on the ladder within an order's limit.</summary>
    static decimal Within(Resting resting, Market market, Side side)
    {
        var sum = 0m;
        for (var level = 0; level < market.Book!.Depth(side); level++)
        {
            var (price, size) = market.Book.Level(side, level);
            if (resting.LimitRaw != 0 && (resting.IsBuy ? price > resting.LimitRaw : price < resting.LimitRaw))
            {
                break;
            }

            sum += market.Instrument.SizeFromRaw(size) - market.Consumed(side, price, size);
        }

        return sum;
    }

    /// <summary>Stands an order at the end of the queue at its price: whatever the level shows is ahead of it.</summary>
    static void Queue(Resting resting)
    {
        var market = resting.Market;
        resting.IsQueued = true;
        resting.Printed = 0m;
        resting.Ahead = market.Instrument.SizeFromRaw(market.Book!.SizeAt(resting.Order.Side, resting.LimitRaw));
    }

    void Serve(Resting resting, in Trade trade)
    {
        if (trade.PriceRaw != resting.LimitRaw)
        {
            ServeWhole(resting);
            return;
        }

        resting.Printed += trade.Size;
        var beyond = trade.Size - resting.Ahead;
        resting.Ahead = Math.Max(0m, -beyond);
        if (beyond > 0m)
        {
            var slice = resting.Order.DisplayQty;
            quotes.Take(resting, new Execution(resting.LimitRaw, Takes: false), slice > 0m ? Math.Min(slice, beyond) : beyond, resting.LimitRaw);
            if (slice > 0m && !resting.IsDone)
            {
                // The next slice of an iceberg queues behind all others.
                Queue(resting);
            }
        }
    }

    /// <summary>Fills all of a waiting order, whatever the run believes of the sizes of quotes and prints: the market went through it.</summary>
    void ServeWhole(Resting resting) => quotes.Take(resting, new Execution(resting.LimitRaw, Takes: false), decimal.MaxValue, resting.LimitRaw);

    static bool IsReached(Resting resting, long other) => resting.IsBuy ? other <= resting.LimitRaw : other >= resting.LimitRaw;

    /// <summary>Whether a print took from our side at our price or beyond. Where nobody tells who took, the price decides.</summary>
    static bool Hits(Resting resting, in Trade trade) =>
        trade.Aggressor != resting.Order.Side && (resting.IsBuy ? trade.PriceRaw <= resting.LimitRaw : trade.PriceRaw >= resting.LimitRaw);
}
