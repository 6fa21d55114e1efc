using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// Looks whether what is stored of a session's notices has changed, and puts what is new into the queue. It does not matter who stored it: this session's own asking,
/// that of another one, or a person who imports the week's calendar with its figures.
/// </summary>
/// <param name="history">Where it is stored.</param>
/// <param name="streams">What is told.</param>
/// <param name="queue">Where it goes.</param>
/// <param name="from">What became known before is not told.</param>
sealed class NoticeWatch(IHistory history, IReadOnlyList<ToldStream> streams, NoticeQueue queue, long from)
{
    readonly string[] seen = [.. streams.Select(static _ => "")];

    /// <summary>Looks at all streams.</summary>
    public void Look()
    {
        for (var i = 0; i < streams.Count; i++)
        {
            try
            {
                Look(i);
            }
            catch (WorkbenchException)
            {
                // Nothing is stored yet, or whoever stores it is at it now: the next look finds it.
            }
        }
    }

    void Look(int stream)
    {
        var told = streams[stream];
        if (history.Has(told.Instrument, told.Kind) && history.Describe(told.Instrument, told.Kind, default, TimeRange.All).Sha256 is var content && content != seen[stream])
        {
            queue.Put(stream, Read(told));
            seen[stream] = content;
        }
    }

    List<INotice> Read(ToldStream told)
    {
        try
        {
            return told.Kind switch
            {
                DataKind.News => All(history.News(told.Instrument, AheadBySeconds)),
                DataKind.Calendar => All(history.Calendar(told.Instrument, Ahead)),
                _ => All(history.Sentiment(told.Instrument, AheadBySeconds)),
            };
        }
        catch (WorkbenchException past) when (StoreErrors.IsMissing(past))
        {
            return [];
        }
    }

    TimeRange Ahead => new(from, long.MaxValue);

    /// <summary>Sources date to the second: what was published in that of the beginning counts as after it.</summary>
    TimeRange AheadBySeconds => Ahead with { From = UtcNanos.Floor(from, UtcNanos.Second) };

    static List<INotice> All<TNotice>(ICursor<NoticeBatch<TNotice>> cursor)
        where TNotice : class, INotice
    {
        using (cursor)
        {
            var (batch, all) = (new NoticeBatch<TNotice>(), new List<INotice>());
            while (cursor.Read(batch))
            {
                all.AddRange(batch.Notice.AsSpan(0, batch.Count));
            }

            return all;
        }
    }
}
