using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>Runs through a tape of quotes, a stretch at a time; where nobody looks at each tick it skims the stretch's columns.</summary>
sealed class TickLane(Market market, int index, IReel<TickBatch> ticks, Dispatcher dispatcher) : TapeLane<TickBatch>(market, index, ticks)
{
    TickPage page;

    public override decimal HeadMid => Scaled.ToDecimal((Batch.Bid[At] + Batch.Ask[At]) * 5, (byte)(Market.Instrument.PriceScale + 1));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(LaneKey bound)
    {
        dispatcher.Begin(Market, Batch.Time[At]);
        var limit = Math.Min(bound.LimitFor(LaneKey.New, Index), dispatcher.Schedule.Next);
        var end = UpperBound(Batch.Time, At, Batch.Count, limit);
        if (!dispatcher.MaySkim(Market) || !Skim(end))
        {
            Walk(end);
        }

        Advance();
    }

    protected override void Turn(TickBlocks? blocks) => page = new TickPage(Batch, blocks);

    /// <summary>Takes a whole stretch at once, unless one of its prices would fill an order or make an extreme of equity.</summary>
    /// <returns>False when the stretch must be walked.</returns>
    bool Skim(int end)
    {
        if (Market.Resting.Count > 0 || Market.IsWatched)
        {
            Stretch bid = page.Bids(At, end), ask = page.Asks(At, end);
            var mark = Market.Position.Direction < 0 ? ask : bid;
            if (Market.Resting.Touch(bid, ask) || mark.High > Market.MarkAbove || mark.Low < Market.MarkBelow)
            {
                return false;
            }
        }

        dispatcher.Pass(Market, in page, At, end);
        At = end;
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

        dispatcher.Extend(Market, in page, from, i);
        At = i;
    }

    /// <summary>First place whose time is the limit or later; the place at <paramref name="from"/> is known to be earlier. Gallops, since most stretches are short.</summary>
    static int UpperBound(long[] time, int from, int count, long limit)
    {
        var step = 1;
        int low = from, high = from + 1;
        while (high < count && time[high] < limit)
        {
            low = high;
            step *= 2;
            high = Math.Min(count, low + step);
        }

        if (high >= count)
        {
            high = count;
        }

        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            if (time[middle] < limit)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }
}
