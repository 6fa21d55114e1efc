using Workbench.Model;

namespace Workbench.App.Tests.Stores;

/// <summary>A made-up book of some minutes: a snapshot, then a change each twenty seconds. What a change says hangs on its time and the version alone.</summary>
/// <param name="instrument">Of what.</param>
/// <param name="from">First minute.</param>
/// <param name="minutes">How many.</param>
/// <param name="version">What its sizes are made of.</param>
sealed class BookTape(Instrument instrument, long from, int minutes, int version) : ICursor<DepthBatch>
{
    const long Step = 20 * UtcNanos.Second;

    bool isRead;

    public Instrument Instrument => instrument;

    public bool Read(DepthBatch into)
    {
        into.Count = 0;
        if (!isRead)
        {
            into.Add(from, Side.Buy, 100_000, 5, DepthFlags.Snapshot);
            into.Add(from, Side.Sell, 100_010, 5, DepthFlags.End);
            for (var time = from + Step; time < from + minutes * UtcNanos.Minute; time += Step)
            {
                into.Add(time, (time / Step & 1) == 0 ? Side.Buy : Side.Sell, (time / Step & 1) == 0 ? 100_000 : 100_010, 1 + (time / Step * version) % 7, DepthFlags.End);
            }
        }

        isRead = true;
        return into.Count > 0;
    }

    public void Dispose() { }
}
