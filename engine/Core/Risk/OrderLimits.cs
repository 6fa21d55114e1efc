namespace Workbench.Core;

/// <summary>Holds an order against the limits of its market and of all markets together, before it goes out.</summary>
/// <remarks>
/// Size, position, leverage and collar do not bind an order that can only make its book's position smaller. How many orders are open and how fast they
/// follow each other bind every order of a script: a script that runs wild must not flood a venue with exits either.
/// </remarks>
sealed class OrderLimits(Account account, List<Market> markets, WorkingOrders working, ReplayClock clock)
{
    /// <summary>What speaks against an order by one set of limits.</summary>
    public Refusal Check(LimitSet limits, in Intent wish, bool isReduction)
    {
        if (Pace(limits, in wish) is { Is: true } pace)
        {
            return pace;
        }

        return isReduction ? default
            : limits.NeedsPrice && !wish.IsPriced ? Unpriced(wish.Market)
            : Size(limits, in wish) is { Is: true } size ? size
            : Position(limits, in wish);
    }

    Refusal Pace(LimitSet limits, in Intent wish)
    {
        var open = limits.OpenOrders is { } count && !wish.IsAmendment ? count.Judge(Count(limits.Market)) : default;
        var rate = limits.OrderRate?.Judge(limits.SentWithin(clock.Nanos) + 1) ?? default;
        return open.Is ? open : rate;
    }

    static Refusal Size(LimitSet limits, in Intent wish)
    {
        var qty = limits.OrderQty?.Judge(wish.Qty) ?? default;
        var worth = limits.OrderNotional?.Judge(wish.Worth) ?? default;
        var price = limits.PriceCollar?.Judge(wish.Distance) ?? default;
        return qty.Is ? qty : worth.Is ? worth : price;
    }

    Refusal Position(LimitSet limits, in Intent wish)
    {
        if (limits.OfState.Length == 0)
        {
            return default;
        }

        var after = Reach.Of(wish.Market, working.All, wish);
        var side = wish.IsBuy ? after.Long : after.Short;
        var (units, worth) = limits.Market is null ? (after.Gross, Most(in wish, after.Gross)) : (side, Most(in wish, side));
        var gross = Most(in wish, after.Gross);
        foreach (var market in limits.Market is null ? markets : [])
        {
            if (!ReferenceEquals(market, wish.Market))
            {
                var other = Reach.Of(market, working.All).Gross;
                var value = Exposures.Worth(market, other);
                (units, worth, gross) = (units + other, worth + value, gross + value);
            }
        }

        return limits.PositionQty?.Refuses(units) is { Is: true } position ? position
            : limits.PositionNotional?.Refuses(worth) is { Is: true } value2 ? value2
            : limits.GrossLeverage?.Refuses(Exposures.Share(gross, account.Equity)) is { Is: true } leverage ? leverage
            : limits.NetLeverage is { } net ? Net(net, in wish) : default;
    }

    /// <summary>Signed values of one market, or of all, with what works on the order's side; an order that brings the sum nearer to nothing passes.</summary>
    Refusal Net(Gauge limit, in Intent wish)
    {
        var before = 0m;
        foreach (var market in markets)
        {
            if (limit.Market is null || ReferenceEquals(limit.Market, market))
            {
                before += Exposures.Signed(market) + OnSide(market, in wish);
            }
        }

        var after = before + (wish.IsBuy ? wish.Worth : -wish.Worth);
        return Math.Abs(after) <= Math.Abs(before) ? default : limit.Refuses(Exposures.Share(Math.Abs(after), account.Equity));
    }

    decimal OnSide(Market market, in Intent wish)
    {
        var signed = 0m;
        foreach (var order in working.All)
        {
            if (order.Side == wish.Order.Side && Reach.Opens(order, market) && !ReferenceEquals(order, wish.Order))
            {
                signed += order.Side == Side.Buy ? Tally.Leaves(order) : -Tally.Leaves(order);
            }
        }

        return Exposures.Signed(market, signed);
    }

    /// <summary>What a side would be worth: at the market, or what the order brings at its own price, whichever is more.</summary>
    static decimal Most(in Intent wish, decimal qty) =>
        Exposures.Worth(wish.Market, Math.Max(0m, qty - wish.Qty)) + (qty < wish.Qty ? Exposures.Worth(wish.Market, qty) : wish.Worth);

    /// <summary>Orders that work, the one at hand among them.</summary>
    int Count(Market? of)
    {
        var count = 0;
        foreach (var order in working.All)
        {
            count += of is null || ReferenceEquals(of.Instrument, order.Instrument) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Where a limit asks for a worth that nobody knows yet, nothing is let through.</summary>
    public static Refusal Unpriced(Market market) =>
        new(RejectReason.RiskLimit, $"what it is worth is not known: there is no price of {market.Instrument.Symbol}, or of what converts it, yet");
}
