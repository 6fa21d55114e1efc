namespace Workbench.Data.Importers.Books;

/// <summary>Changes level by level. Rows that arrived together are one message; a snapshot begins where one follows on a change, as its vendor says.</summary>
sealed class TardisChangeReader(TardisRow row) : IEventReader<DepthGate>
{
    readonly List<(Side Side, long Price, long Size)> levels = [];
    bool wasSnapshot;
    bool begins;
    bool isSnapshot;
    long heard;
    long time;
    long at;

    public bool Read(DepthGate into)
    {
        while (!into.IsFull)
        {
            if (!row.Next())
            {
                Flush(into);
                return false;
            }

            var snapshot = row.Says(4, "true"u8);
            if (levels.Count > 0 && (row.Heard != heard || snapshot != isSnapshot))
            {
                Flush(into);
            }

            Take(snapshot);
        }

        return true;
    }

    public void Dispose() => row.Dispose();

    void Take(bool snapshot)
    {
        if (levels.Count == 0)
        {
            begins = snapshot && !wasSnapshot;
        }

        (isSnapshot, wasSnapshot, heard, time, at) = (snapshot, snapshot, row.Heard, row.Time, row.Row);
        levels.Add((row.Says(5, "bid"u8) ? Side.Buy : Side.Sell, row.Price(6), row.Size(7)));
    }

    void Flush(DepthGate into)
    {
        if (levels.Count > 0)
        {
            into.Add(time, begins, levels, at);
            levels.Clear();
        }
    }
}
