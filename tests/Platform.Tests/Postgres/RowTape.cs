namespace Workbench.Platform.Tests.Postgres;

/// <summary>A tape of ticks in memory.</summary>
/// <param name="instrument">Of what.</param>
/// <param name="rows">The ticks.</param>
/// <param name="before">Called before each batch with the number of ticks that were read.</param>
sealed class RowTape(Instrument instrument, IReadOnlyList<Row> rows, Action<int>? before = null) : ICursor<TickBatch>
{
    int at;

    public Instrument Instrument => instrument;

    public bool Read(TickBatch into)
    {
        before?.Invoke(at);
        into.Count = 0;
        for (; at < rows.Count && into.Count < TickBatch.Capacity; at++)
        {
            into.Add(rows[at].Time, rows[at].Bid, rows[at].Ask, rows[at].BidSize, rows[at].AskSize);
        }

        return into.Count > 0;
    }

    public void Dispose() { }
}
