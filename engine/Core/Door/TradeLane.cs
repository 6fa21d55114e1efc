namespace Workbench.Core;

/// <summary>Runs through a tape of prints.</summary>
sealed class TradeLane(Market market, int index, ICursor<TradeBatch> trades, Dispatcher dispatcher) : Lane(market, index)
{
    readonly TradeBatch batch = new();
    int at;

    public override decimal HeadMid => Market.Instrument.FromRaw(batch.Price[at]);

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

            dispatcher.Print(Market, new Trade(Market.Instrument, batch.Time[at], batch.Price[at], batch.Size[at], batch.Aggressor[at]));
            at++;
            Advance();
        }
    }

    public override void Dispose() => trades.Dispose();

    void Advance()
    {
        if (at == batch.Count)
        {
            at = 0;
            if (!trades.Read(batch))
            {
                batch.Count = 0;
                Head = LaneKey.End;
                return;
            }
        }

        Head = new LaneKey(batch.Time[at], LaneKey.New, Index);
    }
}
