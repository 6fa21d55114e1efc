namespace Workbench.Core;

/// <summary>Changes of an order book: seen and known at one instant.</summary>
sealed class DepthColumns : IBatchColumns<DepthBatch>
{
    public static DepthColumns Instance { get; } = new();

    public DepthBatch Make() => new();

    public int Count(DepthBatch batch) => batch.Count;

    public void Shorten(DepthBatch batch, int count) => batch.Count = count;

    public long[] Begins(DepthBatch batch) => batch.Time;

    public long[] Known(DepthBatch batch) => batch.Time;

    public long[][] Prices(DepthBatch batch) => [batch.Price];

    public long[][] Sizes(DepthBatch batch) => [batch.Size];

    // A row on its own is a message of its own, and no snapshot: its level is told once more.
    public void Append(DepthBatch from, int at, DepthBatch to) =>
        to.Add(from.Time[at], from.Side[at], from.Price[at], from.Size[at], (from.Flags[at] & ~DepthFlags.Snapshot) | DepthFlags.End);

    public void Flatten(DepthBatch batch, int at)
    {
    }

    public void Stand(DepthBatch batch, int at, long begins, long known) => batch.Time[at] = known;

    public void Mend(DepthBatch batch, int at)
    {
    }
}
