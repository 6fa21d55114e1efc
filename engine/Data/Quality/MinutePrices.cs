namespace Workbench.Data.Quality;

/// <summary>Thins tapes to one price a minute, as they are read.</summary>
public static class MinutePrices
{
    /// <summary>Of ticks, the mid.</summary>
    public static IEnumerable<MinutePrice> Of(ICursor<TickBatch> tape)
    {
        var unit = Unit(tape.Instrument) / 2;
        return Last(tape, new TickBatch { WantsSizes = false }, batch => batch.Count, (batch, at) => (batch.Time[at], (batch.Bid[at] + batch.Ask[at]) * unit));
    }

    /// <summary>Of prints, the price.</summary>
    public static IEnumerable<MinutePrice> Of(ICursor<TradeBatch> tape)
    {
        var unit = Unit(tape.Instrument);
        return Last(tape, new TradeBatch(), batch => batch.Count, (batch, at) => (batch.Time[at], batch.Price[at] * unit));
    }

    /// <summary>Of bars, the close, which was known when the bar ended.</summary>
    public static IEnumerable<MinutePrice> Of(ICursor<BarBatch> tape)
    {
        var unit = Unit(tape.Instrument);
        return Last(tape, new BarBatch(), batch => batch.Count, (batch, at) => (batch.CloseTime[at] - 1, batch.Close[at] * unit));
    }

    static double Unit(Instrument instrument) => (double)instrument.FromRaw(1);

    static IEnumerable<MinutePrice> Last<TBatch>(ICursor<TBatch> tape, TBatch batch, Func<TBatch, int> count, Func<TBatch, int, (long Time, double Price)> at)
    {
        var (minute, price) = (long.MinValue, 0d);
        while (tape.Read(batch))
        {
            for (var i = 0; i < count(batch); i++)
            {
                var (time, next) = at(batch, i);
                var end = UtcNanos.Floor(time, UtcNanos.Minute) + UtcNanos.Minute;
                if (end != minute && minute != long.MinValue)
                {
                    yield return new MinutePrice(minute, price);
                }

                (minute, price) = (end, next);
            }
        }

        if (minute != long.MinValue)
        {
            yield return new MinutePrice(minute, price);
        }
    }
}
