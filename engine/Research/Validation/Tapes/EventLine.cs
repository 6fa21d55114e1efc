namespace Workbench.Research.Validation;

/// <summary>The events of one instrument's tape in time order, asked with instants that never fall by much: a pointer instead of a search.</summary>
sealed class EventLine(Instrument instrument, IReadOnlyList<AdversarialEvent> events)
{
    readonly AdversarialEvent[] line = [.. events.Where(each => each.Symbol == instrument.Symbol).OrderBy(each => each.When.From).ThenBy(each => each.When.To)];
    int at;

    /// <summary>Smallest step of a price, raw units.</summary>
    public long Tick { get; } = Math.Max(1L, instrument.ToRaw(instrument.TickSize));

    /// <summary>Whether the stretch from the first to the last instant meets an event.</summary>
    public bool Touches(long first, long last)
    {
        MoveTo(first);
        return at < line.Length && line[at].When.From <= last;
    }

    /// <summary>The event at hand or the next one, after <see cref="Touches"/> said yes.</summary>
    public AdversarialEvent Next => line[at];

    /// <summary>The event at an instant; null where nothing happens.</summary>
    public AdversarialEvent? Find(long time)
    {
        MoveTo(time);
        return at < line.Length && line[at].When.Contains(time) ? line[at] : null;
    }

    /// <summary>A displacement on the tick grid that leaves a price at least one tick.</summary>
    public long OnGrid(double by, long lowest)
    {
        var wanted = (long)Math.Round(by / Tick, MidpointRounding.AwayFromZero) * Tick;
        return wanted >= 0 ? wanted : Math.Max(wanted, -Math.Max(0L, (lowest - Tick) / Tick * Tick));
    }

    void MoveTo(long time)
    {
        while (at < line.Length && line[at].When.To <= time)
        {
            at++;
        }
    }
}
