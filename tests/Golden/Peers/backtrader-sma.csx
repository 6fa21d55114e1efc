// backtrader's sample test of its crossover: one unit long from the close that crosses above its average to the one that crosses below.

public sealed class BacktraderSma : Strategy
{
    [Parameter(2, 500)] public int Period { get; init; } = 15;
    [Parameter(1, 1000)] public decimal Qty { get; init; } = 1m;

    Sma close = null!, average = null!;
    int side;

    public override void OnStart()
    {
        close = Add(new Sma(1), Bars.Days());
        average = Add(new Sma(Period), Bars.Days());
    }

    public override void OnBar(in Bar bar)
    {
        // On a tie the side of before counts: a cross is a change of the last side that was one.
        if (!average.IsReady || Sma.Compare(close, average) is var now && now == 0)
            return;

        var before = side;
        side = now;
        if (before < 0 && side > 0 && Position() == 0m)
            Buy(Qty, tag: Invariant($"{bar.Close}"));
        else if (before > 0 && side < 0 && Position() > 0m)
            Sell(Position(), tag: Invariant($"{bar.Close}"));
    }
}
