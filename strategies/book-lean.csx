// Leans with the order book: where bids outweigh asks and draw the microprice above the mid it joins the best bid, the other way round the best ask,
// and it leaves in the same way once the weight has gone. It never pays the spread, but for one case: while the book is void it is flat.
// Needs a book, and its prints to be served in the queue: --data BTCUSDT:depth --data BTCUSDT:trades

public sealed class BookLean : Strategy
{
    [Parameter(1, 100, Description = "levels of each side that are weighed")] public int Levels { get; init; } = 5;
    [Parameter(0, 1, Description = "imbalance of the levels from which it wants in")] public double Enter { get; init; } = 0.5;
    [Parameter(0, 1, Description = "imbalance on its side below which it wants out")] public double Leave { get; init; } = 0.1;
    [Parameter] public decimal Qty { get; init; } = 0.01m;

    readonly Microprice microprice = new();
    readonly BookMid mid = new();
    BookImbalance imbalance = null!;
    Order? limit;
    decimal target;

    public override void OnStart() => imbalance = new BookImbalance(Levels);

    public override void OnBook(OrderBook book)
    {
        imbalance.Update(book);
        microprice.Update(book);
        mid.Update(book);
        target = Target();
        if (imbalance.IsReady)
            Wait(book, target - Position());
        else
            GetOut();
    }

    decimal Target()
    {
        // The best prices have to agree with the levels behind them.
        var side = Math.Sign(microprice.IsReady ? microprice.Value - mid.Value : 0d);
        if (side != 0 && side * imbalance.Value >= Enter)
            return side * Qty;

        return Math.Sign(target) * imbalance.Value >= Leave ? target : 0m;
    }

    void Wait(OrderBook book, decimal missing)
    {
        var side = missing > 0m ? Side.Buy : Side.Sell;
        var price = book.Price(side, 0);
        if (limit is { IsDone: false })
        {
            // Whoever left the best price, or is not wanted any more, goes; the next message sends anew.
            if (missing == 0m || limit.Side != side || limit.Price != price)
                Cancel(limit);
        }
        else if (missing != 0m && OpenOrders.Count == 0)
        {
            limit = Send(NewOrder.Limit(side, Math.Abs(missing), price) with { PostOnly = true, Tag = target == 0m ? "weight has gone" : "leans" });
        }
    }

    void GetOut()
    {
        if (limit is { IsDone: false })
            Cancel(limit);

        TargetPosition(0m, tag: "the book is void");
    }
}
