namespace Workbench.Data.Conversion;

/// <summary>A tape with its prices multiplied by what counts for their day, and its sizes divided by the share of splits in it.</summary>
/// <param name="raw">The tape as it was traded.</param>
/// <param name="adjusted">Its instrument, with a point fine enough for products; prices are rounded to it, halves away from zero.</param>
/// <param name="by">What they are adjusted by.</param>
/// <param name="columns">Columns of prices and of sizes.</param>
sealed class AdjustedCursor<TBatch>(ICursor<TBatch> raw, Instrument adjusted, IAdjustments by, Func<TBatch, (long[][] Prices, long[][] Sizes)> columns) : ICursor<TBatch>
    where TBatch : IBatch
{
    readonly DayClock clock = new(raw.Instrument.Calendar);
    readonly decimal finer = (decimal)Scaled.PowerOfTen(adjusted.PriceScale) / Scaled.PowerOfTen(raw.Instrument.PriceScale);
    long day = long.MinValue;
    Adjustment today;

    public Instrument Instrument => adjusted;

    public bool Read(TBatch into)
    {
        if (!raw.Read(into))
        {
            return false;
        }

        var (prices, sizes) = columns(into);
        for (var at = 0; at < into.Count; at++)
        {
            Turn(clock.Of(into.Times[at]));
            foreach (var column in prices)
            {
                column[at] = Price(column[at] * finer * today.Price);
            }

            foreach (var column in sizes)
            {
                column[at] = decimal.ToInt64(Math.Round(column[at] / today.Split, MidpointRounding.AwayFromZero));
            }
        }

        return true;
    }

    public void Dispose() => raw.Dispose();

    void Turn(long of)
    {
        if (of != day)
        {
            (day, today) = (of, by.Of(of));
        }
    }

    long Price(decimal price) => Math.Round(price, MidpointRounding.AwayFromZero) is >= 1m and <= Largest and var rounded
        ? decimal.ToInt64(rounded)
        : throw ConversionErrors.PointTooCoarse(adjusted);

    /// <summary>What the 18 digits of the lake's columns hold.</summary>
    const decimal Largest = 999_999_999_999_999_999m;
}
