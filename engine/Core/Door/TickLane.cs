using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>Runs through a tape of quotes, a stretch at a time; where nobody looks at each tick it skims the stretch's columns.</summary>
sealed class TickLane(Market market, int index, IReel<TickBatch> ticks, Dispatcher dispatcher) : TapeLane<TickBatch>(market, index, ticks)
{
    TickPage page;
    int cell;

    public override decimal HeadMid => Market.MidOf(Batch.Bid[At], Batch.Ask[At]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(LaneKey bound)
    {
        dispatcher.Begin(Market, Head.Time);
        var limit = Math.Min(bound.LimitFor(LaneKey.New, Index), dispatcher.Schedule.Next);
        var run = page.Until(At, cell, limit);
        if (!dispatcher.MaySkim(Market) || !Skim(in run))
        {
            Walk(run.To);
            cell = At == run.To ? run.Last : page.CellOf(At, run.First);
            Advance();
            return;
        }

        At = run.To;
        cell = run.Last;
        if (At < Batch.Count)
        {
            Advance(page.TimeBehind(in run));
        }
        else
        {
            Advance();
        }
    }

    protected override void Turn(TickCells? cells)
    {
        page = new TickPage(Batch, cells);
        cell = 0;
    }

    /// <summary>Takes a whole stretch at once, unless one of its prices would fill an order or make an extreme of equity.</summary>
    /// <returns>False when the stretch must be walked.</returns>
    bool Skim(in TickRun run)
    {
        if (Market.Resting.Count > 0)
        {
            Stretch bid = page.Bids(in run), ask = page.Asks(in run);
            if (Market.Resting.Touch(bid, ask) || Market.IsNews(Market.Position.Direction < 0 ? ask : bid))
            {
                return false;
            }
        }
        else if (Market.IsWatched && Market.IsNews(Market.Position.Direction < 0 ? page.Asks(in run) : page.Bids(in run)))
        {
            return false;
        }

        dispatcher.Pass(Market, in page, in run);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Walk(int end)
    {
        long[] time = Batch.Time, bid = Batch.Bid, ask = Batch.Ask;
        var from = At;
        var schedule = dispatcher.Schedule;
        var i = from;
        while (i < end)
        {
            dispatcher.Tick(Market, time[i], bid[i], ask[i], Batch, i);
            i++;

            // A handler may have set a timer that is due before the stretch ends.
            if (i < end && time[i] >= schedule.Next)
            {
                break;
            }
        }

        dispatcher.Extend(Market, in page, new TickRun(from, i), time[i - 1]);
        At = i;
    }
}
