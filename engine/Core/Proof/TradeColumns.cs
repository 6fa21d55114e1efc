namespace Workbench.Core;

/// <summary>Prints: seen and known at one instant.</summary>
sealed class TradeColumns : IBatchColumns<TradeBatch>
{
    public static TradeColumns Instance { get; } = new();

    public TradeBatch Make() => new();

    public int Count(TradeBatch batch) => batch.Count;

    public void Shorten(TradeBatch batch, int count) => batch.Count = count;

    public long[] Begins(TradeBatch batch) => batch.Time;

    public long[] Known(TradeBatch batch) => batch.Time;

    public long[][] Prices(TradeBatch batch) => [batch.Price];

    public long[][] Sizes(TradeBatch batch) => [batch.Size];

    public void Append(TradeBatch from, int at, TradeBatch to) => to.Add(from.Time[at], from.Price[at], from.Size[at], from.Aggressor[at]);

    public void Flatten(TradeBatch batch, int at)
    {
    }

    public void Stand(TradeBatch batch, int at, long begins, long known) => batch.Time[at] = known;

    public void Mend(TradeBatch batch, int at)
    {
    }
}
