// What W1, W5 and W7 measure: two averages of the mid, brought up to date with every tick, and a look at each. No orders.

public sealed class SmaWatch : Strategy
{
    long above;

    Sma fast = null!, slow = null!;

    public override void OnStart()
    {
        fast = Add(new Sma(10), Bars.Tick);
        slow = Add(new Sma(30), Bars.Tick);
    }

    public override void OnBar(in Bar bar)
    {
        if (slow.IsReady)
            above += Sma.Compare(fast, slow);
    }
}
