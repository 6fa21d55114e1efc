namespace Workbench.Model;

/// <summary>
/// A word of the economic calendar at the instant at which it became known: an announcement, the release, or a later revision. Which
/// of them it is, its type tells: <c>if (calendar is CalendarRelease { Actual: { } actual })</c>.
/// </summary>
public abstract record CalendarEvent : INotice
{
    private protected CalendarEvent(CalendarEntry entry, long known)
    {
        TimeNanos = known;
        DueNanos = entry.RevisesNanos == 0 ? entry.TimeNanos : entry.RevisesNanos;
        (Symbol, Name, Impact, Unit) = (entry.Symbol, entry.Name, entry.Impact, entry.Unit);
    }

    /// <summary>When this became known, UTC nanoseconds.</summary>
    public long TimeNanos { get; }

    /// <summary>When this became known, UTC.</summary>
    public DateTime Time => UtcNanos.ToDateTime(TimeNanos);

    /// <summary>When the figure is released, or was, UTC nanoseconds.</summary>
    public long DueNanos { get; }

    /// <summary>When the figure is released, or was, UTC.</summary>
    public DateTime Due => UtcNanos.ToDateTime(DueNanos);

    /// <summary>Currency whose economy it is, such as <c>USD</c>.</summary>
    public string Currency => Symbol;

    /// <inheritdoc/>
    public string Symbol { get; }

    /// <summary>What is released, such as <c>CPI m/m</c>.</summary>
    public string Name { get; }

    /// <summary>How much it is expected to move the market.</summary>
    public CalendarImpact Impact { get; }

    /// <summary>Unit of the figures: <c>%</c>, a word of the source such as <c>index</c>, or empty for plain numbers.</summary>
    public string Unit { get; }

    /// <summary>Whether it bears on an instrument: its currency is one of the two that the instrument is made of.</summary>
    public bool Concerns(Instrument instrument) => Symbol == instrument.BaseCurrency || Symbol == instrument.QuoteCurrency;

    /// <inheritdoc/>
    public override string ToString() => $"{UtcNanos.ToIso(TimeNanos)} {Symbol} {Name}";
}
