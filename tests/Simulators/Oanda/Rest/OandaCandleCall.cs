namespace Workbench.Simulators.Oanda;

/// <summary>The candles call: so many before now or from a time, or all of a time.</summary>
sealed class OandaCandleCall(OandaOptions options, OandaCandles candles, TimeProvider clock)
{
    const int Most = 5_000;

    public OandaAnswer Answer(string name, OandaQuery query)
    {
        var instrument = options.Tradeable.FirstOrDefault(each => each.Name == name) ?? throw BadRequestException.Invalid("instrument");
        var granularity = query.Text("granularity") ?? "S5";
        if (!OandaCandles.Granularities.TryGetValue(granularity, out var length))
        {
            throw BadRequestException.Invalid("granularity");
        }

        var (from, to) = (query.Time("from"), query.Time("to"));
        if (from is not null && to is not null && query.Text("count") is not null)
        {
            throw new BadRequestException("'count' cannot be specified when both 'to' and 'from' are set");
        }

        var count = query.Count("count", from is not null && to is not null ? Most : 500, Most);
        var found = candles.Read(name, length, from?.Instant.UtcDateTime ?? DateTime.MinValue, to?.Instant.UtcDateTime ?? DateTime.MaxValue);
        var told = from is null ? found.Skip(found.Count - count) : found.Skip(query.Flag("includeFirst", true) ? 0 : 1).Take(count);
        return OandaAnswer.Ok(("instrument", name), ("granularity", granularity),
            ("candles", told.Select(each => Spell(each.Begin, each.Candle, length, query.Text("price") ?? "M", instrument)).ToList()));
    }

    Candlestick Spell(DateTime begin, OandaCandle candle, TimeSpan length, string price, OandaInstrument instrument) =>
        price.Any(letter => !"MBA".Contains(letter)) ? throw BadRequestException.Invalid("price")
        : new(OandaTime.From(begin), begin + length <= clock.GetUtcNow().UtcDateTime, candle.Volume,
            price.Contains('M') ? candle.Mid(instrument) : null, price.Contains('B') ? candle.Bid : null, price.Contains('A') ? candle.Ask : null);
}
