namespace Workbench.Data.Tests.Importers;

/// <summary>Reads tapes of notices to their ends.</summary>
static class Notices
{
    public static List<TNotice> Read<TNotice>(ICursor<NoticeBatch<TNotice>> cursor)
        where TNotice : class, INotice
    {
        var (batch, all) = (new NoticeBatch<TNotice>(), new List<TNotice>());
        while (cursor.Read(batch))
        {
            all.AddRange(batch.Notice.Take(batch.Count));
        }

        return all;
    }
}
