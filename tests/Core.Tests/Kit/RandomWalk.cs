namespace Workbench.Core.Tests.Kit;

/// <summary>Tapes that wander by a seed: clusters of equal times, pauses, spreads that breathe, now and then a gap.</summary>
static class RandomWalk
{
    /// <param name="distinct">Whether no two ticks share a time; then times are ≡ offset modulo 16, so that tapes of different offsets never meet.</param>
    public static TickRow[] Ticks(int seed, int count, long start = 110_000, long from = Given.Monday, bool distinct = false, int offset = 0)
    {
        var dice = new SeededRandom(seed);
        var rows = new TickRow[count];
        var (time, mid) = (from, start);
        for (var i = 0; i < count; i++)
        {
            time += Pause(dice, distinct);
            mid = Math.Max(start / 2, mid + (dice.Next(200) == 0 ? dice.Next(-150, 151) : dice.Next(-5, 6)));
            var spread = dice.Next(50) == 0 ? dice.Next(0, 30) : dice.Next(0, 4);
            rows[i] = new TickRow(distinct ? time + offset : time, mid, mid + spread);
        }

        return rows;
    }

    public static BarRow[] Bars(int seed, int count, long step, long start = 110_000, long from = Given.Monday, bool pauses = true)
    {
        var dice = new SeededRandom(seed);
        var rows = new BarRow[count];
        var (time, price) = (from, start);
        for (var i = 0; i < count; i++)
        {
            time += pauses && dice.Next(40) == 0 ? step * dice.Next(1, 200) : 0;
            var open = price + (dice.Next(20) == 0 ? dice.Next(-60, 61) : 0);
            var close = Math.Max(start / 2, open + dice.Next(-15, 16));
            rows[i] = new BarRow(time, time + step, open, Math.Max(open, close) + dice.Next(10), Math.Min(open, close) - dice.Next(10), close, dice.Next(100));
            (time, price) = (time + step, close);
        }

        return rows;
    }

    static long Pause(SeededRandom dice, bool distinct)
    {
        var pause = dice.Next(100) switch
        {
            < 25 => 0L,
            < 90 => dice.Next(1, 20_000) * UtcNanos.Millisecond,
            < 99 => dice.Next(1, 300) * UtcNanos.Second,
            _ => dice.Next(1, 600) * UtcNanos.Minute,
        };
        return distinct ? 16 * (pause / 16 + 1) : pause;
    }
}
