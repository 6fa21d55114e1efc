namespace Workbench.Core;

/// <summary>
/// Builds the bars of one timeframe from stretches of prices. It never closes a bar by itself: the engine's schedule does,
/// at the bar's close and before any later event, so that a bar is neither early nor missed.
/// </summary>
/// <remarks>A stretch without events makes no bar: a market that did not trade has no price to tell.</remarks>
sealed class BarBuilder(Instrument instrument, BarSpec spec, bool fromQuotes)
{
    // A mid is bid plus ask in half points. Times five it is the price with one more decimal, which keeps it exact.
    readonly bool halves = fromQuotes && spec.Price is PriceSource.Mid or PriceSource.Last;

    TimeRange range;
    long open;
    long high;
    long low;
    long close;
    long volume;
    long count;

    /// <summary>When the bar at hand closes; the end of time while there is none.</summary>
    public long CloseNanos { get; private set; } = long.MaxValue;

    /// <summary>Which price of a quote the bars are made of.</summary>
    public PriceSource Price => spec.Price;

    /// <summary>Starts the bar that holds the instant, unless one is at hand.</summary>
    public void Begin(long time)
    {
        if (CloseNanos == long.MaxValue)
        {
            range = spec.RangeOf(time, instrument.Calendar);
            CloseNanos = range.To;
        }
    }

    /// <summary>Takes in a stretch that lies within the bar at hand.</summary>
    public void Extend(in Stretch prices, long volume, long count)
    {
        if (this.count == 0)
        {
            open = prices.First;
            high = prices.High;
            low = prices.Low;
        }
        else
        {
            high = Math.Max(high, prices.High);
            low = Math.Min(low, prices.Low);
        }

        close = prices.Last;
        this.volume += volume;
        this.count += count;
    }

    /// <summary>Ends the bar at hand and gives it out; false where nothing came into it.</summary>
    public bool TryClose(ref Bar bar)
    {
        CloseNanos = long.MaxValue;
        if (count == 0)
        {
            return false;
        }

        bar = Make();
        volume = 0;
        count = 0;
        return true;
    }

    Bar Make()
    {
        var factor = halves ? 5 : 1;
        return new Bar
        {
            Instrument = instrument,
            Spec = spec,
            PriceScale = (byte)(instrument.PriceScale + (halves ? 1 : 0)),
            OpenNanos = range.From,
            CloseNanos = range.To,
            OpenRaw = open * factor,
            HighRaw = high * factor,
            LowRaw = low * factor,
            CloseRaw = close * factor,
            VolumeRaw = volume,
            Count = count,
        };
    }
}
