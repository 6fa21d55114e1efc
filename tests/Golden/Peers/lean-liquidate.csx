// LEAN's CanLiquidateWithOrderPropertiesRegressionAlgorithm: in and out of ten shares, minute by minute.

public sealed class LeanLiquidate : Strategy
{
    [Parameter(1, 1000)] public decimal Qty { get; init; } = 10m;
    [Parameter] public TimeSpan After { get; init; } = new(10, 0, 0);
    [Parameter] public TimeSpan Before { get; init; } = new(16, 0, 0);

    public override void OnStart() => Subscribe(Bars.Minutes(1));

    public override void OnBar(in Bar bar)
    {
        // The trading day of a New York share turns at midnight there.
        var clock = Now - TradingDay().Open;
        if (clock > After && clock < Before)
            TargetPosition(Position() == 0m ? Qty : 0m);
    }
}
