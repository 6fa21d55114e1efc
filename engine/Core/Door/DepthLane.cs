namespace Workbench.Core;

/// <summary>Runs through a tape of order-book changes, a message at a time: between the rows of one message the book is torn.</summary>
sealed class DepthLane(Market market, int index, ICursor<DepthBatch> depth, Dispatcher dispatcher) : Lane(market, index)
{
    readonly DepthBatch batch = new();
    int at;

    public override decimal HeadMid => 0m;

    public override void Start() => Advance();

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

    public override void Dispose() => depth.Dispose();

    void Message()
    {
        var time = Head.Time;
        DepthFlags flags;
        do
        {
            flags = batch.Flags[at];
            dispatcher.Row(Market, batch.Side[at], batch.Price[at], batch.Size[at], flags);
            at++;
            Advance();
        }
        while ((flags & DepthFlags.End) == 0 && Head.Time == time);

        dispatcher.Depth(Market, time);
    }

    void Advance()
    {
        if (at == batch.Count)
        {
            at = 0;
            if (!depth.Read(batch))
            {
                batch.Count = 0;
                Head = LaneKey.End;
                return;
            }
        }

        Head = new LaneKey(batch.Time[at], LaneKey.New, Index);
    }
}
