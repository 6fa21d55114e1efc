namespace Workbench.Model;

/// <summary>
/// Makes events of a calendar's entries and brings them into the order in which they became known: an entry is announced, and later
/// released. The one place where the two are told apart, so that no actual is ever seen before its release.
/// </summary>
/// <remarks>
/// At one instant a release comes before what is announced, and what stands first in the calendar comes first. What was announced
/// before the range and is due within it or later is told at the range's beginning.
/// </remarks>
public sealed class CalendarTape : ICursor<NoticeBatch<CalendarEvent>>
{
    readonly ICursor<NoticeBatch<CalendarEntry>> entries;
    readonly TimeRange range;
    readonly NoticeBatch<CalendarEntry> batch = new();
    readonly PriorityQueue<CalendarEvent, (long Time, bool IsAnnounced, long Number)> waiting = new();
    int at;
    long number;
    long readTo = long.MinValue;

    /// <summary>Events of a range.</summary>
    /// <param name="entries">Entries by their time, those of at least <see cref="Reach"/>; disposed of with this.</param>
    /// <param name="range">Which events are told.</param>
    public CalendarTape(ICursor<NoticeBatch<CalendarEntry>> entries, TimeRange range) => (this.entries, this.range) = (entries, range);

    /// <summary>The entries of which something is known within a range: those of the range, and those that may be announced within it.</summary>
    public static TimeRange Reach(TimeRange range) =>
        range with { To = range.To < long.MaxValue - CalendarEntry.LongestLead ? range.To + CalendarEntry.LongestLead : range.To };

    /// <inheritdoc/>
    public Instrument Instrument => entries.Instrument;

    /// <inheritdoc/>
    public bool Read(NoticeBatch<CalendarEvent> into)
    {
        into.Count = 0;
        while (!into.IsFull && TryTake(out var next))
        {
            into.Add(next);
        }

        return into.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => entries.Dispose();

    bool TryTake(out CalendarEvent next)
    {
        // An entry that was not read yet may have been announced as long before its time as an entry may be.
        while (readTo < long.MaxValue && !(waiting.TryPeek(out _, out var first) && first.Time + CalendarEntry.LongestLead < readTo))
        {
            Take();
        }

        return waiting.TryDequeue(out next!, out _);
    }

    void Take()
    {
        if (at == batch.Count)
        {
            at = 0;
            if (!entries.Read(batch))
            {
                (batch.Count, readTo) = (0, long.MaxValue);
                return;
            }
        }

        var entry = batch.Notice[at++];
        readTo = entry.TimeNanos;
        if (entry.AnnouncedNanos < entry.TimeNanos && entry.TimeNanos >= range.From)
        {
            Put(new CalendarAnnouncement(entry, Math.Max(entry.AnnouncedNanos, range.From)), isAnnounced: true);
        }

        Put(entry.RevisesNanos == 0 ? new CalendarRelease(entry) : new CalendarRevision(entry), isAnnounced: false);
    }

    void Put(CalendarEvent known, bool isAnnounced)
    {
        if (range.Contains(known.TimeNanos))
        {
            waiting.Enqueue(known, (known.TimeNanos, isAnnounced, number++));
        }
    }
}
