namespace Workbench.Core;

/// <summary>
/// Order flow imbalance: what was added to the best bid and taken from the best ask, less the reverse, over the last messages of the book, in
/// units. Above 0 the flow pushes the price up. Cont, Kukanov and Stoikov, "The Price Impact of Order Book Events", Journal of Financial
/// Econometrics, 2014.
/// </summary>
/// <remarks>
/// A message contributes q(bid now, where the bid did not fall) − q(bid before, where it did not rise) − q(ask now, where the ask did not rise)
/// + q(ask before, where it did not fall). Sums are whole numbers, so that nothing drifts. An invalid book begins it anew.
/// </remarks>
public sealed class OrderFlowImbalance : FlowStudy
{
    readonly ExactWindow window;
    BestPrices before;
    bool hasBefore;
    Instrument? instrument;

    /// <param name="length">Messages that count, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one.</exception>
    public OrderFlowImbalance(int length)
        : base($"OFI({length})") => window = new ExactWindow(length);

    /// <inheritdoc/>
    public override bool IsReady => window.IsFull;

    /// <inheritdoc/>
    public override double Value => IsReady ? BestPrices.Size(instrument!, window.Sum) : double.NaN;

    /// <inheritdoc/>
    public override void Update(OrderBook book)
    {
        instrument = book.Instrument;
        if (!BestPrices.TryRead(book, out var now))
        {
            hasBefore = false;
            window.Clear();
            return;
        }

        if (hasBefore)
        {
            window.Add(Contribution(in before, in now));
        }

        (before, hasBefore) = (now, true);
    }

    static long Contribution(in BestPrices before, in BestPrices now)
    {
        var bids = (now.Bid >= before.Bid ? now.BidSize : 0) - (now.Bid <= before.Bid ? before.BidSize : 0);
        var asks = (now.Ask <= before.Ask ? now.AskSize : 0) - (now.Ask >= before.Ask ? before.AskSize : 0);
        return bids - asks;
    }
}
