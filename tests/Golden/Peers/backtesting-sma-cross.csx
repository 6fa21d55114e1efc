// backtesting.py's SmaCross: with all equity long after the fast average crossed above the slow one, short after it crossed below.

public sealed class BacktestingSmaCross : Strategy
{
    [Parameter(1, 500)] public int Fast { get; init; } = 10;
    [Parameter(2, 1000)] public int Slow { get; init; } = 30;
    [Parameter] public DateTime Last { get; init; } = new(2013, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    Sma fast = null!, slow = null!;
    DateTime today;
    int before, wanted;

    public override void OnStart()
    {
        fast = Add(new Sma(Fast), Bars.Days());
        slow = Add(new Sma(Slow), Bars.Days());
    }

    public override void OnBar(in Bar bar)
    {
        if (!slow.IsReady)
            return;

        // A cross is strict on both sides: after a tie there is none.
        var side = Sma.Compare(fast, slow);
        if (side != 0 && side == -before)
            wanted = side;
        before = side;
    }

    public override void OnTick(in Tick tick)
    {
        if (TradingDay().Open == today)
            return;

        // The first price of a day is its open: what the close before decided is done here, and sized by this very price.
        today = TradingDay().Open;
        if (Now >= Last)
            TargetPosition(0m, tag: "last open");
        else if (wanted != 0)
            TargetPosition(wanted * Math.Floor(Equity / tick.Ask), tag: wanted > 0 ? "cross up" : "cross down");
        wanted = 0;
    }
}
