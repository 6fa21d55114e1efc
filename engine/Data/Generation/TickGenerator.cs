namespace Workbench.Data.Generation;

/// <summary>
/// Endless, seeded ticks that look like a market: sessions, weekends, spreads that widen at night and behind the turn of the
/// day, bursts of trading. The same seed gives the same ticks on every machine. Nothing was seen in a market: such data are SYNTHETIC.
/// </summary>
public sealed class TickGenerator : ICursor<TickBatch>
{
    /// <summary>Source that manifests and reports name for generated data.</summary>
    public const string Source = "SYNTHETIC";

    const int QuarterOfHour = 15;
    const long SlotNanos = QuarterOfHour * UtcNanos.Minute;
    const int FractionBits = 20;
    const int GapBits = 12;
    const int SizeCount = 16;

    /// <summary>Waiting times of a random arrival, mean 1, in 65,536ths: quantiles of the exponential distribution.</summary>
    static readonly int[] Gaps = [.. Enumerable.Range(0, 1 << GapBits).Select(i => (int)(-Exact.Log((i + 0.5) / (1 << GapBits)) * 65_536))];

    readonly TickProfile profile;
    readonly SeededRandom dice;
    readonly long end;
    readonly long step;
    readonly long home;
    readonly long[] sizes;
    long left;
    long time;
    long slotEnd;
    long mid;
    double dayFactor = 1;
    long day = long.MinValue;

    // What the current quarter of an hour is like; set at its start.
    long calmGap;
    long burstGap;
    long move;
    long slotSpread;

    // What the market is doing from tick to tick.
    bool inBurst;
    long spread;

    /// <summary>Ticks from an instant on, in the instrument's trading hours.</summary>
    /// <param name="instrument">What they are of; its calendar says when it trades.</param>
    /// <param name="profile">How it behaves.</param>
    /// <param name="seed">Any number; the same gives the same ticks.</param>
    /// <param name="from">First instant, UTC nanoseconds.</param>
    /// <param name="count">Ticks to make.</param>
    /// <param name="to">First instant that is too late, UTC nanoseconds.</param>
    public TickGenerator(Instrument instrument, TickProfile profile, long seed, long from, long count, long to = long.MaxValue)
    {
        Instrument = instrument;
        this.profile = profile;
        dice = new SeededRandom(seed);
        time = UtcNanos.Floor(from, UtcNanos.Millisecond);
        end = to;
        left = count;
        step = Math.Max(1, instrument.ToRaw(profile.QuoteStep == 0 ? instrument.TickSize : profile.QuoteStep));
        home = instrument.ToRaw(profile.Price) / step << FractionBits;
        mid = home;
        sizes = [.. Enumerable.Range(1, SizeCount).Select(i => (long)(profile.Size * Scaled.PowerOfTen(instrument.SizeScale) * i / 4))];
        slotEnd = time;
    }

    /// <inheritdoc/>
    public Instrument Instrument { get; }

    /// <inheritdoc/>
    public bool Read(TickBatch into)
    {
        into.Count = 0;
        while (left > 0 && into.Count < TickBatch.Capacity)
        {
            if (time >= slotEnd && !EnterSlot())
            {
                left = 0;
                break;
            }

            Fill(into);
        }

        return into.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() { }

    /// <summary>Makes ticks until the batch is full, the quarter of an hour is over, or enough were made.</summary>
    void Fill(TickBatch into)
    {
        unchecked
        {
            var at = into.Count;
            var stop = (int)Math.Min(TickBatch.Capacity, at + left);
            var begun = at;
            var until = Math.Min(slotEnd, end);
            while (at < stop && time < until)
            {
                var bits = dice.NextUInt64();
                Move(bits);
                var bid = (mid >> FractionBits) - (spread >> 1);
                into.Time[at] = time;
                into.Bid[at] = bid * step;
                into.Ask[at] = (bid + spread) * step;
                into.BidSize[at] = sizes[(bits >> 12) & (SizeCount - 1)];
                into.AskSize[at] = sizes[(bits >> 15) & (SizeCount - 1)];
                at++;
                time += Wait(bits);
            }

            left -= at - begun;
            into.Count = at;
            if (time >= end)
            {
                left = 0;
            }
        }
    }

    /// <summary>One step of the walk from the upper bits: the sum of three uniform numbers is bell-shaped enough.</summary>
    void Move(ulong bits)
    {
        unchecked
        {
            var bell = (long)(bits >> 49) + (long)((bits >> 34) & 0x7FFF) + (long)((bits >> 19) & 0x7FFF) - 3 * 0x4000;
            mid += bell * move >> 14;

            // The low bits are spent on waiting time and sizes, so chance for bursts and spreads comes from a mix of them all.
            var chance = (uint)(bits * 0x9E3779B97F4A7C15 >> 40);
            if ((chance & 0x1F) == 0)
            {
                // Of every 32 chances: a burst goes on at 1/4 and so lasts some 43 ticks, a calm ends at 3/16 and lasts some 171.
                inBurst = chance < (inBurst ? 0x400000u : 0x300000u);
            }

            if ((chance & 0x60) == 0)
            {
                spread = Math.Max(1, slotSpread * (192 + (chance >> 8 & 127) + (inBurst ? 64 : 0)) >> 16);
            }
        }
    }

    /// <summary>Time to the next tick: short in a burst, whole milliseconds, at least one.</summary>
    long Wait(ulong bits)
    {
        var wait = Gaps[bits & ((1 << GapBits) - 1)] * (inBurst ? burstGap : calmGap) >> 32;
        return (wait + 1) * UtcNanos.Millisecond;
    }

    /// <summary>Steps into the next quarter of an hour in which the market is open and sets what it is like; false at the end.</summary>
    bool EnterSlot()
    {
        var calendar = Instrument.Calendar;
        while (time < end && !calendar.IsOpen(time))
        {
            time = UtcNanos.Floor(time, SlotNanos) + SlotNanos;
        }

        if (time >= end)
        {
            return false;
        }

        slotEnd = UtcNanos.Floor(time, SlotNanos) + SlotNanos;
        var today = calendar.TradingDay(time);
        if (today.From != day)
        {
            day = today.From;
            dayFactor = 0.6 + 0.8 * dice.NextDouble();
        }

        Shape((int)((time - today.From) / UtcNanos.Hour));
        return true;
    }

    void Shape(int hour)
    {
        // Bursts take a fifth of the ticks at a fifth of the waiting time, so the calm ones wait a little longer than the mean.
        var slotFactor = dayFactor * (0.5 + dice.NextDouble());
        var ticks = DayShape.TicksPerHour(hour, profile.TicksPerDay) * slotFactor;
        var meanGapMs = 3_600_000.0 / Math.Max(ticks, 1);
        calmGap = (long)(Math.Max(meanGapMs * 1.19 - 0.5, 0.05) * 65_536);
        burstGap = calmGap / 5;

        var variance = DayShape.VarianceShare(hour) * dayFactor;
        var deviation = (mid >> FractionBits) * (profile.DailyMoveBps / 10_000.0) * Math.Sqrt(variance / Math.Max(ticks, 1));
        move = (long)(deviation * (1 << FractionBits));

        // Over some months the price comes home, so that years of ticks stay in a range that traders know.
        mid += (home - mid) / 4_096;
        slotSpread = (long)((double)Instrument.ToRaw(RoundUp(profile.Spread)) / step * DayShape.Spread(hour) * 256);
        spread = Math.Max(1, slotSpread >> 8);
    }

    decimal RoundUp(decimal price) => Math.Ceiling(price / Instrument.TickSize) * Instrument.TickSize;
}
