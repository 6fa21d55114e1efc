namespace Workbench.Core.Tests.Kit;

/// <summary>Notices of a list as a tape.</summary>
sealed class NoticeTape<TNotice>(Instrument instrument, IReadOnlyList<TNotice> notices, int batchSize = 3) : ICursor<NoticeBatch<TNotice>>
    where TNotice : class, INotice
{
    int at;

    public Instrument Instrument => instrument;

    public bool Read(NoticeBatch<TNotice> into)
    {
        into.Count = 0;
        for (; at < notices.Count && into.Count < batchSize; at++)
        {
            into.Add(notices[at]);
        }

        return into.Count > 0;
    }

    public void Dispose()
    {
    }
}
