namespace Workbench.Core;

/// <summary>The last returns of all markets, taken at the same instants: of mids, on an even grid that stands still while no event comes.</summary>
sealed class ReturnHistory
{
    readonly List<Market> markets;
    readonly long step;
    readonly double[][] returns;
    readonly double[] lastMid;
    readonly int[] known;
    int newest;

    public ReturnHistory(PortfolioTerms terms, List<Market> markets)
    {
        this.markets = markets;
        step = terms.StepNanos;
        Length = terms.Count;
        returns = [.. markets.Select(_ => new double[terms.Count])];
        lastMid = new double[markets.Count];
        known = new int[markets.Count];
    }

    /// <summary>How many it keeps.</summary>
    public int Length { get; }

    /// <summary>When the next sample is due; the end of time while none is.</summary>
    public long Next { get; private set; } = long.MaxValue;

    /// <summary>How many of a market's are known.</summary>
    public int Known(int market) => known[market];

    /// <summary>A market's return of some samples ago; 0 is the newest.</summary>
    public double this[int market, int ago] => returns[market][(newest - ago + Length) % Length];

    /// <summary>Starts the grid where none is at hand.</summary>
    public void Begin(long time)
    {
        if (Next == long.MaxValue)
        {
            Next = UtcNanos.Floor(time, step) + step;
        }
    }

    /// <summary>Takes a sample where one is due.</summary>
    /// <returns>Whether one was.</returns>
    public bool Take(long time)
    {
        if (Next > time)
        {
            return false;
        }

        Next = long.MaxValue;
        newest = (newest + 1) % Length;
        for (var i = 0; i < known.Length; i++)
        {
            Take(markets[i], i);
        }

        return true;
    }

    void Take(Market market, int index)
    {
        // Over the first mid, because a split changes both alike.
        var mid = market.HasPrice && market.FirstMid != 0m ? (double)(market.Mid / market.FirstMid) : 0d;
        if (mid > 0d && lastMid[index] > 0d)
        {
            returns[index][newest] = mid / lastMid[index] - 1d;
            known[index] = Math.Min(known[index] + 1, Length);
        }
        else
        {
            known[index] = 0;
        }

        lastMid[index] = mid;
    }
}
