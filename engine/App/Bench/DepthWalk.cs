using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// An order book to measure over where no recorded one is there, of the same shape: a snapshot of a thousand levels a side, then a message of
/// some seventy changes each 53 ms, most of them near the best prices, three in ten removing a level. Drawn from a seed.
/// </summary>
sealed class DepthWalk(Instrument instrument, long count) : ICursor<DepthBatch>
{
    const int Levels = 1_000;
    const int PerMessage = 68;
    const long Start = 6_180_000;
    const long Step = 53 * UtcNanos.Millisecond;

    static readonly long Begin = UtcNanos.From(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    readonly SeededRandom dice = new(68);
    long made;
    long mid = Start;

    public Instrument Instrument => instrument;

    public bool Read(DepthBatch into)
    {
        into.Count = 0;
        while (made < count && into.Count < DepthBatch.Capacity)
        {
            if (made < 2 * Levels)
            {
                Rest(into);
            }
            else
            {
                Change(into);
            }

            made++;
        }

        return into.Count > 0;
    }

    public void Dispose() { }

    void Rest(DepthBatch into)
    {
        var (side, level) = (made % 2 == 0 ? Side.Buy : Side.Sell, made / 2);
        var flags = (made == 0 ? DepthFlags.Snapshot : DepthFlags.None) | (made == 2 * Levels - 1 ? DepthFlags.End : DepthFlags.None);
        into.Add(Begin, side, Price(side, level), Size(), flags);
    }

    void Change(DepthBatch into)
    {
        var (message, at) = Math.DivRem(made - 2 * Levels, PerMessage);
        mid += at == 0 ? dice.Next(-1, 2) : 0;
        var side = dice.Next(2) == 0 ? Side.Buy : Side.Sell;

        // A product of three draws crowds near the best price and still reaches far.
        var level = (long)(dice.NextDouble() * dice.NextDouble() * dice.NextDouble() * Levels);
        into.Add(Begin + (message + 1) * Step, side, Price(side, level), dice.Next(10) < 3 ? 0 : Size(), at == PerMessage - 1 ? DepthFlags.End : DepthFlags.None);
    }

    long Price(Side side, long level) => side == Side.Buy ? mid - 10 - level * 10 : mid + 10 + level * 10;

    long Size() => dice.Next(1, 5_000) * 1_000L;
}
