namespace Workbench.Core;

/// <summary>
/// What takers paid for immediacy: twice the distance of a print from the mid before it, on the taker's side, mean of the last prints, in quote
/// currency. Where the source does not tell who took, the print's side is found by Lee and Ready, "Inferring Trade Direction from Intraday
/// Data", Journal of Finance, 1991: above the mid a buyer took, below it a seller, at the mid whoever moved the price last.
/// </summary>
/// <remarks>The mid is the book's while it has one, else the last tick's, as in the run itself. Lee and Ready's quotes of five seconds before are those of slow
/// tapes and not taken over. A print before any mid, or at it before any move, has no side and does not count.</remarks>
public sealed class EffectiveSpread : FlowStudy
{
    readonly ExactWindow window;
    Instrument? instrument;
    bool isByBook;
    long twiceMid;
    long lastPrice;
    Side lastMove;

    /// <param name="length">Prints that count, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one.</exception>
    public EffectiveSpread(int length)
        : base($"EffectiveSpread({length})") => window = new ExactWindow(length);

    /// <inheritdoc/>
    public override bool IsReady => window.IsFull;

    /// <inheritdoc/>
    public override double Value => IsReady ? BestPrices.Price(instrument!, (double)window.Sum / window.Length) : double.NaN;

    /// <summary>Side that took in the last print that counted; 0 before there was one.</summary>
    public Side Taker { get; private set; }

    /// <inheritdoc/>
    public override void Update(OrderBook book)
    {
        isByBook = BestPrices.TryRead(book, out var best);
        twiceMid = isByBook ? best.Bid + best.Ask : 0;
    }

    /// <inheritdoc/>
    public override void Update(in Tick tick) => twiceMid = isByBook ? twiceMid : tick.BidRaw + tick.AskRaw;

    /// <inheritdoc/>
    public override void Update(in Trade trade)
    {
        instrument = trade.Instrument;
        Move(trade.PriceRaw);
        var side = trade.Aggressor == default ? Infer(trade.PriceRaw) : trade.Aggressor;
        if (twiceMid != 0 && side != default)
        {
            Taker = side;
            var beyond = 2 * trade.PriceRaw - twiceMid;
            window.Add(side == Side.Buy ? beyond : -beyond);
        }
    }

    void Move(long price)
    {
        if (lastPrice != 0 && price != lastPrice)
        {
            lastMove = price > lastPrice ? Side.Buy : Side.Sell;
        }

        lastPrice = price;
    }

    Side Infer(long price) => (2 * price).CompareTo(twiceMid) switch
    {
        > 0 => Side.Buy,
        < 0 => Side.Sell,
        _ => lastMove,
    };
}
