namespace Workbench.Core;

/// <summary>What margin positions need, at the prices of now. An account without terms for it needs none.</summary>
sealed class Margin(AccountTerms terms, Account account, List<Market> markets)
{
    readonly Dictionary<Market, MarginRates?> rates = [];

    /// <summary>Whether any instrument can need margin.</summary>
    public bool IsAsked { get; } = terms.Leverage > 0m || terms.MarginOf.Count > 0;

    /// <summary>Equity over initial margin at or below which the venue warns.</summary>
    public decimal CallLevel => terms.MarginCallLevel;

    /// <summary>The rates of a market; null where it needs no margin.</summary>
    public MarginRates? RatesOf(Market market)
    {
        if (!rates.TryGetValue(market, out var known))
        {
            known = terms.RatesOf(market.Instrument);
            rates[market] = known;
        }

        return known;
    }

    /// <summary>Margin that what is held needs: to open it and to keep it, in account currency. Both legs of a hedge count.</summary>
    public (decimal Initial, decimal Maintenance) Used()
    {
        decimal initial = 0m, maintenance = 0m;
        if (IsAsked)
        {
            foreach (var market in account.Held)
            {
                if (RatesOf(market) is { } needed)
                {
                    var value = market.Exposure.Gross * market.Conversion.Rate();
                    initial += value * needed.Initial;
                    maintenance += value * needed.Maintenance;
                }
            }
        }

        return (initial, maintenance);
    }

    /// <summary>The run's market of an instrument; null where it has none.</summary>
    public Market? MarketOf(Instrument instrument) => markets.Find(market => ReferenceEquals(market.Instrument, instrument));

    /// <summary>What the account's margin has against an order that enlarges what is held; market orders on their way count as filled.</summary>
    /// <param name="market">What is to be traded.</param>
    /// <param name="order">The order.</param>
    /// <param name="qty">Units asked after: all of a new order, or what an amendment adds.</param>
    /// <param name="onTheirWay">Signed units of the market's other market orders on their way.</param>
    public Refusal Check(Market market, Order order, decimal qty, decimal onTheirWay)
    {
        // An exit has nothing to enlarge: it works only as far as its entry was filled, and that was asked after.
        if (!IsAsked || order.List?.Parent is not null || RatesOf(market) is not { } rate || !market.HasPrice || !market.Conversion.IsKnown)
        {
            return default;
        }

        var (added, pending) = Added(market, order, order.Side == Side.Buy ? qty : -qty, onTheirWay);
        if (added <= 0m)
        {
            return default;
        }

        var needed = Used().Initial + (Value(market, added, PriceOf(market, order)) + Value(market, pending, market.Mid)) * rate.Initial;
        return account.Equity >= needed
            ? default
            : new Refusal(RejectReason.InsufficientMargin, FormattableString.Invariant($"margin of {needed:0.##} is needed, more than equity"));
    }

    /// <summary>By how much an order would enlarge the position, and by how much those on their way will have before it.</summary>
    (decimal Added, decimal Pending) Added(Market market, Order order, decimal signed, decimal onTheirWay)
    {
        if (terms.Mode == PositionMode.Hedging)
        {
            // Nothing cancels here: whatever does not only reduce, adds.
            return (order.ReduceOnly ? 0m : Math.Abs(signed), Math.Abs(onTheirWay));
        }

        var (held, expected) = (market.Position.Qty, market.Position.Qty + onTheirWay);
        return (Math.Abs(expected + signed) - Math.Abs(expected), Math.Abs(expected) - Math.Abs(held));
    }

    static decimal PriceOf(Market market, Order order) =>
        order.Price > 0m ? order.Price : order.StopPx > 0m ? order.StopPx : market.Instrument.FromRaw(order.Side == Side.Buy ? market.Ask : market.Bid);

    static decimal Value(Market market, decimal qty, decimal price) =>
        qty == 0m ? 0m : market.Instrument.ValueOf(qty, price) * market.Conversion.Rate();
}
