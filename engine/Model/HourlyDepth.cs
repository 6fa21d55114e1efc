namespace Workbench.Model;

/// <summary>
/// A depth tape as it is stored: each UTC hour begins with the book as it stood, or with the first snapshot in it, so that a reader may begin in any of them, and no hour
/// needs another. The book that is written there follows from the changes before it, so that the same changes make the same tape.
/// </summary>
/// <remarks>A tape that does not begin with a snapshot begins with a gap: it shows no book until its first snapshot, whatever lies before it.</remarks>
/// <param name="tape">The changes; disposed with this.</param>
public sealed class HourlyDepth(ICursor<DepthBatch> tape) : ICursor<DepthBatch>
{
    /// <summary>How often the book is written out, in nanoseconds: an hour.</summary>
    public const long Step = UtcNanos.Hour;

    readonly OrderBook book = new(tape.Instrument);
    readonly DepthBatch source = new();
    readonly BookSnapshot snapshot = new();
    int at;
    long turn = long.MinValue;

    /// <inheritdoc/>
    public Instrument Instrument => tape.Instrument;

    /// <inheritdoc/>
    public bool Read(DepthBatch into)
    {
        into.Count = 0;
        while (into.Count < DepthBatch.Capacity && (at < source.Count || Refill()))
        {
            if (source.Time[at] >= turn)
            {
                Turn();
            }

            snapshot.Pour(into);
            if (into.Count < DepthBatch.Capacity)
            {
                Pass(into);
            }
        }

        return into.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => tape.Dispose();

    bool Refill()
    {
        at = 0;
        if (!tape.Read(source))
        {
            source.Count = 0;
        }

        return source.Count > 0;
    }

    /// <summary>The next message is the first of its hour.</summary>
    void Turn()
    {
        var (hour, flags) = (UtcNanos.Floor(source.Time[at], Step), source.Flags[at]);
        var speaks = (flags & (DepthFlags.Snapshot | DepthFlags.Gap)) != 0;
        if (turn == long.MinValue && !speaks)
        {
            source.Flags[at] |= DepthFlags.Gap;
        }

        // An hour that begins with a snapshot of its own needs none, so that a tape may come in pieces that do.
        if (book.IsValid && !speaks)
        {
            snapshot.Take(book, hour);
        }

        turn = hour + Step;
    }

    void Pass(DepthBatch into)
    {
        var (side, price, size, flags) = (source.Side[at], source.Price[at], source.Size[at], source.Flags[at]);
        book.Apply(side, price, size, flags);
        into.Add(source.Time[at], side, price, size, flags);
        at++;
    }
}
