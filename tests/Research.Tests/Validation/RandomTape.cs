using Workbench.Core;

namespace Workbench.Research.Tests;

/// <summary>A seeded market that wanders, as quotes, prints or bars, in batches of uneven size.</summary>
sealed class RandomTape : ICursor<TickBatch>, ICursor<TradeBatch>, ICursor<BarBatch>
{
    readonly SeededRandom dice;
    readonly int count;
    long time = UtcNanos.From(new DateTime(2024, 3, 4, 0, 0, 0, DateTimeKind.Utc));
    long mid;
    int done;

    public RandomTape(long seed, int count)
    {
        (dice, this.count) = (new SeededRandom(seed), count);
        Instrument = new Instrument
        {
            Symbol = "WANDER", BaseCurrency = "WAN", QuoteCurrency = "USD", PriceScale = 5, TickSize = new[] { 0.00001m, 0.00005m, 0.001m }[dice.Next(3)],
        };
        Tick = Instrument.ToRaw(Instrument.TickSize);
        mid = Tick * dice.Next(100, 20_000);
    }

    public Instrument Instrument { get; }

    public long Tick { get; }

    public bool Read(TickBatch into) => Fill(into.Count = 0, () => into.Add(time, mid - Tick * dice.Next(0, 3), mid + Tick * dice.Next(0, 3), dice.Next(0, 9), dice.Next(0, 9)));

    public bool Read(TradeBatch into) => Fill(into.Count = 0, () => into.Add(time, mid, dice.Next(1, 9), (Side)dice.Next(3)));

    public bool Read(BarBatch into) => Fill(into.Count = 0, () =>
    {
        var (open, begin) = (mid, time);
        Step();
        into.Add(begin, time, open, Math.Max(open, mid) + Tick * dice.Next(3), Math.Max(Tick, Math.Min(open, mid) - Tick * dice.Next(3)), mid, dice.Next(0, 100));
    });

    /// <summary>As quotes.</summary>
    public Tape Ticks() => Tape.OfTicks(new Only<TickBatch>(this));

    /// <summary>As prints.</summary>
    public Tape Trades() => Tape.OfTrades(new Only<TradeBatch>(this));

    /// <summary>As bars of five minutes, more or less.</summary>
    public Tape BarTape() => Tape.OfBars(new Only<BarBatch>(this), Bars.Minutes(5));

    public void Dispose()
    {
    }

    bool Fill(int from, Action add)
    {
        var rows = from;
        for (var most = dice.Next(1, 700); rows < most && done < count; rows++, done++)
        {
            Step();
            add();
        }

        return rows > 0;
    }

    void Step()
    {
        time += dice.Next(0, 120) * UtcNanos.Second + 1;
        mid = Math.Max(4 * Tick, mid + Tick * dice.Next(-3, 4));
    }

    /// <summary>One kind of it: a tape is told by what it is a cursor of.</summary>
    sealed class Only<TBatch>(ICursor<TBatch> inner) : ICursor<TBatch>
    {
        public Instrument Instrument => inner.Instrument;

        public bool Read(TBatch into) => inner.Read(into);

        public void Dispose()
        {
        }
    }
}
