using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A stored order book a message at a time: between the rows of one message the book is torn. It is a batch of one message.</summary>
sealed class DepthMessages(ICursor<DepthBatch> cursor) : IBatch, IDisposable
{
    readonly DepthBatch batch = new();
    readonly List<DepthChange> rows = [];
    int at;

    /// <inheritdoc/>
    public int Count { get; set; }

    /// <inheritdoc/>
    public long[] Times { get; } = new long[1];

    /// <summary>Brings the next message; false at the end of the tape.</summary>
    public bool Next()
    {
        rows.Clear();
        while ((at < batch.Count || Refill()) && (rows.Count == 0 || batch.Time[at] == Times[0]))
        {
            Times[0] = batch.Time[at];
            var flags = batch.Flags[at];
            rows.Add(new DepthChange(batch.Side[at], batch.Price[at], batch.Size[at], flags));
            at++;
            if ((flags & DepthFlags.End) != 0)
            {
                break;
            }
        }

        Count = rows.Count > 0 ? 1 : 0;
        return Count > 0;
    }

    /// <summary>The rows of the message at hand, for whoever keeps them.</summary>
    public IReadOnlyList<DepthChange> Rows() => [.. rows];

    /// <inheritdoc/>
    public void Dispose() => cursor.Dispose();

    bool Refill()
    {
        at = 0;
        if (!cursor.Read(batch))
        {
            batch.Count = 0;
        }

        return batch.Count > 0;
    }
}
