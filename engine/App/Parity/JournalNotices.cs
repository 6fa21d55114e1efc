using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;

namespace Workbench.App;

/// <summary>The news, words of a calendar or measures of sentiment that a session heard, as a tape: each at the instant it came in.</summary>
sealed class JournalNotices<TNotice>(SessionFolder folder, int market, Instrument instrument) : ICursor<NoticeBatch<TNotice>>
    where TNotice : class, INotice
{
    readonly JournalReader reader = JournalReader.Open(folder.Journal);

    /// <inheritdoc/>
    public Instrument Instrument => instrument;

    /// <inheritdoc/>
    public bool Read(NoticeBatch<TNotice> into)
    {
        into.Count = 0;
        while (!into.IsFull && reader.Read())
        {
            var line = new JournalLine(reader.Record);
            if (line.IsInput && line.Input is { Body: TNotice notice } told && told.Market == market)
            {
                into.Add(notice);
                into.Time[into.Count - 1] = told.Time;
            }
        }

        return into.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
