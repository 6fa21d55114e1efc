namespace Workbench.Core;

/// <summary>Notices that are as they were up to a cut. What is known only at the cut or later is left out, or says something else at the same time.</summary>
sealed class ChangedNotices<TNotice>(ICursor<NoticeBatch<TNotice>> inner, ChangedFuture future, FirstChange? first) : ICursor<NoticeBatch<TNotice>>
    where TNotice : class, INotice
{
    readonly NoticeChange change = new(future);
    bool isNoted = first is null;

    public Instrument Instrument => inner.Instrument;

    public bool Read(NoticeBatch<TNotice> into)
    {
        while (inner.Read(into))
        {
            Change(into);
            if (into.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => inner.Dispose();

    void Change(NoticeBatch<TNotice> batch)
    {
        var from = 0;
        while (from < batch.Count && batch.Time[from] < future.Cut)
        {
            from++;
        }

        TNotice[] was = [.. batch.Notice.AsSpan(from, batch.Count - from)];
        batch.Count = from;
        foreach (var notice in was)
        {
            var now = (TNotice?)change.Of(notice, was[change.Roll(was.Length)]);
            Note(notice, now);
            if (now is not null)
            {
                batch.Add(now);
            }
        }
    }

    void Note(TNotice was, TNotice? now)
    {
        if (!isNoted && !was.Equals(now))
        {
            isNoted = true;
            first!.Note(new ChangedEvent(Instrument, was.TimeNanos, NoticeChange.Figures(was), now is null ? [] : NoticeChange.Figures(now)));
        }
    }
}
