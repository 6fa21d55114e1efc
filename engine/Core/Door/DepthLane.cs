namespace Workbench.Core;

/// <summary>Runs through a tape of order-book changes, a message at a time: between the rows of one message the book is torn.</summary>
sealed class DepthLane(Market market, int index, IReel<DepthBatch> depth, Dispatcher dispatcher) : TapeLane<DepthBatch>(market, index, depth)
{
    public override decimal HeadMid => 0m;

    public override void Run(LaneKey bound)
    {
        while (Head.Precedes(bound) && Head.Time < dispatcher.Schedule.Next)
        {
            dispatcher.Begin(Market, Head.Time);
            if (Head.Time >= dispatcher.Schedule.Next)
            {
                return;
            }

            Message();
        }
    }

    void Message()
    {
        var time = Head.Time;
        DepthFlags flags;
        do
        {
            flags = Batch.Flags[At];
            dispatcher.Row(Market, Batch.Side[At], Batch.Price[At], Batch.Size[At], flags);
            At++;
            Advance();
        }
        while ((flags & DepthFlags.End) == 0 && Head.Time == time);

        dispatcher.Depth(Market, time);
    }
}
