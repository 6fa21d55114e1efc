namespace Workbench.Core;

/// <summary>Bars that count ticks instead of time: each closes with its n-th tick. With n = 1 a strategy follows every tick through the same handler as any other bar.</summary>
sealed class TickBars
{
    readonly long length;
    readonly PriceSource price;
    Indicator[] indicators = [];
    Bar bar;
    long openNanos;
    long open;
    long high;
    long low;
    long count;

    public TickBars(Instrument instrument, BarSpec spec)
    {
        Spec = spec;
        length = spec.Length;
        price = spec.Price;
        bar = new Bar
        {
            Instrument = instrument,
            Spec = spec,
            PriceScale = (byte)(instrument.PriceScale + (price is PriceSource.Bid or PriceSource.Ask ? 0 : 1)),
            OpenNanos = 0,
            CloseNanos = 0,
            OpenRaw = 0,
            HighRaw = 0,
            LowRaw = 0,
            CloseRaw = 0,
            Count = spec.Length,
        };
    }

    /// <summary>Which bars.</summary>
    public BarSpec Spec { get; }

    /// <summary>The bar that closed last.</summary>
    public ref readonly Bar Closed => ref bar;

    /// <summary>Feeds an indicator from now on.</summary>
    public void Add(Indicator indicator) => indicators = [.. indicators, indicator];

    /// <summary>Takes a tick in; true when a bar closed with it, which the indicators have seen then.</summary>
    public bool Take(long time, long bid, long ask)
    {
        var value = price switch
        {
            PriceSource.Bid => bid,
            PriceSource.Ask => ask,
            _ => (bid + ask) * 5,
        };
        if (length == 1)
        {
            bar.Become(time, time, value, value, value, value);
        }
        else if (!Gather(time, value))
        {
            return false;
        }

        foreach (var indicator in indicators)
        {
            indicator.Update(in bar);
        }

        return true;
    }

    bool Gather(long time, long value)
    {
        if (count == 0)
        {
            openNanos = time;
            open = high = low = value;
        }

        high = Math.Max(high, value);
        low = Math.Min(low, value);
        if (++count < length)
        {
            return false;
        }

        bar.Become(openNanos, time, open, high, low, value);
        count = 0;
        return true;
    }
}
