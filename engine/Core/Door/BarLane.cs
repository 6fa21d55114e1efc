namespace Workbench.Core;

/// <summary>Runs through a tape of stored bars. Each is two events: its open, at which orders are filled, and its close, at which it is published.</summary>
sealed class BarLane(Market market, int index, ICursor<BarBatch> bars, BarSpec spec, bool resolves, Dispatcher dispatcher) : Lane(market, index)
{
    readonly BarBatch batch = new();
    int at;

    public override decimal HeadMid => Market.Instrument.FromRaw(batch.Open[at]);

    public override void Start() => Advance();

    public override void Run(LaneKey bound)
    {
        while (Head.Precedes(bound) && Head.Precedes(dispatcher.Schedule.NextKey))
        {
            if (Head.Rank == LaneKey.New)
            {
                dispatcher.Begin(Market, Head.Time);
                dispatcher.Open(Market, Head.Time, batch.Open[at], batch.Volume[at], resolves);
                Head = new LaneKey(batch.CloseTime[at], LaneKey.BarClose, Index);
            }
            else
            {
                dispatcher.Close(Market, Bar(), resolves);
                at++;
                Advance();
            }
        }
    }

    public override void Dispose() => bars.Dispose();

    Bar Bar() => new()
    {
        Instrument = Market.Instrument,
        Spec = spec,
        PriceScale = (byte)Market.Instrument.PriceScale,
        OpenNanos = batch.OpenTime[at],
        CloseNanos = batch.CloseTime[at],
        OpenRaw = batch.Open[at],
        HighRaw = batch.High[at],
        LowRaw = batch.Low[at],
        CloseRaw = batch.Close[at],
        VolumeRaw = batch.Volume[at],
    };

    void Advance()
    {
        if (at == batch.Count)
        {
            at = 0;
            if (!bars.Read(batch))
            {
                batch.Count = 0;
                Head = LaneKey.End;
                return;
            }
        }

        Head = new LaneKey(batch.OpenTime[at], LaneKey.New, Index);
    }
}
