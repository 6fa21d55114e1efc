using Workbench.Model;

namespace Workbench.Support;

/// <summary>Notices of a list as a tape.</summary>
/// <param name="instrument">Whose they are.</param>
/// <param name="notices">In the order of their times.</param>
/// <param name="batchSize">How many at a time, so that what goes over the end of a batch is seen.</param>
public sealed class NoticeTape<TNotice>(Instrument instrument, IReadOnlyList<TNotice> notices, int batchSize = 3) : ICursor<NoticeBatch<TNotice>>
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

    public void Dispose() { }
}
