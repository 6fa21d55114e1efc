namespace Workbench.Data.Importers.Notices;

/// <summary>
/// Notices that were read from files, by their time. Vendors list them newest first, in pages that overlap and by topic, so that a file's
/// order says nothing: all are read, sorted and freed of doubles. There are thousands of them where there are millions of ticks.
/// </summary>
sealed class NoticeTape<TNotice>(Instrument instrument, GateLog log, IReadOnlyList<Found<TNotice>> found) : ICursor<NoticeBatch<TNotice>>
    where TNotice : class, INotice
{
    int at;
    bool finished;

    public Instrument Instrument => instrument;

    public bool Read(NoticeBatch<TNotice> into)
    {
        into.Count = 0;
        for (; !into.IsFull && at < found.Count; at++)
        {
            var (notice, file, row) = found[at];
            log.File = file;
            if (log.Follows(notice.TimeNanos, notice.TimeNanos, row))
            {
                into.Add(notice);
            }
        }

        if (at == found.Count && !finished)
        {
            finished = true;
            log.Finish();
        }

        return into.Count > 0;
    }

    public void Dispose()
    {
    }
}
