using Workbench.Model;

namespace Workbench.App;

/// <summary>One-minute bars of every minute of every weekday, each four seeded steps long and opening where the one before closed.</summary>
sealed class BarWalk(Instrument instrument, long count) : ICursor<BarBatch>
{
    const int MinutesPerDay = 1_440;
    const int Step = 5;

    // 2020-01-06 is a Monday.
    static readonly long FirstDay = UtcNanos.From(new DateTime(2020, 1, 6, 0, 0, 0, DateTimeKind.Utc));

    readonly SeededRandom dice = new(1_000_000);
    long made;
    long price = 150_000;

    public Instrument Instrument => instrument;

    public bool Read(BarBatch into)
    {
        into.Count = 0;
        while (made < count && into.Count < BarBatch.Capacity)
        {
            var (open, high, low) = (price, price, price);
            for (var i = 0; i < 4; i++)
            {
                price += dice.Next(-Step, Step + 1);
                high = Math.Max(high, price);
                low = Math.Min(low, price);
            }

            var time = TimeOf(made++);
            into.Add(time, time + UtcNanos.Minute, open, high, low, price, volume: 0);
        }

        return into.Count > 0;
    }

    public void Dispose() { }

    static long TimeOf(long bar)
    {
        var (day, minute) = Math.DivRem(bar, MinutesPerDay);
        return FirstDay + (day / 5 * 7 + day % 5) * UtcNanos.Day + minute * UtcNanos.Minute;
    }
}
