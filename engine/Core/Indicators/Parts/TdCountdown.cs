namespace Workbench.Core;

/// <summary>DeMark's countdown: closes, not in a row, that lie beyond the bar two before, until thirteen of them say that the run is tired.</summary>
sealed class TdCountdown
{
    const int Last = 13;
    const int Yardstick = 8;

    readonly Window highs = new(3);
    readonly Window lows = new(3);
    int side;
    int count;
    double limit;
    double yardstick;

    /// <summary>Bars counted, below 0 where closes fall; 13 only on the bar that completes it, 0 where none runs.</summary>
    public int Count => side * count;

    /// <summary>Takes the next bar in and ends what is over by it.</summary>
    public void See(in Candle now, in Candle before)
    {
        highs.Add(now.High);
        lows.Add(now.Low);
        if (count == Last || IsCancelled(now, before))
        {
            (side, count) = (0, 0);
        }
    }

    /// <summary>Starts with the bar just seen, unless that side is being counted and not anew.</summary>
    public void Start(int towards, double cancelledBeyond, bool anew)
    {
        if (towards != side || anew)
        {
            (side, count, limit) = (towards, 0, cancelledBeyond);
        }
    }

    /// <summary>Counts the bar just seen, where it belongs to the run.</summary>
    public void Step(double close)
    {
        if (side != 0 && Counts(close))
        {
            count++;
            yardstick = count == Yardstick ? close : yardstick;
        }
    }

    // The whole bar, gap included, left the setup against the run.
    bool IsCancelled(in Candle now, in Candle before) =>
        side < 0 ? Math.Min(now.Low, before.Close) > limit : side > 0 && Math.Max(now.High, before.Close) < limit;

    bool Counts(double close)
    {
        var far = side < 0 ? lows : highs;
        // The thirteenth must also reach beyond the close of the eighth; until one does, it is put off.
        return side * close >= side * far[2] && (count < Last - 1 || side * far[0] >= side * yardstick);
    }
}
