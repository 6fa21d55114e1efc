namespace Workbench.Core.Tests.Door;

public sealed class AllocationTests
{
    const int Few = 50_000;
    const int Many = 1_050_000;

    public static TheoryData<string> Runs => ["ticks", "skim", "bars", "tick bars", "converted", "two held", "stored"];

    /// <summary>Allocations of a long run less those of a short one: what a million more ticks cost.</summary>
    [Theory]
    [MemberData(nameof(Runs))]
    public void A_million_more_ticks_allocate_next_to_nothing(string run)
    {
        Allocated(run, Few);
        var more = Allocated(run, Many) - Allocated(run, Few);

        // Samples, candles and days of a longer run cost a little; one object per tick would cost 24 MB.
        Assert.True(more < 400_000, $"{run}: {more:N0} bytes for a million more ticks");
    }

    static long Allocated(string run, int count)
    {
        var pound = Given.Pair("GBP", "USD", 5);
        Strategy strategy = run switch
        {
            "ticks" => new TickScripted { Ticked = (self, tick) => { if (self.Position() == 0m) { self.TargetPosition(1000m); } } },
            "tick bars" => Holding(Bars.Tick),
            "converted" => Holding(Bars.Tick, Given.UsdJpy),
            "two held" => Holding(Bars.Tick, Given.EurUsd, pound),
            _ => Holding(Bars.Minutes(5)),
        };
        Tape[] tapes = run switch
        {
            "converted" => [Tape.OfTicks(new Endless(Given.UsdJpy, count))],
            "two held" => [Tape.OfTicks(new Endless(Given.EurUsd, count / 2)), Tape.OfTicks(new Endless(pound, count / 2))],
            "stored" => [Tape.OfBars(new EndlessBars(Given.EurUsd, count), Bars.Seconds(1))],
            _ => [Tape.OfTicks(new Endless(Given.EurUsd, count))],
        };
        var engine = new Engine(Given.Usd, strategy, tapes, new ForgetfulSink());
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(count, engine.Run().Events);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Buys once and holds, so that every tick moves equity.</summary>
    static Scripted Holding(BarSpec spec, params Instrument[] markets) => new()
    {
        Started = self =>
        {
            foreach (var market in markets.Length == 0 ? [self.Instruments[0]] : markets)
            {
                self.Add(new Sma(10), spec, market);
            }
        },
        Barred = (self, bar) => self.TargetPosition(1000m, bar.Instrument),
    };

    sealed class Endless(Instrument instrument, int count) : ICursor<TickBatch>
    {
        int at;

        public Instrument Instrument => instrument;

        public bool Read(TickBatch into)
        {
            for (into.Count = 0; into.Count < TickBatch.Capacity && at < count; at++)
            {
                var bid = 100_000 + at * 37L % 1_001;
                into.Add(Given.Monday + at * 10 * UtcNanos.Millisecond, bid, bid + 2, 1, 1);
            }

            return into.Count > 0;
        }

        public void Dispose() { }
    }

    sealed class EndlessBars(Instrument instrument, int count) : ICursor<BarBatch>
    {
        int at;

        public Instrument Instrument => instrument;

        public bool Read(BarBatch into)
        {
            for (into.Count = 0; into.Count < BarBatch.Capacity && at < count; at++)
            {
                var price = 100_000 + at * 37L % 1_001;
                var open = Given.Monday + at * UtcNanos.Second;
                into.Add(open, open + UtcNanos.Second, price, price + 5, price - 5, price + 1, 1);
            }

            return into.Count > 0;
        }

        public void Dispose() { }
    }
}
