// Buys a dip below the lower band of the last bars and sells it back at their middle; the other way round above the upper one.

public sealed class BandReturn : Strategy
{
    [Parameter(5, 200)] public int Length { get; init; } = 20;
    [Parameter(0.5, 5)] public double Width { get; init; } = 2;
    [Parameter] public decimal Qty { get; init; } = 10_000m;
    [Parameter] public BarSpec Timeframe { get; init; } = Bars.Minutes(5);

    Bollinger bands = null!;

    public override void OnStart() => bands = Add(new Bollinger(Length, Width), Timeframe);

    public override void OnBar(in Bar bar)
    {
        if (!bands.IsReady)
            return;

        var close = (double)bar.Close;
        var position = Position();
        if (close < bands.Lower)
            TargetPosition(Qty, tag: "dip");
        else if (close > bands.Upper)
            TargetPosition(-Qty, tag: "peak");
        else if ((position > 0m && close >= bands.Value) || (position < 0m && close <= bands.Value))
            TargetPosition(0m, tag: "middle");
    }
}
