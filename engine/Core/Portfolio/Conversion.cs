namespace Workbench.Core;

/// <summary>How an amount of one currency becomes account currency: the mids of one or two pairs, multiplied or divided, at event time.</summary>
sealed class Conversion
{
    /// <summary>The amount is in account currency already.</summary>
    public static Conversion None { get; } = new([]);

    readonly Hop[] hops;

    Conversion(Hop[] hops) => this.hops = hops;

    /// <summary>Whether no rate is involved.</summary>
    public bool IsNone => hops.Length == 0;

    /// <summary>Whether the market's price is part of the rate.</summary>
    public bool Uses(Market market)
    {
        foreach (var hop in hops)
        {
            if (ReferenceEquals(hop.Pair, market))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether every pair it needs has a price.</summary>
    public bool IsKnown
    {
        get
        {
            foreach (var hop in hops)
            {
                if (hop.Pair.RateMid == 0m)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The pairs it needs.</summary>
    public IEnumerable<Market> Pairs => hops.Select(hop => hop.Pair);

    /// <summary>An amount in account currency, as it is booked.</summary>
    public decimal Convert(decimal amount) => IsNone || amount == 0m ? amount : Money.Booked(amount * Rate());

    /// <summary>Account currency per unit, now.</summary>
    /// <exception cref="WorkbenchException">A pair has no price yet.</exception>
    public decimal Rate()
    {
        var rate = 1m;
        foreach (var (pair, inverse) in hops)
        {
            var mid = pair.RateMid;
            if (mid == 0m)
            {
                throw RunErrors.NoRateYet(pair.Instrument.Symbol);
            }

            rate = inverse ? rate / mid : rate * mid;
        }

        return rate;
    }

    /// <summary>Finds the shortest way from one currency to another over the run's markets, two pairs at most.</summary>
    /// <returns>Null where there is none.</returns>
    public static Conversion? Find(IReadOnlyList<Market> markets, string from, string to)
    {
        if (from == to)
        {
            return None;
        }

        foreach (var (hop, reached) in From(markets, from))
        {
            if (reached == to)
            {
                return new Conversion([hop]);
            }
        }

        foreach (var (first, between) in From(markets, from))
        {
            foreach (var (second, reached) in From(markets, between))
            {
                if (reached == to)
                {
                    return new Conversion([first, second]);
                }
            }
        }

        return null;
    }

    static IEnumerable<(Hop Hop, string Reached)> From(IReadOnlyList<Market> markets, string currency)
    {
        foreach (var market in markets)
        {
            if (market.Instrument.AssetClass is not (AssetClass.Forex or AssetClass.Crypto))
            {
                continue;
            }

            if (market.Instrument.BaseCurrency == currency)
            {
                yield return (new Hop(market, false), market.Instrument.QuoteCurrency);
            }
            else if (market.Instrument.QuoteCurrency == currency)
            {
                yield return (new Hop(market, true), market.Instrument.BaseCurrency);
            }
        }
    }

    readonly record struct Hop(Market Pair, bool Inverse);
}
