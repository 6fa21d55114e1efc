namespace Workbench.Core;

/// <summary>Bars that count ticks instead of time: each closes with its n-th tick. With n = 1 a strategy follows every tick through the same handler as any other bar.</summary>
sealed class TickBars(Market market, BarSpec spec)
{
    readonly Indicator[] none = [];
    Indicator[]? indicators;
    long openTime;
    long open;
    long high;
    long low;
    long count;

    /// <summary>Indicators fed with these bars.</summary>
    public List<Indicator> Indicators { get; } = [];

    /// <summary>Which bars.</summary>
    public BarSpec Spec => spec;

    /// <summary>Takes a tick in; true when a bar closed with it, which the indicators have seen then.</summary>
    public bool Take(long time, long bid, long ask, out Bar bar)
    {
        var price = spec.Price switch
        {
            PriceSource.Bid => bid,
            PriceSource.Ask => ask,
            _ => (bid + ask) * 5,
        };
        if (count == 0)
        {
            openTime = time;
            open = high = low = price;
        }
        else
        {
            high = Math.Max(high, price);
            low = Math.Min(low, price);
        }

        if (++count < spec.Length)
        {
            bar = default;
            return false;
        }

        bar = new Bar
        {
            Instrument = market.Instrument,
            Spec = spec,
            PriceScale = (byte)(market.Instrument.PriceScale + (spec.Price is PriceSource.Bid or PriceSource.Ask ? 0 : 1)),
            OpenNanos = openTime,
            CloseNanos = time,
            OpenRaw = open,
            HighRaw = high,
            LowRaw = low,
            CloseRaw = price,
            Count = count,
        };
        count = 0;
        foreach (var indicator in indicators ??= Indicators.Count == 0 ? none : [.. Indicators])
        {
            indicator.Update(in bar);
        }

        return true;
    }
}
