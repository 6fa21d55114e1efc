namespace Workbench.Simulators.Providers.Series;

/// <summary>Bars as sources cut them whose days follow the market: shares from bell to bell, all else by the clock of UTC.</summary>
public static class Sessions
{
    /// <summary>Bars that open from a time on until before another.</summary>
    public static IEnumerable<SeededBar> SessionBars(this SeededMarket market, SeededSymbol symbol, DateTime from, DateTime to, TimeSpan step) =>
        symbol.Hours == TradingHours.Shares ? OfShares(market, symbol, from, to, step) : market.Bars(symbol, from, to, step);

    static IEnumerable<SeededBar> OfShares(SeededMarket market, SeededSymbol symbol, DateTime from, DateTime to, TimeSpan step)
    {
        for (var date = NewYork.Local(from).Date; date <= NewYork.Local(to).Date; date = date.AddDays(1))
        {
            var (bell, close) = (NewYork.Utc(date.AddHours(9.5)), NewYork.Utc(date.AddHours(16)));
            for (var begin = bell; NewYork.IsTradingDay(date) && begin < close; begin += step)
            {
                var end = begin + step < close ? begin + step : close;
                if (begin >= from && begin < to && market.Bar(symbol, begin, end) is { } bar)
                {
                    yield return bar;
                }
            }
        }
    }
}
