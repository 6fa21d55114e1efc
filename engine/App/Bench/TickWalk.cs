using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// The ticks that speed is measured over: a seeded walk of whole points, 250,000 to the weekday, whose quote bounces within
/// seven points as quotes do. The bounce is what makes two short averages cross as often as they cross in ticks.
/// </summary>
sealed class TickWalk(Instrument instrument, long count) : ICursor<TickBatch>
{
    const long PerDay = 250_000;
    const int Step = 2;
    const int Bounce = 6;
    const int StartPrice = 108_500;

    // 2024-01-01 is a Monday.
    static readonly long FirstDay = UtcNanos.From(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    readonly SeededRandom dice = new(5_000_000);
    long made;
    long walk = StartPrice;

    public Instrument Instrument => instrument;

    public bool Read(TickBatch into)
    {
        into.Count = 0;
        while (made < count && into.Count < TickBatch.Capacity)
        {
            walk += dice.Next(-Step, Step + 1);
            var bid = walk + dice.Next(Bounce + 1);
            into.Add(TimeOf(made++), bid, bid + dice.Next(3, 6), Size(), Size());
        }

        return into.Count > 0;
    }

    public void Dispose() { }

    /// <summary>Each tick has its own 345 ms of the day and falls anywhere within the first 340 of them.</summary>
    long TimeOf(long tick)
    {
        var (day, at) = Math.DivRem(tick, PerDay);
        var weekday = day / 5 * 7 + day % 5;
        return FirstDay + weekday * UtcNanos.Day + (at * 345 + dice.Next(340)) * UtcNanos.Millisecond;
    }

    long Size() => dice.Next(1, 17) * 250_000L * Scaled.PowerOfTen(instrument.SizeScale);
}
