namespace Workbench.Data.Tests.Conversion;

/// <summary>Bars of a list as a tape.</summary>
sealed class ListBars(Instrument instrument, IReadOnlyList<BarRow> rows) : ICursor<BarBatch>
{
    int at;

    public Instrument Instrument => instrument;

    public bool Read(BarBatch into)
    {
        into.Count = 0;
        for (; at < rows.Count && into.Count < BarBatch.Capacity; at++)
        {
            var row = rows[at];
            into.Add(row.OpenTime, row.CloseTime, row.Open, row.High, row.Low, row.Close, row.Volume);
        }

        return into.Count > 0;
    }

    public void Dispose() { }

    /// <summary>All bars of a tape.</summary>
    public static List<BarRow> Read(ICursor<BarBatch> tape)
    {
        var (batch, rows) = (new BarBatch(), new List<BarRow>());
        while (tape.Read(batch))
        {
            rows.AddRange(Enumerable.Range(0, batch.Count).Select(i => new BarRow(
                batch.OpenTime[i], batch.CloseTime[i], batch.Open[i], batch.High[i], batch.Low[i], batch.Close[i], batch.Volume[i])));
        }

        return rows;
    }
}
