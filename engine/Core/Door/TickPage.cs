using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>A batch of ticks as it is read: its columns, and what stretches of them come to, by blocks where those are known.</summary>
readonly struct TickPage(TickBatch batch, TickBlocks? blocks)
{
    /// <summary>The columns.</summary>
    public TickBatch Batch => batch;

    /// <summary>Bids of a stretch.</summary>
    public Stretch Bids(int from, int to) => IsLong(from, to) ? blocks!.Bids.Of(batch.Bid, from, to) : Stretch.Of(batch.Bid, from, to);

    /// <summary>Asks of a stretch.</summary>
    public Stretch Asks(int from, int to) => IsLong(from, to) ? blocks!.Asks.Of(batch.Ask, from, to) : Stretch.Of(batch.Ask, from, to);

    /// <summary>Bids plus asks of a stretch: the mids in half points.</summary>
    public Stretch Sums(int from, int to) => IsLong(from, to) ? blocks!.Sums.OfSum(batch.Bid, batch.Ask, from, to) : Stretch.OfSum(batch.Bid, batch.Ask, from, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool IsLong(int from, int to) => blocks is not null && to - from >= 2 * BlockSpan.Length;
}
