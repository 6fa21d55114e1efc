// Two moving averages: be long while the fast one lies above the slow one, short while it lies below.

public sealed class SmaCross : Strategy
{
    [Parameter(1, 500)] public int Fast { get; init; } = 10;
    [Parameter(2, 1000)] public int Slow { get; init; } = 30;
    [Parameter] public decimal Qty { get; init; } = 10_000m;
    [Parameter] public BarSpec Timeframe { get; init; } = Bars.Minutes(1);

    Sma fast = null!, slow = null!;

    public override void OnStart()
    {
        fast = Add(new Sma(Fast), Timeframe);
        slow = Add(new Sma(Slow), Timeframe);
    }

    public override void OnBar(in Bar bar)
    {
        // Exact sums decide: on a tie the position stays as it is.
        if (slow.IsReady && fast.IsReady && Sma.Compare(fast, slow) is var side and not 0)
            TargetPosition(side * Qty, tag: side > 0 ? "fast above slow" : "fast below slow");
    }
}
