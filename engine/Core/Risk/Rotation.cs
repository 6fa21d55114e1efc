namespace Workbench.Core;

/// <summary>Keeps entries of those scripts out whose market it is not.</summary>
sealed class Rotation
{
    readonly RotationTerms terms;
    readonly RegimeRule?[] rules;
    readonly SortedDictionary<int, MarketRegime> regimes = [];

    public Rotation(RotationTerms terms, RunConfig config)
    {
        this.terms = terms;
        rules = [.. config.Books.Select(book => terms.Of.GetValueOrDefault(book))];
    }

    /// <summary>Puts the states of each market on its bars, ahead of the scripts.</summary>
    public void Start(List<Market> markets, Schedule schedule)
    {
        foreach (var market in markets.Where(market => market.IsTraded))
        {
            var regime = new MarketRegime(terms.Regime);
            var series = BarSeries.For(market, terms.Timeframe, isChart: false);
            series.Indicators.Add(regime);
            market.Series.Add(series);
            schedule.Add(series);
            regimes[market.Index] = regime;
        }
    }

    /// <summary>What speaks against an entry. While the states are not known yet, scripts that wait for one stay out.</summary>
    public Refusal Check(Market market, Order order)
    {
        if (rules[order.Book] is not { } rule || !regimes.TryGetValue(market.Index, out var regime))
        {
            return default;
        }

        return !regime.IsReady ? new Refusal(RejectReason.EntriesBlocked, $"the state of {market.Instrument.Symbol} is not known yet")
            : rule.Allows(regime.Trend, regime.Volatility) ? default
            : new Refusal(RejectReason.EntriesBlocked, $"{market.Instrument.Symbol} is {ModelText.NameOf(regime.Trend)} with {ModelText.NameOf(regime.Volatility)} volatility, which is not this script's market");
    }
}
