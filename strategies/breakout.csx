// Channel breakout with resting stop orders, after the turtles: enter where the long channel breaks, leave where the short one does.

public sealed class Breakout : Strategy
{
    [Parameter(2, 500)] public int EntryBars { get; init; } = 40;
    [Parameter(2, 500)] public int ExitBars { get; init; } = 15;
    [Parameter] public decimal Qty { get; init; } = 10_000m;
    [Parameter] public BarSpec Timeframe { get; init; } = Bars.Minutes(15).Of(PriceSource.Bid);

    Donchian entry = null!, exit = null!;

    public override void OnStart()
    {
        entry = Add(new Donchian(EntryBars), Timeframe);
        exit = Add(new Donchian(ExitBars), Timeframe);
    }

    public override void OnBar(in Bar bar)
    {
        if (!entry.IsReady || !exit.IsReady)
            return;

        // The channels moved with this bar, and so do the orders on their edges.
        CancelAll();
        var position = Position();
        if (position == 0m)
        {
            BuyStop(Qty, entry.Upper + Instrument.TickSize, tag: "new high");
            SellStop(Qty, entry.Lower - Instrument.TickSize, tag: "new low");
        }
        else if (position > 0m)
        {
            SellStop(position, exit.Lower - Instrument.TickSize, tag: "trailing low");
        }
        else
        {
            BuyStop(-position, exit.Upper + Instrument.TickSize, tag: "trailing high");
        }
    }

    public override void OnExecution(Order order, in ExecutionReport report)
    {
        // One side broke out: the order on the other side was for a flat book only.
        if (report.ExecType == ExecType.Trade && Position() != 0m)
            CancelAll();
    }
}
