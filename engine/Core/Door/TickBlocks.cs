namespace Workbench.Core;

/// <summary>Highs and lows of a batch of ticks by blocks, found once for all who read it: a long stretch then costs a step a block and not one a tick.</summary>
sealed class TickBlocks
{
    /// <summary>Of the bids.</summary>
    public BlockSpan Bids { get; } = new();

    /// <summary>Of the asks.</summary>
    public BlockSpan Asks { get; } = new();

    /// <summary>Of bids plus asks.</summary>
    public BlockSpan Sums { get; } = new();

    /// <summary>Looks at a batch that has been filled anew.</summary>
    public void Take(TickBatch batch)
    {
        for (var block = 0; block * BlockSpan.Length < batch.Count; block++)
        {
            var from = block * BlockSpan.Length;
            var to = Math.Min(batch.Count, from + BlockSpan.Length);
            Bids.Set(block, Stretch.Of(batch.Bid, from, to));
            Asks.Set(block, Stretch.Of(batch.Ask, from, to));
            Sums.Set(block, Stretch.OfSum(batch.Bid, batch.Ask, from, to));
        }
    }
}
