namespace Workbench.Data.Routing;

/// <summary>A tape cut to a range: an answer may hold more than the days that its source is responsible for.</summary>
/// <param name="inner">The whole tape.</param>
/// <param name="range">What is let through, by the time of events, of bars by their opening.</param>
/// <param name="columns">The columns of a batch.</param>
sealed class WithinCursor<TBatch>(ICursor<TBatch> inner, TimeRange range, Func<TBatch, Array[]> columns) : ICursor<TBatch>
    where TBatch : IBatch
{
    public Instrument Instrument => inner.Instrument;

    public bool Read(TBatch into)
    {
        while (inner.Read(into))
        {
            var times = into.Times.AsSpan(0, into.Count);
            var from = FirstAt(times, range.From);
            var count = FirstAt(times, range.To) - from;
            if (count > 0)
            {
                Keep(into, from, count);
                return true;
            }
        }

        return false;
    }

    public void Dispose() => inner.Dispose();

    void Keep(TBatch batch, int from, int count)
    {
        foreach (var column in from > 0 ? columns(batch) : [])
        {
            Array.Copy(column, from, column, 0, count);
        }

        batch.Count = count;
    }

    /// <summary>Place of the first event at or after an instant.</summary>
    static int FirstAt(ReadOnlySpan<long> times, long instant)
    {
        var at = 0;
        while (at < times.Length && times[at] < instant)
        {
            at++;
        }

        return at;
    }
}
