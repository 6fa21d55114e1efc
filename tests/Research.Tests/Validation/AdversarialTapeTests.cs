using Workbench.Core;
using Workbench.Research.Validation;

namespace Workbench.Research.Tests;

/// <summary>Whatever is put on a tape, it stays a tape that a market could have made, and returns to what it was.</summary>
public sealed class AdversarialTapeTests
{
    const int Count = 4_000;

    public static TheoryData<long> Seeds => [.. Enumerable.Range(1, 12).Select(seed => (long)seed)];

    [Theory, MemberData(nameof(Seeds))]
    public void Quotes_keep_their_order_grid_and_sign(long seed)
    {
        foreach (var tape in Set(new RandomTape(seed, Count).Ticks(), seed).Tapes)
        {
            var (source, last, batch) = (new RandomTape(seed, Count), long.MinValue, new TickBatch());
            using var ticks = (ICursor<TickBatch>)tape.Over([source.Ticks()])[0].Cursor!;
            while (ticks.Read(batch))
            {
                Assert.True(batch.Count > 0, $"seed {seed}, {tape.Name}: an empty batch");
                for (var i = 0; i < batch.Count; i++)
                {
                    Assert.True(batch.Time[i] >= last && batch.Bid[i] > 0 && batch.Bid[i] <= batch.Ask[i] && batch.Bid[i] % source.Tick == 0 && batch.Ask[i] % source.Tick == 0
                        && batch.BidSize[i] >= 0 && batch.AskSize[i] >= 0, $"seed {seed}, {tape.Name}: {batch.Time[i]} {batch.Bid[i]} {batch.Ask[i]}");
                    last = batch.Time[i];
                }
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Outside_of_its_events_a_tape_is_what_it_was(long seed)
    {
        var real = Rows(new RandomTape(seed, Count).Ticks());
        foreach (var tape in Set(new RandomTape(seed, Count).Ticks(), seed).Tapes)
        {
            var changed = Rows(tape.Over([new RandomTape(seed, Count).Ticks()])[0]);

            Assert.Equal(real.Where(row => !Happens(tape, row.Time)), changed.Where(row => !Happens(tape, row.Time)));
            Assert.True(tape.Kind == EventKind.LatencySpike || !real.SequenceEqual(changed), $"seed {seed}: {tape.Name} changes nothing");
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Bars_stay_bars(long seed)
    {
        foreach (var tape in Set(new RandomTape(seed, Count).BarTape(), seed).Tapes)
        {
            var batch = new BarBatch();
            using var bars = (ICursor<BarBatch>)tape.Over([new RandomTape(seed, Count).BarTape()])[0].Cursor!;
            while (bars.Read(batch))
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    Assert.True(batch.Low[i] > 0 && batch.Low[i] <= Math.Min(batch.Open[i], batch.Close[i]) && batch.High[i] >= Math.Max(batch.Open[i], batch.Close[i]) && batch.Volume[i] >= 0,
                        $"seed {seed}, {tape.Name}: {batch.Open[i]} {batch.High[i]} {batch.Low[i]} {batch.Close[i]}");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Prints_keep_their_order_grid_and_sign(long seed)
    {
        foreach (var tape in Set(new RandomTape(seed, Count).Trades(), seed).Tapes)
        {
            var (source, last, batch) = (new RandomTape(seed, Count), long.MinValue, new TradeBatch());
            using var trades = (ICursor<TradeBatch>)tape.Over([source.Trades()])[0].Cursor!;
            while (trades.Read(batch))
            {
                for (var i = 0; i < batch.Count; i++)
                {
                    Assert.True(batch.Time[i] >= last && batch.Price[i] > 0 && batch.Price[i] % source.Tick == 0 && batch.Size[i] >= 0, $"seed {seed}, {tape.Name}");
                    last = batch.Time[i];
                }
            }
        }
    }

    [Fact]
    public void Events_of_an_instrument_never_overlap() => Assert.All(Set(new RandomTape(5, Count).Ticks(), 5).Tapes, tape =>
        Assert.All(tape.Events.Zip(tape.Events.Skip(1)), pair => Assert.True(pair.First.When.To <= pair.Second.When.From, $"{tape.Name}: {pair}")));

    [Fact]
    public void A_set_is_the_same_each_time_and_another_with_another_seed()
    {
        string Hash(long tape, long seed) => AdversarialSet.Of([new RandomTape(tape, Count).Ticks()], new AdversarialTerms { Seed = seed }).Hash;

        Assert.Equal(Hash(3, 1), Hash(3, 1));
        Assert.NotEqual(Hash(3, 1), Hash(3, 2));
        Assert.NotEqual(Hash(3, 1), Hash(4, 1));
    }

    [Fact]
    public void One_more_kind_changes_none_of_the_others()
    {
        var survey = AdversarialSet.Survey([new RandomTape(9, Count).Ticks()]);
        var one = AdversarialSet.Of(survey, new AdversarialTerms { Kinds = [EventKind.FlashCrash] });
        var all = AdversarialSet.Of(survey, new AdversarialTerms());

        Assert.Equal(one.Tapes.SelectMany(tape => tape.Events.Select(each => each.Key)), all.Tapes.Where(tape => tape.Kind == EventKind.FlashCrash).SelectMany(tape => tape.Events.Select(each => each.Key)));
    }

    [Fact]
    public void A_hunt_passes_the_level_it_is_after()
    {
        var survey = AdversarialSet.Survey([new RandomTape(11, Count).Ticks()]);
        var hunts = AdversarialSet.Of(survey, new AdversarialTerms { Kinds = [EventKind.StopHunt], Seeds = 8 }).Tapes.SelectMany(tape => tape.Events).ToList();

        Assert.True(hunts.Count >= 8, $"{hunts.Count} hunts");
        Assert.All(hunts, hunt => Assert.True(
            Math.Sign(hunt.Size) == Math.Sign(Level(hunt) - survey[0].MidAt(hunt.When.From + hunt.When.Length / 2))
            && Math.Abs(hunt.Size) > Math.Abs(Level(hunt) - survey[0].MidAt(hunt.When.From + hunt.When.Length / 2)), hunt.ToString()));

        long Level(AdversarialEvent hunt) => survey[0].Instrument.ToRaw(decimal.Parse(hunt.Reason.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_tape_too_short_to_stress_is_refused() =>
        Assert.Equal("WB4155", Assert.Throws<WorkbenchException>(() => AdversarialSet.Of([new RandomTape(1, 150).Ticks()], new AdversarialTerms())).Code);

    [Fact]
    public void A_set_of_thousands_is_refused() => Assert.Equal("WB4156", Assert.Throws<WorkbenchException>(
        () => AdversarialSet.Of([new RandomTape(1, Count).Ticks()], new AdversarialTerms { Seeds = 10_000 })).Code);

    static AdversarialSet Set(Tape tape, long seed) => AdversarialSet.Of([tape], new AdversarialTerms { Seed = seed, Seeds = 1, Strengths = [1d, 5d] });

    static bool Happens(AdversarialTape tape, long time) => tape.Events.Any(each => each.When.Contains(time));

    static List<(long Time, long Bid, long Ask)> Rows(Tape tape)
    {
        var (rows, batch) = (new List<(long, long, long)>(), new TickBatch());
        using var ticks = (ICursor<TickBatch>)tape.Cursor!;
        while (ticks.Read(batch))
        {
            rows.AddRange(Enumerable.Range(0, batch.Count).Select(i => (batch.Time[i], batch.Bid[i], batch.Ask[i])));
        }

        return rows;
    }
}
