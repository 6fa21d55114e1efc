namespace Workbench.Simulators.Oanda;

/// <summary>The last price of each instrument, and what a currency is worth in the account's by them.</summary>
sealed class OandaPrices(OandaOptions options)
{
    readonly Dictionary<string, OandaPrice> last = new(StringComparer.Ordinal);
    readonly Dictionary<string, OandaInstrument> instruments = options.Tradeable.ToDictionary(each => each.Name, StringComparer.Ordinal);

    public OandaPrice? this[string instrument] => last.GetValueOrDefault(instrument);

    public void Set(OandaPrice price) => last[price.Instrument] = price;

    public OandaInstrument? Instrument(string? name) => name is null ? null : instruments.GetValueOrDefault(name);

    /// <summary>Units of the account's currency for one of another, at the middle; 1 where no price tells.</summary>
    public decimal Home(string currency) => Rate(currency, options.Currency) ?? Through(currency, "USD") ?? Through(currency, "EUR") ?? 1m;

    /// <summary>An amount of profit or loss: the venue converts at a worse rate than the middle.</summary>
    public decimal ToHome(decimal amount, string currency) => amount * (amount < 0 ? LossFactor(currency) : GainFactor(currency));

    /// <summary>What closing units of a trade at a price brings, in the account's currency.</summary>
    /// <param name="trade">Which.</param>
    /// <param name="units">Of the fill, with its sign.</param>
    /// <param name="at">Price of the fill.</param>
    public decimal Realized(OandaTrade trade, decimal units, decimal at) =>
        ToHome((at - trade.Price) * -units, Instrument(trade.Instrument)!.Quote).Money();

    public decimal GainFactor(string currency) => Home(currency) * (1 - Markup(currency));

    public decimal LossFactor(string currency) => Home(currency) * (1 + Markup(currency));

    public QuoteHomeConversionFactors Factors(string currency) => new(GainFactor(currency).Scaled(8), LossFactor(currency).Scaled(8));

    decimal Markup(string currency) => currency == options.Currency ? 0 : options.ConversionMarkup;

    decimal? Through(string currency, string bridge) => Rate(currency, bridge) * Rate(bridge, options.Currency);

    decimal? Rate(string from, string to) => from == to ? 1m : this[$"{from}_{to}"]?.Mid ?? 1m / this[$"{to}_{from}"]?.Mid;
}
