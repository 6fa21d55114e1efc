using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>
/// Bars that the market's own events close: each with its n-th tick, with a volume, at an edge. With single ticks a strategy
/// follows every tick through the same handler as any other bar.
/// </summary>
sealed class EventBars
{
    readonly PriceSource price;
    readonly BarRule rule;
    readonly FormingBar forming;
    Indicator[] indicators = [];
    Bar bar;

    public EventBars(Instrument instrument, BarSpec spec, bool fromQuotes)
    {
        // A mid is bid plus ask in half points. Times five it is the price with one more decimal, which keeps it exact.
        var halves = fromQuotes && spec.Price is PriceSource.Mid or PriceSource.Last;
        Spec = spec;
        price = spec.Price;
        rule = BarRule.For(instrument, spec, halves ? 10 : 1);
        forming = new FormingBar(rule.IsGapless);
        bar = new Bar
        {
            Instrument = instrument,
            Spec = spec,
            PriceScale = (byte)(instrument.PriceScale + (halves ? 1 : 0)),
            OpenNanos = 0,
            CloseNanos = 0,
            OpenRaw = 0,
            HighRaw = 0,
            LowRaw = 0,
            CloseRaw = 0,
            Count = 1,
        };
    }

    /// <summary>Which bars.</summary>
    public BarSpec Spec { get; }

    /// <summary>Whether each event closes one.</summary>
    public bool IsEachTick => Spec.IsTick;

    /// <summary>Scripts that asked for them.</summary>
    public StrategyHost[] Listeners { get; private set; } = [];

    /// <summary>The bar that closed last.</summary>
    public ref readonly Bar Closed => ref bar;

    /// <summary>Shows them to a script from now on.</summary>
    public void Listen(StrategyHost seat) => Listeners = Listeners.Contains(seat) ? Listeners : [.. Listeners, seat];

    /// <summary>Feeds an indicator from now on.</summary>
    public void Add(Indicator indicator) => indicators = [.. indicators, indicator];

    /// <summary>Takes a quote in; true when a bar closed with it, which the indicators have seen then.</summary>
    public bool Take(long time, long bid, long ask) => Take(new BarEvent(time, ValueOf(bid, ask)));

    /// <summary>Makes a bar of a single quote and shows it to the indicators.</summary>
    public void Follow(long time, long bid, long ask)
    {
        var value = ValueOf(bid, ask);
        bar.Become(time, time, value, value, value, value);
        Show();
    }

    /// <summary>Takes an event in; true when a bar closed with it, which the indicators have seen then.</summary>
    public bool Take(in BarEvent last)
    {
        forming.Take(in last);
        return TryClose();
    }

    /// <summary>The next bar that the same event closed: a jump may go through several edges. Ask once the one before was shown.</summary>
    public bool TryNext() => forming.IsRest && TryClose();

    bool TryClose()
    {
        if (!rule.Completes(forming))
        {
            return false;
        }

        forming.GiveOut(ref bar);
        Show();
        return true;
    }

    long ValueOf(long bid, long ask) => price switch
    {
        PriceSource.Bid => bid,
        PriceSource.Ask => ask,
        _ => (bid + ask) * 5,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Show()
    {
        foreach (var indicator in indicators)
        {
            indicator.Update(in bar);
        }
    }
}
