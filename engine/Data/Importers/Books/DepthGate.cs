namespace Workbench.Data.Importers.Books;

/// <summary>
/// Gate for messages of an order book. Nothing passes before a snapshot and between a gap and the next one, for nobody could tell what rested
/// there; a tape that has none at all is refused. Levels without price or of negative size are left out, crossed and locked books are kept and counted.
/// </summary>
sealed class DepthGate : IGate<DepthBatch>
{
    /// <summary>Machines of one exchange disagree by so much at most: a message so late counts as being of the time of the one before it.</summary>
    const long Jitter = UtcNanos.Second;

    readonly Queue<(long Time, Side Side, long Price, long Size, DepthFlags Flags)> waiting = new();
    readonly OrderBook book;
    DepthBatch batch = null!;
    long lastTime = long.MinValue;
    long loose;
    long held;
    long lastRow;
    long gaps;
    bool hasShown;

    public DepthGate(GateLog log, Instrument instrument)
    {
        Log = log;
        book = new OrderBook(instrument);
        log.Ending = Conclude;
    }

    public GateLog Log { get; }

    public bool IsFull => batch.Count == DepthBatch.Capacity;

    public int Count => batch.Count;

    public void Begin(DepthBatch batch)
    {
        this.batch = batch;
        batch.Count = 0;
        while (!IsFull && waiting.TryDequeue(out var row))
        {
            batch.Add(row.Time, row.Side, row.Price, row.Size, row.Flags);
        }
    }

    /// <summary>A message: the whole book, or changes of it.</summary>
    public void Add(long time, bool isSnapshot, IReadOnlyList<(Side Side, long Price, long Size)> levels, long row)
    {
        lastRow = row;
        if (!isSnapshot && !book.IsValid)
        {
            loose += levels.Count;
            return;
        }

        hasShown = true;
        var sound = Sound(levels, row);
        var at = time < lastTime && lastTime - time <= Jitter ? lastTime : time;
        if (sound.Count == 0 && isSnapshot)
        {
            // An empty book is one too.
            sound = [(Side.Buy, 0, 0)];
        }

        for (var i = 0; i < sound.Count && Log.Follows(at, at, row); i++)
        {
            var flags = (i == 0 && isSnapshot ? DepthFlags.Snapshot : DepthFlags.None) | (i == sound.Count - 1 ? DepthFlags.End : DepthFlags.None);
            Put(at, sound[i].Side, sound[i].Price, sound[i].Size, flags);
        }

        CountTouching(row);
    }

    /// <summary>Changes came that may have to wait for a snapshot for ever.</summary>
    public void Hold(int changes, long row)
    {
        held += changes;
        lastRow = row;
    }

    /// <summary>Messages were lost: the book is void until the next snapshot.</summary>
    /// <param name="time">When the message came by which it shows: nobody knew before.</param>
    public void Gap(long time)
    {
        var at = Math.Max(time, lastTime);
        if (book.IsValid && Log.Follows(at, at, lastRow))
        {
            gaps++;
            Put(at, Side.Buy, 0, 0, DepthFlags.Gap | DepthFlags.End);
        }
    }

    List<(Side Side, long Price, long Size)> Sound(IReadOnlyList<(Side Side, long Price, long Size)> levels, long row)
    {
        var sound = new List<(Side, long, long)>(levels.Count);
        foreach (var level in levels)
        {
            if (level.Price > 0 && level.Size >= 0)
            {
                sound.Add(level);
            }
            else
            {
                Log.Reject("no price above 0, or a negative size", row);
            }
        }

        return sound;
    }

    void Put(long time, Side side, long price, long size, DepthFlags flags)
    {
        lastTime = time;
        book.Apply(side, price, size, flags);
        if (IsFull)
        {
            waiting.Enqueue((time, side, price, size, flags));
        }
        else
        {
            batch.Add(time, side, price, size, flags);
        }
    }

    void CountTouching(long row)
    {
        if (!book.IsValid || book.Depth(Side.Buy) == 0 || book.Depth(Side.Sell) == 0)
        {
            return;
        }

        var (bid, ask) = (book.Level(Side.Buy, 0).PriceRaw, book.Level(Side.Sell, 0).PriceRaw);
        if (bid > ask)
        {
            Log.Crossed(row);
        }
        else if (bid == ask)
        {
            Log.Report.Locked++;
        }
    }

    void Conclude()
    {
        if (loose + held > 0 && !hasShown)
        {
            throw BookErrors.NoSnapshot(book.Instrument.Symbol, loose + held, FormattableString.Invariant($"{Log.File} row {lastRow}"));
        }

        if (loose > 0)
        {
            Log.Report.Warn(FormattableString.Invariant($"{loose} changes came without a snapshot to follow on, and were left out."));
        }

        if (gaps > 0)
        {
            Log.Report.Warn(FormattableString.Invariant($"{gaps} gaps: messages are missing, and the book is invalid from there to the next snapshot."));
        }
    }
}
