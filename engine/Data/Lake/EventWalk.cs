namespace Workbench.Data.Lake;

/// <summary>A tape looked at event by event, whatever its kind.</summary>
sealed class EventWalk<TBatch>(ICursor<TBatch> tape, ITapeLayout<TBatch> layout) : IDisposable
{
    readonly TBatch batch = layout.Make();
    int at = -1;
    int count;

    /// <summary>Time of the event, UTC nanoseconds.</summary>
    public long Time => layout.Column(batch, 0)[at];

    /// <summary>On to the next event.</summary>
    public bool Next()
    {
        at++;
        if (at < count)
        {
            return true;
        }

        at = 0;
        count = tape.Read(batch) ? layout.Count(batch) : 0;
        layout.Leave(batch);
        return count > 0;
    }

    /// <summary>Whether the other's event says the same.</summary>
    public bool IsSame(EventWalk<TBatch> other) => layout.IsSame(batch, at, other.batch, other.at);

    public void Dispose() => tape.Dispose();
}
