namespace Workbench.Data.Tests.Conversion;

/// <summary>Prints of a list as a tape.</summary>
sealed class ListPrints(Instrument instrument, IReadOnlyList<(long Time, long Price, long Size, Side Aggressor)> rows) : ICursor<TradeBatch>
{
    int at;

    public Instrument Instrument => instrument;

    public bool Read(TradeBatch into)
    {
        into.Count = 0;
        for (; at < rows.Count && into.Count < TradeBatch.Capacity; at++)
        {
            into.Add(rows[at].Time, rows[at].Price, rows[at].Size, rows[at].Aggressor);
        }

        return into.Count > 0;
    }

    public void Dispose() { }
}
