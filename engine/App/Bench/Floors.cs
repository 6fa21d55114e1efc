using System.Runtime.CompilerServices;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// The same arithmetic as the workloads, written as bare loops over arrays: no engine, no orders that anybody could look at, no
/// report. What an engine costs is its distance from these. Each returns a sum, so that nothing can be left out.
/// </summary>
static class Floors
{
    const int Fast = 10;
    const int Slow = 30;
    const long Qty = 10_000;

    /// <summary>Two averages of the mid, and which of them lies above, per tick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long TickAverages(Decoded ticks)
    {
        var averages = new Averages();
        var above = 0L;
        var (bid, ask) = (ticks.First, ticks.Second);
        for (var i = 0; i < bid.Length; i++)
        {
            averages.Add(bid[i] + ask[i]);
            above += averages.Side;
        }

        return above;
    }

    /// <summary>Bars of a minute of the mid, and a position that follows the averages of their closes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long MinuteCross(Decoded ticks)
    {
        var averages = new Averages();
        var book = new Book();
        var (time, bid, ask) = (ticks.Time, ticks.First, ticks.Second);
        var end = UtcNanos.Floor(time[0], UtcNanos.Minute) + UtcNanos.Minute;
        long high = long.MinValue, low = long.MaxValue, ranges = 0;
        for (var i = 0; i < time.Length; i++)
        {
            if (time[i] >= end)
            {
                averages.Add(bid[i - 1] + ask[i - 1]);
                book.Follow(averages.Side, bid[i], ask[i]);
                ranges += high - low;
                end = UtcNanos.Floor(time[i], UtcNanos.Minute) + UtcNanos.Minute;
                (high, low) = (long.MinValue, long.MaxValue);
            }

            var mid = bid[i] + ask[i];
            high = Math.Max(high, mid);
            low = Math.Min(low, mid);
        }

        return book.Cash + ranges;
    }

    /// <summary>A position that follows the averages of the mid, filled at the next tick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long TickCross(Decoded ticks)
    {
        var averages = new Averages();
        var book = new Book();
        var (bid, ask) = (ticks.First, ticks.Second);
        for (var i = 0; i < bid.Length; i++)
        {
            book.Follow(averages.Side, bid[i], ask[i]);
            averages.Add(bid[i] + ask[i]);
        }

        return book.Cash;
    }

    /// <summary>A position that follows the averages of the closes, filled at the next open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long BarCross(Decoded bars)
    {
        var averages = new Averages();
        var book = new Book();
        var (open, close) = (bars.First, bars.Second);
        for (var i = 0; i < open.Length; i++)
        {
            book.Follow(averages.Side, open[i], open[i]);
            averages.Add(close[i]);
        }

        return book.Cash;
    }

    /// <summary>Two sums over rings.</summary>
    struct Averages()
    {
        readonly long[] fast = new long[Fast];
        readonly long[] slow = new long[Slow];
        long fastSum;
        long slowSum;
        int fastAt;
        int slowAt;
        long seen;

        /// <summary>+1 while the fast average lies above the slow one, −1 below, 0 on a tie and before both are full.</summary>
        public readonly int Side => seen < Slow ? 0 : Math.Sign(fastSum * Slow - slowSum * Fast);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(long value)
        {
            unchecked
            {
                seen++;
                fastSum += value - fast[fastAt];
                fast[fastAt] = value;
                fastAt = fastAt + 1 == Fast ? 0 : fastAt + 1;
                slowSum += value - slow[slowAt];
                slow[slowAt] = value;
                slowAt = slowAt + 1 == Slow ? 0 : slowAt + 1;
            }
        }
    }

    /// <summary>A position and its money in raw prices.</summary>
    struct Book
    {
        int side;

        public long Cash { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Follow(int wanted, long bid, long ask)
        {
            if (wanted != 0 && wanted != side)
            {
                Cash -= (wanted - side) * Qty * (wanted > side ? ask : bid);
                side = wanted;
            }
        }
    }
}
