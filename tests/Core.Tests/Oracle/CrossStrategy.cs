namespace Workbench.Core.Tests.Oracle;

/// <summary>The same cross as a strategy, in the engine's words.</summary>
sealed class CrossStrategy(int fastLength, int slowLength, decimal qty, BarSpec timeframe) : Strategy
{
    Sma fast = null!;
    Sma slow = null!;

    public override void OnStart()
    {
        fast = Add(new Sma(fastLength), timeframe);
        slow = Add(new Sma(slowLength), timeframe);
    }

    public override void OnBar(in Bar bar)
    {
        if (slow.IsReady && Sma.Compare(fast, slow) is var side and not 0)
        {
            TargetPosition(side * qty, tag: "cross");
        }
    }
}
