namespace Workbench.Platform.Postgres;

/// <summary>
/// Goes along a write and tells whether it changes the past: every stored event must come again, in its order and with all its numbers.
/// Events that are added between them change nothing that was there.
/// </summary>
/// <param name="stored">What was stored before, from the first instant that is replaced.</param>
/// <param name="from">That instant.</param>
/// <param name="layout">Its columns; of its own, since a write uses those of another.</param>
sealed class ChangeWatch<TBatch>(ICursor<TBatch> stored, long from, ITapeShape<TBatch> layout) : IDisposable
{
    readonly TBatch batch = layout.Make();
    int at;
    int count;
    bool isOver;

    /// <summary>Time of the first stored event that did not come again; null while all have.</summary>
    public long? FirstChange { get; private set; }

    long Awaited => layout.Column(batch, 0)[at];

    /// <summary>Sees the next events of the write.</summary>
    public void See(TBatch events, int from, int size)
    {
        for (var next = from; next < from + size && FirstChange is null && HasMore(); next++)
        {
            if (layout.Column(events, 0)[next] > Awaited)
            {
                FirstChange = Awaited;
            }
            else if (layout.IsSame(batch, at, events, next))
            {
                at++;
            }
        }
    }

    /// <summary>Behind the last event: what is still awaited before an instant will not come.</summary>
    public void Finish(long end)
    {
        if (FirstChange is null && HasMore() && Awaited < end)
        {
            FirstChange = Awaited;
        }
    }

    public void Dispose() => stored.Dispose();

    // What cannot be read cannot come again. It must not keep anyone from writing it anew.
    void Read()
    {
        try
        {
            isOver = !stored.Read(batch);
            (at, count) = (0, layout.Count(batch));
        }
        catch (WorkbenchException damage) when (PostgresErrors.WasDamage(damage))
        {
            isOver = true;
            FirstChange = from;
        }
    }

    bool HasMore()
    {
        if (at >= count && !isOver)
        {
            Read();
        }

        return !isOver;
    }
}
