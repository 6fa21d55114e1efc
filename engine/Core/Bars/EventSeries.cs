namespace Workbench.Core;

/// <summary>All bars of one market that the same kind of event closes, quotes or prints: the longer of one unit first.</summary>
sealed class EventSeries
{
    EventBars[] all = [];
    EventBars[] closed = [];
    int count;

    /// <summary>Whether nobody asked for any.</summary>
    public bool IsEmpty => all.Length == 0;

    /// <summary>Single ticks, where nobody asked for anything else: the shortest way, since nothing has to be found out; else null.</summary>
    public EventBars? EachTick { get; private set; }

    /// <summary>Those that the last event closed, in order.</summary>
    public ReadOnlySpan<EventBars> Closed => closed.AsSpan(0, count);

    /// <summary>The series of a length; null where there is none yet.</summary>
    public EventBars? Find(BarSpec spec) => Array.Find(all, bars => bars.Spec == spec);

    /// <summary>Adds a series. At one event the longest of its unit closes first, so that whoever acts on a short bar knows the long one.</summary>
    public EventBars Add(EventBars added)
    {
        var at = Array.FindIndex(all, bars => bars.Spec.Unit == added.Spec.Unit && bars.Spec.Length < added.Spec.Length);
        all = at < 0 ? [.. all, added] : [.. all[..at], added, .. all[at..]];
        closed = new EventBars[all.Length];
        EachTick = all is [{ IsEachTick: true } alone] ? alone : null;
        return added;
    }

    /// <summary>Takes a quote into every series. All indicators first: whoever decides on one bar may look at the others that the quote closed.</summary>
    public void Take(long time, long bid, long ask)
    {
        count = 0;
        foreach (var bars in all)
        {
            if (bars.Take(time, bid, ask))
            {
                closed[count++] = bars;
            }
        }
    }

    /// <summary>Takes a print into every series, likewise.</summary>
    public void Take(in BarEvent last)
    {
        count = 0;
        foreach (var bars in all)
        {
            if (bars.Take(in last))
            {
                closed[count++] = bars;
            }
        }
    }
}
