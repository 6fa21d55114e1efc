namespace Workbench.Core;

/// <summary>Runs through a tape of notices, one at a time: no price moves, no bar and no sample begins, the scripts alone hear of it.</summary>
sealed class NoticeLane<TNotice>(Market market, int index, IReel<NoticeBatch<TNotice>> notices, Dispatcher dispatcher)
    : TapeLane<NoticeBatch<TNotice>>(market, index, notices)
    where TNotice : class, INotice
{
    public override bool HasPrices => false;

    public override decimal HeadMid => 0m;

    public override void Run(LaneKey bound)
    {
        while (Head.Precedes(bound) && Head.Time < dispatcher.Schedule.Next)
        {
            dispatcher.Tell(Market, Head.Time, Batch.Notice[At]);
            At++;
            Advance();
        }
    }
}
