// LEAN's LimitFillRegressionAlgorithm: at each full hour a limit order at the last price, buying on the first two days, selling on the others.

public sealed class LeanLimitFill : Strategy
{
    [Parameter(1, 1000)] public decimal Qty { get; init; } = 10m;
    [Parameter(1, 100)] public int DaysLong { get; init; } = 2;

    DateTime today;
    int days;

    public override void OnStart() => Subscribe(Bars.Hours(1));

    public override void OnBar(in Bar bar)
    {
        var day = TradingDay().Open;
        days += day == today ? 0 : 1;
        today = day;
        if (days <= DaysLong)
            BuyLimit(Qty, bar.Close);
        else
            SellLimit(Qty, bar.Close);
    }
}
