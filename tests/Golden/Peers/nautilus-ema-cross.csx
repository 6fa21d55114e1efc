// NautilusTrader's EMA cross on 15-minute bars of the bid: long while the quick average lies on or above the calm one, else short.

public sealed class NautilusEmaCross : Strategy
{
    [Parameter(1, 500)] public int Quick { get; init; } = 10;
    [Parameter(1, 500)] public int Calm { get; init; } = 20;
    [Parameter(1, 100_000_000)] public decimal Qty { get; init; } = 1_000_000m;
    [Parameter] public BarSpec Timeframe { get; init; } = Bars.Minutes(15);
    [Parameter] public DateTime Stop { get; init; } = new(2013, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    double quick, calm;
    decimal lastClose;
    DateTime closed;
    int seen;

    public override void OnStart() => Subscribe(Timeframe.Of(PriceSource.Bid));

    public override void OnBar(in Bar bar)
    {
        // Where nothing was quoted, over a weekend too, NautilusTrader makes flat bars at the last close. They move the averages and decide nothing.
        for (; seen > 0 && closed < bar.OpenTime; closed += bar.CloseTime - bar.OpenTime)
            Average((double)lastClose);

        Average((double)bar.Close);
        (lastClose, closed) = (bar.Close, bar.CloseTime);
        if (seen >= Calm && bar.High > bar.Low)
            Follow(quick >= calm ? 1 : -1);
        if (Now >= Stop)
            TargetPosition(0m, tag: Invariant($"stop after {seen} bars"));
    }

    void Follow(int side)
    {
        if (Math.Sign(Position()) == side)
            return;

        // A hedging account turns round in two orders: one closes, one opens.
        TargetPosition(0m, tag: "close");
        TargetPosition(side * Qty, tag: side > 0 ? "quick above calm" : "quick below calm");
    }

    // Both averages start from the first value alone.
    void Average(double close)
    {
        seen++;
        quick = seen == 1 ? close : quick + (close - quick) * 2d / (Quick + 1);
        calm = seen == 1 ? close : calm + (close - calm) * 2d / (Calm + 1);
    }
}
