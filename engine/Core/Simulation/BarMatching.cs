namespace Workbench.Core;

/// <summary>
/// When and at which price orders are filled within a stored bar, of which only four prices are known. Either nothing is
/// assumed of the way between them, and whatever hurts comes first, or the price is led along a path that the run names.
/// </summary>
sealed class BarMatching(RunConfig config, SimulatedVenue venue, Matching quotes)
{
    /// <summary>Whether the price is led along a path.</summary>
    public bool HasPath => config.Path != IntrabarPath.Worst;

    /// <summary>Matches stops against the range of a stored bar.</summary>
    /// <remarks>Where a stop and a target lie in one bar nobody knows which came first. Stops go first: against the trader.</remarks>
    public void Stops(Market market, in Stretch bar)
    {
        var number = venue.Begin();
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            if (resting.Meets(number))
            {
                Stop(resting, in bar);
            }
        }

        market.Resting.Settle();
    }

    /// <summary>Matches what limits are left against the range of a stored bar, once the strategy has heard of its stops and could cancel.</summary>
    public void Limits(Market market, in Stretch bar)
    {
        var number = venue.Number;
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            if (resting.Meets(number) && resting.ReleasedBy != number)
            {
                Limit(resting, in bar);
            }
        }

        market.Resting.Settle();
    }

    /// <summary>Matches what a fill or a trigger within a stored bar brought to life, against what is certain of the rest of that bar.</summary>
    public void Released(Market market, in Stretch bar)
    {
        var number = venue.Number;
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            if (resting is { IsDone: false, Wait: not Wait.Held } && resting.ReleasedBy == number)
            {
                Release(resting, in bar);
            }
        }

        market.Resting.Settle();
    }

    /// <summary>Begins a stored bar whose price is led along a path.</summary>
    /// <returns>The bar's number, for <see cref="Step"/>.</returns>
    public long BeginPath() => venue.Begin();

    /// <summary>Moves the price along the bar's path, up to the first order that it fills.</summary>
    /// <returns>True when something was filled: the strategy hears of it, then the price moves on from <paramref name="at"/>.</returns>
    public bool Step(Market market, long bar, ref long at, long to)
    {
        var number = venue.Begin();
        Resting? first = null;
        var nearest = to;
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            if (resting.Meets(number) && resting.PassedOver != bar && resting.Workable > 0m
                && Hit(resting, at, to) is { } price && (first is null || Math.Abs(price - at) < Math.Abs(nearest - at)))
            {
                (first, nearest) = (resting, price);
            }
        }

        Follow(market, nearest, number, first);
        at = nearest;
        if (first is null)
        {
            return false;
        }

        var (filled, wait) = (first.CumQty, first.Wait);
        quotes.Meet(first, nearest, nearest, crossed: true);
        if (first.CumQty == filled && first.Wait == wait)
        {
            // One that this price cannot fill, for want of volume, must not hold the price up.
            first.PassedOver = bar;
        }

        market.Resting.Settle();
        return true;
    }

    /// <summary>The way the price takes through a stored bar.</summary>
    public (long First, long Second) Turns(in Stretch bar)
    {
        var highFirst = config.Path == IntrabarPath.HighFirst
            || (config.Path == IntrabarPath.Nearest && bar.High - bar.First < bar.First - bar.Low);
        return highFirst ? (bar.High, bar.Low) : (bar.Low, bar.High);
    }

    /// <summary>The price came to a stop from within the bar, unless the bar opened beyond it: then it gets the open.</summary>
    void Stop(Resting resting, in Stretch bar)
    {
        // A trailing stop meets the adverse extreme where it stands, before it may follow the other one.
        var stop = resting.StopRaw;
        if (resting.Wait == Wait.Stop || (resting.Wait == Wait.Trail && resting.BestRaw != 0))
        {
            if (resting.IsBuy ? bar.High >= stop : bar.Low <= stop)
            {
                quotes.TriggerAt(resting, resting.IsBuy ? Math.Max(stop, bar.First) : Math.Min(stop, bar.First));
            }
        }
    }

    void Limit(Resting resting, in Stretch bar)
    {
        long near = resting.IsBuy ? bar.Low : bar.High, limit = resting.LimitRaw;
        switch (resting.Wait)
        {
            case Wait.Limit when quotes.Reached(resting.IsBuy, near, limit):
                quotes.Fill(resting, new Execution(Better(resting.IsBuy, limit, bar.First), Takes: false, AtOurPrice: near == limit));
                break;
            case Wait.Touch when resting.IsBuy ? near <= resting.StopRaw : near >= resting.StopRaw:
                quotes.TriggerAt(resting, Better(resting.IsBuy, resting.StopRaw, bar.First));
                break;
            case Wait.Trail:
                // The favourable extreme came last as far as anybody knows; a close beyond the stop that follows it is certain.
                resting.Follow(near);
                if (Matching.IsTriggered(resting, bar.Last))
                {
                    quotes.TriggerAt(resting, resting.StopRaw);
                }

                break;
        }

        quotes.EndAtOnce(resting, resting.IsFresh);
        resting.IsFresh = false;
    }

    /// <summary>Of the rest of the bar behind an entry or a trigger only the close is certain; a stop within the range is taken for hit.</summary>
    void Release(Resting resting, in Stretch bar)
    {
        switch (resting.Wait)
        {
            case Wait.Stop when resting.IsBuy ? bar.High >= resting.StopRaw : bar.Low <= resting.StopRaw:
                quotes.TriggerAt(resting, resting.StopRaw);
                break;
            case Wait.Limit when quotes.Reached(resting.IsBuy, bar.Last, resting.LimitRaw):
                quotes.Fill(resting, new Execution(resting.LimitRaw, Takes: false));
                break;
            case Wait.Trail:
                resting.Follow(bar.Last);
                break;
        }

        resting.IsFresh = false;
    }

    /// <summary>Where on the way from one price to another an order is filled or triggered; null where it is not.</summary>
    long? Hit(Resting resting, long from, long to)
    {
        var price = resting.Wait switch
        {
            Wait.Any => from,
            Wait.Limit => resting.LimitRaw,
            Wait.Trail when resting.BestRaw == 0 => (long?)null,
            _ => resting.StopRaw,
        };
        if (price is not { } at)
        {
            return null;
        }

        var comesToUs = resting.Wait is Wait.Limit or Wait.Touch;
        var isBelow = resting.IsBuy == comesToUs;
        if (resting.Wait == Wait.Any || (resting.IsFresh && (isBelow ? from <= at : from >= at)))
        {
            return from;
        }

        var passes = resting.Wait == Wait.Limit && config.LimitFill == LimitFillRule.Through
            ? isBelow ? to < at : to > at
            : isBelow ? to <= at : to >= at;
        return passes && (isBelow ? from >= at : from <= at) ? at : null;
    }

    static void Follow(Market market, long price, long number, Resting? first)
    {
        for (var i = 0; i < market.Resting.Count; i++)
        {
            var resting = market.Resting[i];
            if (resting.Meets(number) && !ReferenceEquals(resting, first))
            {
                resting.IsFresh &= resting.Wait == Wait.Any;
                if (resting.Wait == Wait.Trail)
                {
                    resting.Follow(price);
                }
            }
        }
    }

    static long Better(bool isBuy, long price, long open) => isBuy ? Math.Min(price, open) : Math.Max(price, open);
}
