namespace Workbench.Core;

/// <summary>A tape whose times are what they were and whose prices and sizes, from a cut on, are not.</summary>
sealed class PoisonedCursor<TBatch>(ICursor<TBatch> inner, IBatchColumns<TBatch> columns, ChangedFuture future, FirstChange? first)
    : ChangedCursor<TBatch>(inner, columns, future.Cut, first)
{
    const int MostRows = 64;
    const int LeastBlocks = 16;
    const long Smallest = 1;
    const long Absurd = 1_000_000_000_000_000;

    readonly SeededRandom dice = new(future.Seed);

    public override bool Read(TBatch into)
    {
        if (!Inner.Read(into))
        {
            return false;
        }

        var from = FirstUnknown(into);
        if (from < Columns.Count(into))
        {
            var was = Remember(into, from);
            Poison(into, from);
            Note(into, from, was);
        }

        return true;
    }

    void Poison(TBatch into, int from)
    {
        var seen = Columns.Prices(into)[0][from];
        Change(into, from);
        if (HasBegun(into, from))
        {
            // The open of a bar that is open at the cut was seen before it.
            Columns.Prices(into)[0][from] = seen;
        }

        for (var at = from; at < Columns.Count(into); at++)
        {
            Columns.Mend(into, at);
        }
    }

    void Change(TBatch into, int from)
    {
        var count = Columns.Count(into);
        long[][] all = [.. Columns.Prices(into), .. Columns.Sizes(into)];
        switch (future.Change)
        {
            case FutureChange.Shuffled:
                Shuffle(all, from, count);
                break;
            case FutureChange.Raised:
                Scale(all, from, count, 137, 100);
                break;
            case FutureChange.Lowered:
                Scale(all, from, count, 100, 137);
                break;
            default:
                MakeAbsurd(all, from, count);
                break;
        }
    }

    void Shuffle(long[][] all, int from, int count)
    {
        var rows = Math.Clamp((count - from) / LeastBlocks, 1, MostRows);
        for (var blocks = (count - from) / rows; blocks > 1; blocks--)
        {
            var (one, other) = (from + (blocks - 1) * rows, from + dice.Next(blocks) * rows);
            foreach (var column in all)
            {
                for (var i = 0; one != other && i < rows; i++)
                {
                    (column[one + i], column[other + i]) = (column[other + i], column[one + i]);
                }
            }
        }
    }

    static void Scale(long[][] all, int from, int count, long times, long by)
    {
        foreach (var column in all)
        {
            for (var at = from; at < count; at++)
            {
                var scaled = (long)Int128.Clamp((Int128)column[at] * times / by, -Absurd, Absurd);

                // A price does not become nothing, by which others are divided.
                column[at] = scaled == 0 ? Math.Sign(column[at]) : scaled;
            }
        }
    }

    void MakeAbsurd(long[][] all, int from, int count)
    {
        for (var at = from; at < count; at++)
        {
            var absurd = dice.Next(2) == 0 ? Smallest : Absurd;
            foreach (var column in all)
            {
                column[at] = absurd;
            }
        }
    }
}
