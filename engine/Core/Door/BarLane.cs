namespace Workbench.Core;

/// <summary>Runs through a tape of stored bars. Each is two events: its open, at which orders are filled, and its close, at which it is published.</summary>
sealed class BarLane(Market market, int index, IReel<BarBatch> bars, bool resolves, Dispatcher dispatcher) : TapeLane<BarBatch>(market, index, bars)
{
    public override decimal HeadMid => Market.Instrument.FromRaw(Batch.Open[At]);

    public override void Run(LaneKey bound)
    {
        while (Head.Precedes(bound) && Head.Precedes(dispatcher.Schedule.NextKey))
        {
            if (Head.Rank == LaneKey.New)
            {
                dispatcher.Begin(Market, Head.Time);
                dispatcher.Open(Market, Head.Time, Batch.Open[At], Batch.Volume[At], resolves);
                Head = new LaneKey(Batch.CloseTime[At], LaneKey.BarClose, Index);
            }
            else
            {
                dispatcher.Close(Market, Batch, At, resolves);
                At++;
                Advance();
            }
        }
    }
}
