namespace Workbench.Core;

/// <summary>A tape that is read a batch at a time: which event of the batch at hand is next, and when the next batch is wanted.</summary>
abstract class TapeLane<TBatch>(Market market, int index, ICursor<TBatch> cursor, TBatch batch) : Lane(market, index)
    where TBatch : class, IBatch
{
    /// <summary>The batch at hand.</summary>
    protected TBatch Batch => batch;

    /// <summary>Place of the next event in it.</summary>
    protected int At { get; set; }

    public override void Start() => Advance();

    public override void Dispose() => cursor.Dispose();

    /// <summary>Finds the next event, in the next batch where this one is used up.</summary>
    protected void Advance()
    {
        if (At == batch.Count)
        {
            At = 0;
            if (!cursor.Read(batch))
            {
                batch.Count = 0;
                Head = LaneKey.End;
                return;
            }
        }

        Head = new LaneKey(batch.TimeAt(At), LaneKey.New, Index);
    }
}
