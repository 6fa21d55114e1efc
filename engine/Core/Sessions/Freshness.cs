namespace Workbench.Core;

/// <summary>Watches each instrument's prices, and not the socket that they come through: one that is silent while its market is open is stale.</summary>
sealed class Freshness(long staleNanos, IReadOnlyList<Market> markets, TradingState state)
{
    readonly long[] heard = new long[markets.Count];

    /// <summary>When an instrument would become stale next; the end of time while none is watched.</summary>
    public long Next { get; private set; } = long.MaxValue;

    /// <summary>A price came.</summary>
    public void Heard(Market market, long time)
    {
        if (staleNanos == 0)
        {
            return;
        }

        heard[market.Index] = time;
        state.Age(market.Instrument.Symbol, isStale: false);
        if (Next == long.MaxValue)
        {
            Next = time + staleNanos;
        }
    }

    /// <summary>Looks who has been silent for too long.</summary>
    public void Look(long time)
    {
        if (Next > time)
        {
            return;
        }

        Next = long.MaxValue;
        foreach (var market in markets)
        {
            var due = heard[market.Index] + staleNanos;
            if (heard[market.Index] == 0)
            {
                continue;
            }

            if (due > time)
            {
                Next = Math.Min(Next, due);
            }
            else if (market.Instrument.Calendar.IsOpen(time))
            {
                state.Age(market.Instrument.Symbol, isStale: true);
            }
        }
    }
}
