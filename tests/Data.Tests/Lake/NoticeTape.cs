namespace Workbench.Data.Tests.Lake;

/// <summary>Notices of a list as a tape.</summary>
sealed class NoticeTape<TNotice>(Instrument instrument, IReadOnlyList<TNotice> notices) : ICursor<NoticeBatch<TNotice>>
    where TNotice : class, INotice
{
    int at;

    public Instrument Instrument => instrument;

    public bool Read(NoticeBatch<TNotice> into)
    {
        into.Count = 0;
        for (; at < notices.Count && !into.IsFull; at++)
        {
            into.Add(notices[at]);
        }

        return into.Count > 0;
    }

    public void Dispose() { }
}
