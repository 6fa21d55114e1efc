namespace Workbench.Data.Tests.Lake;

/// <summary>Depth of a list as a tape.</summary>
sealed class DepthTape(IReadOnlyList<DepthRow> rows, int batchSize = 1_000) : ICursor<DepthBatch>
{
    int at;

    public Instrument Instrument => Depths.Coin;

    public bool Read(DepthBatch into)
    {
        into.Count = 0;
        for (; at < rows.Count && into.Count < batchSize; at++)
        {
            var row = rows[at];
            into.Add(row.Time, row.Side, row.Price, row.Size, row.Flags);
        }

        return into.Count > 0;
    }

    public void Dispose() { }
}
