namespace Workbench.Simulators.Oanda;

/// <summary>What an account is worth by the last prices, and what of that its trades bind.</summary>
sealed class OandaValuation(OandaOptions options, OandaPrices prices, OandaBooks books)
{
    /// <summary>What closing a trade now would bring, in the account's currency.</summary>
    public decimal Unrealized(OandaTrade trade)
    {
        var price = prices[trade.Instrument]!;
        var gain = ((trade.CurrentUnits > 0 ? price.Bid : price.Ask) - trade.Price) * trade.CurrentUnits;
        return prices.ToHome(gain, prices.Instrument(trade.Instrument)!.Quote).Money();
    }

    /// <summary>What units of an instrument are worth, at the middle.</summary>
    public decimal Value(string instrument, decimal units) =>
        Math.Abs(units) * prices[instrument]!.Mid * prices.Home(prices.Instrument(instrument)!.Quote);

    public decimal Margin(string instrument, decimal units) => Value(instrument, units) * prices.Instrument(instrument)!.MarginRate;

    /// <summary>The units that margin is asked for: the net of them, or the larger side on hedging accounts.</summary>
    /// <param name="instrument">Which.</param>
    /// <param name="more">Units of a fill that is thought of.</param>
    public decimal Bound(string instrument, decimal more = 0)
    {
        var longs = books.OpenOf(instrument).Where(trade => trade.IsLong).Sum(trade => trade.CurrentUnits) + Math.Max(more, 0);
        var shorts = books.OpenOf(instrument).Where(trade => !trade.IsLong).Sum(trade => trade.CurrentUnits) + Math.Min(more, 0);
        return options.HedgingEnabled ? Math.Max(longs, -shorts) : Math.Abs(longs + shorts);
    }

    public decimal MarginUsed() => Instruments().Sum(each => Margin(each, Bound(each)));

    public decimal Nav() => books.Balance + books.Open.Sum(Unrealized);

    public AccountState State()
    {
        var (nav, used) = (Nav(), MarginUsed());
        var percent = used == 0 ? 0 : nav <= 0 ? 99m : used / nav;
        return new AccountState
        {
            UnrealizedPL = (nav - books.Balance).Money(),
            Nav = nav.Money(),
            MarginUsed = used.Money(),
            MarginAvailable = Math.Max(0, nav - used).Money(),
            PositionValue = Instruments().Sum(each => Value(each, Bound(each))).Money(),
            MarginCallPercent = percent.Scaled(5),
            MarginCloseoutPercent = (percent / 2).Scaled(5),
        };
    }

    IEnumerable<string> Instruments() => books.Open.Select(trade => trade.Instrument).Distinct();
}
