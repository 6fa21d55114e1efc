namespace Workbench.Core;

/// <summary>What margin positions need, at the prices of now. An account without terms for it needs none.</summary>
sealed class Margin(AccountTerms terms, Account account)
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

    /// <summary>Whether equity carries an order that enlarges what is held, market orders on their way counted as filled.</summary>
    /// <param name="market">What is to be traded.</param>
    /// <param name="order">The order.</param>
    /// <param name="qty">Units of it that are still to be filled.</param>
    /// <param name="at">Price to value it at; 0 for the quote.</param>
    /// <param name="needed">The initial margin that all of it would need, in account currency.</param>
    public bool Carries(Market market, Order order, decimal qty, decimal at, out decimal needed)
    {
        needed = 0m;
        if (!IsAsked || RatesOf(market) is not { } rate || !market.HasPrice || !market.Conversion.IsKnown)
        {
            return true;
        }

        var price = at > 0m ? at : market.Instrument.FromRaw(order.Side == Side.Buy ? market.Ask : market.Bid);
        var (before, after) = (market.PendingMarketQty, market.PendingMarketQty + (order.Side == Side.Buy ? qty : -qty));
        if (terms.Mode == PositionMode.Netting)
        {
            before += market.Position.Qty;
            after += market.Position.Qty;
        }

        // In a hedging account nothing cancels: whatever does not only reduce, adds.
        var added = terms.Mode == PositionMode.Hedging ? (order.ReduceOnly ? 0m : qty) : Math.Abs(after) - Math.Abs(before);
        if (added <= 0m)
        {
            return true;
        }

        needed = Used().Initial + Value(market, added, price) * rate.Initial + Pending(market, rate);
        return account.Equity >= needed;
    }

    /// <summary>Margin for market orders that were sent and not yet filled, as far as they enlarge the position.</summary>
    decimal Pending(Market market, MarginRates rate)
    {
        var pending = terms.Mode == PositionMode.Hedging
            ? Math.Abs(market.PendingMarketQty)
            : Math.Abs(market.ExpectedQty) - Math.Abs(market.Position.Qty);
        return pending == 0m ? 0m : Value(market, pending, market.Mid) * rate.Initial;
    }

    static decimal Value(Market market, decimal qty, decimal price) =>
        market.Instrument.ValueOf(qty, price) * market.Conversion.Rate();
}
