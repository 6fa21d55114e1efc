namespace Workbench.Core;

/// <summary>Runs through a tape of ticks beside an order book, a tick at a time: while the book is valid they are told, begin no bar and set no price.</summary>
sealed class BesideLane(Market market, int index, IReel<TickBatch> ticks, Dispatcher dispatcher) : TapeLane<TickBatch>(market, index, ticks)
{
    public override decimal HeadMid => Market.MidOf(Batch.Bid[At], Batch.Ask[At]);

    public override void Run(LaneKey bound)
    {
        while (Head.Precedes(bound) && Head.Time < dispatcher.Schedule.Next)
        {
            if (Market.IsByTicks)
            {
                dispatcher.Begin(Market, Head.Time);
                if (Head.Time >= dispatcher.Schedule.Next)
                {
                    return;
                }
            }

            dispatcher.Beside(Market, Head.Time, Batch, At);
            At++;
            Advance();
        }
    }
}
