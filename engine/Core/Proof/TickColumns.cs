namespace Workbench.Core;

/// <summary>Quotes: seen and known at one instant.</summary>
sealed class TickColumns : IBatchColumns<TickBatch>
{
    public static TickColumns Instance { get; } = new();

    public TickBatch Make() => new();

    public int Count(TickBatch batch) => batch.Count;

    public void Shorten(TickBatch batch, int count) => batch.Count = count;

    public long[] Begins(TickBatch batch) => batch.Time;

    public long[] Known(TickBatch batch) => batch.Time;

    public long[][] Prices(TickBatch batch) => [batch.Bid, batch.Ask];

    public long[][] Sizes(TickBatch batch) => [batch.BidSize, batch.AskSize];

    public void Append(TickBatch from, int at, TickBatch to) =>
        to.Add(from.Time[at], from.Bid[at], from.Ask[at], from.BidSize[at], from.AskSize[at]);

    public void Flatten(TickBatch batch, int at)
    {
    }

    public void Stand(TickBatch batch, int at, long begins, long known) => batch.Time[at] = known;

    public void Mend(TickBatch batch, int at)
    {
    }
}
