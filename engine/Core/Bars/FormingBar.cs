namespace Workbench.Core;

/// <summary>The bar at hand of a series that events close: what came in since the last one.</summary>
/// <param name="isGapless">Whether each bar opens when and where the last one closed; else with the next event.</param>
sealed class FormingBar(bool isGapless)
{
    bool hasPrice;
    long openNanos;
    long open;

    public long High { get; private set; }

    public long Low { get; private set; }

    /// <summary>Price at which the bar ends: the newest, unless a rule has cut the bar at an edge.</summary>
    public long Close { get; private set; }

    /// <summary>Units traded in it, raw.</summary>
    public long Volume { get; private set; }

    /// <summary>Events in it.</summary>
    public long Count { get; private set; }

    /// <summary>The newest event.</summary>
    public BarEvent Last { get; private set; }

    /// <summary>Whether only the newest event's move beyond the bar that it closed is in it, which may close another.</summary>
    public bool IsRest => isGapless && Count == 0;

    /// <summary>Takes an event in.</summary>
    public void Take(in BarEvent last)
    {
        Last = last;
        if (!hasPrice)
        {
            Begin(last.Price);
        }

        Extend(last.Price);
        Volume += last.Size;
        Count++;
    }

    /// <summary>Ends the bar at an edge of its range, short of the newest price.</summary>
    public void CutAt(long edge)
    {
        High = Last.Price > edge ? edge : High;
        Low = Last.Price < edge ? edge : Low;
        Close = edge;
    }

    /// <summary>Makes the bar a brick, whatever the prices in it were.</summary>
    public void Shape(long from, long to)
    {
        (open, Close) = (from, to);
        (High, Low) = from < to ? (to, from) : (from, to);
    }

    /// <summary>Writes the bar and starts the next one, with what is left of the newest event's move. The event is counted once, in the first bar that it closes.</summary>
    public void GiveOut(ref Bar bar)
    {
        bar.Become(new TimeRange(openNanos, Last.Time), open, High, Low, Close, Volume, Count);
        Volume = 0;
        Count = 0;
        hasPrice = isGapless;
        if (isGapless)
        {
            Begin(Close);
            Extend(Last.Price);
        }
    }

    void Begin(long price)
    {
        hasPrice = true;
        openNanos = Last.Time;
        open = High = Low = price;
    }

    void Extend(long price)
    {
        High = Math.Max(High, price);
        Low = Math.Min(Low, price);
        Close = price;
    }
}
