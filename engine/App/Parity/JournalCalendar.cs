using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;

namespace Workbench.App;

/// <summary>The words of a currency's calendar that a session heard, as a tape: each at the instant it came in.</summary>
sealed class JournalCalendar(SessionFolder folder, int market, Instrument currency) : ICursor<NoticeBatch<CalendarEvent>>
{
    readonly JournalReader reader = JournalReader.Open(folder.Journal);

    /// <inheritdoc/>
    public Instrument Instrument => currency;

    /// <inheritdoc/>
    public bool Read(NoticeBatch<CalendarEvent> into)
    {
        into.Count = 0;
        while (!into.IsFull && reader.Read())
        {
            var line = new JournalLine(reader.Record);
            if (line.IsInput && line.Input is { Kind: InputKind.Calendar } told && told.Market == market)
            {
                into.Add((CalendarEvent)told.Body!);
                into.Time[into.Count - 1] = told.Time;
            }
        }

        return into.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
