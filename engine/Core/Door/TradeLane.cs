namespace Workbench.Core;

/// <summary>Runs through a tape of prints.</summary>
sealed class TradeLane(Market market, int index, IReel<TradeBatch> trades, Dispatcher dispatcher) : TapeLane<TradeBatch>(market, index, trades)
{
    public override decimal HeadMid => Market.Instrument.FromRaw(Batch.Price[At]);

    public override void Run(LaneKey bound)
    {
        while (Head.Precedes(bound) && Head.Time < dispatcher.Schedule.Next)
        {
            dispatcher.Begin(Market, Head.Time);
            if (Head.Time >= dispatcher.Schedule.Next)
            {
                return;
            }

            dispatcher.Print(Market, new Trade(Market.Instrument, Batch.Time[At], Batch.Price[At], Batch.Size[At], Batch.Aggressor[At]));
            At++;
            Advance();
        }
    }
}
