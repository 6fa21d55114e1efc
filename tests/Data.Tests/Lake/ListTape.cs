namespace Workbench.Data.Tests.Lake;

/// <summary>Ticks of a list as a tape.</summary>
sealed class ListTape(Instrument instrument, IReadOnlyList<TickRow> rows, int batchSize = 1_000) : ICursor<TickBatch>
{
    int at;

    public Instrument Instrument => instrument;

    public bool Read(TickBatch into)
    {
        into.Count = 0;
        for (; at < rows.Count && into.Count < batchSize; at++)
        {
            var row = rows[at];
            into.Add(row.Time, row.Bid, row.Ask, row.BidSize, row.AskSize);
        }

        return into.Count > 0;
    }

    public void Dispose() { }
}
