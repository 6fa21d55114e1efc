namespace Workbench.Core;

/// <summary>A tape that is read a batch at a time: which event of the batch at hand is next, and when the next batch is wanted.</summary>
abstract class TapeLane<TBatch>(Market market, int index, IReel<TBatch> reel) : Lane(market, index)
    where TBatch : class, IBatch
{
    TBatch? batch;
    long[] times = [];
    int count;

    /// <summary>The batch at hand.</summary>
    protected TBatch Batch => batch!;

    /// <summary>Place of the next event in it.</summary>
    protected int At { get; set; }

    public override void Start() => Advance();

    public override void Dispose() => reel.Dispose();

    /// <summary>Finds the next event, in the next batch where this one is used up.</summary>
    protected void Advance()
    {
        if (At == count && !Refill())
        {
            return;
        }

        Head = new LaneKey(times[At], LaneKey.New, Index);
    }

    /// <summary>The next event lies in the batch at hand, at a time that is known.</summary>
    protected void Advance(long time) => Head = new LaneKey(time, LaneKey.New, Index);

    /// <summary>Another batch is at hand.</summary>
    protected virtual void Turn(TickCells? cells)
    {
    }

    bool Refill()
    {
        At = 0;
        if (reel.Next() is { } next)
        {
            batch = next;
            times = next.Times;
            count = next.Count;
            Turn(reel.Cells);
            return true;
        }

        count = 0;
        Head = LaneKey.End;
        return false;
    }
}
