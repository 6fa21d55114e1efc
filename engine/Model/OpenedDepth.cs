namespace Workbench.Model;

/// <summary>
/// A depth tape from an instant on: what lies before it is taken in silently, and the book that came of it is the first message, a snapshot
/// at that instant. Where no book was known, none is shown.
/// </summary>
/// <param name="tape">The changes, from a snapshot before the instant on; disposed with this.</param>
/// <param name="from">The instant, UTC nanoseconds.</param>
public sealed class OpenedDepth(ICursor<DepthBatch> tape, long from) : ICursor<DepthBatch>
{
    readonly BookSnapshot snapshot = new();
    DepthBatch? lead;
    int at;
    bool isOpen;

    /// <inheritdoc/>
    public Instrument Instrument => tape.Instrument;

    /// <inheritdoc/>
    public bool Read(DepthBatch into)
    {
        if (!isOpen)
        {
            isOpen = true;
            Open();
        }

        if (lead is null)
        {
            return tape.Read(into);
        }

        into.Count = 0;
        snapshot.Pour(into);
        for (; at < lead.Count && into.Count < DepthBatch.Capacity; at++)
        {
            into.Add(lead.Time[at], lead.Side[at], lead.Price[at], lead.Size[at], lead.Flags[at]);
        }

        lead = at < lead.Count || snapshot.IsPending ? lead : null;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => tape.Dispose();

    /// <summary>Reads up to the first change at or after the instant. Where there is none, the tape is empty: a book alone is no event.</summary>
    void Open()
    {
        var book = new OrderBook(tape.Instrument);
        var batch = new DepthBatch();
        while (tape.Read(batch))
        {
            for (at = 0; at < batch.Count && batch.Time[at] < from; at++)
            {
                book.Apply(batch.Side[at], batch.Price[at], batch.Size[at], batch.Flags[at]);
            }

            if (at < batch.Count)
            {
                Begin(book, batch);
                return;
            }
        }
    }

    void Begin(OrderBook book, DepthBatch batch)
    {
        lead = batch;
        var isReplaced = batch.Time[at] == from && (batch.Flags[at] & (DepthFlags.Snapshot | DepthFlags.Gap)) != 0;
        if (book.IsValid && !isReplaced)
        {
            snapshot.Take(book, from);
        }
    }
}
