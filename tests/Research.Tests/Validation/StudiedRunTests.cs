using Workbench.Core;

namespace Workbench.Research.Tests;

/// <summary>What the engine does for studies: leave entries out, and choke the line.</summary>
public sealed class StudiedRunTests
{
    const int Ticks = 6_000;

    static readonly long From = UtcNanos.From(new DateTime(2024, 3, 4, 0, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Nothing_is_opened_before_a_study_begins_and_the_rest_is_as_it_would_be_from_flat()
    {
        var half = Middle();
        var fills = Run(new EntryTerms { NotBefore = half }).Fills;

        Assert.NotEmpty(fills);
        Assert.All(fills, fill => Assert.True(fill.Time >= half, $"filled at {fill.Time}"));
        Assert.Contains(Run(null).Fills, fill => fill.Time < half);
    }

    [Fact]
    public void Entries_are_left_out_and_exits_are_not()
    {
        var all = Run(null);
        var some = Run(new EntryTerms { Skipped = 0.5, Seed = 3 });

        Assert.InRange(some.Fills.Count, all.Fills.Count / 4, all.Fills.Count * 3 / 4);
        Assert.Equal(0m, some.Fills.Sum(fill => fill.Side == Side.Buy ? fill.Qty : -fill.Qty));
        Assert.Contains(some.Refused, text => text.Contains("leaves this entry out", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_seed_leaves_out_the_same_entries()
    {
        Assert.Equal(Run(new EntryTerms { Skipped = 0.3, Seed = 5 }).Hash, Run(new EntryTerms { Skipped = 0.3, Seed = 5 }).Hash);
        Assert.NotEqual(Run(new EntryTerms { Skipped = 0.3, Seed = 5 }).Hash, Run(new EntryTerms { Skipped = 0.3, Seed = 6 }).Hash);
    }

    [Fact]
    public void A_share_is_a_share_of_the_orders() =>
        Assert.InRange(Enumerable.Range(1, 10_000).Count(number => new EntryTerms { Skipped = 0.2, Seed = 9 }.Skips(number)), 1_880, 2_120);

    [Fact]
    public void Who_leaves_nothing_out_changes_nothing() => Assert.Equal(Run(null).Hash, Run(new EntryTerms()).Hash);

    [Fact]
    public void A_spike_is_none_at_its_ends_and_highest_in_the_middle()
    {
        var latency = new SpikedLatency(new ConstantLatency(7, 7, 7), [new TimeRange(100, 200)], 1_000);
        long At(long time) => latency.Nanos(OrderMessage.Submit, time, new SeededRandom(1));

        Assert.Equal([7L, 7L, 1_007L, 7L], new[] { 99L, 100L, 150L, 200L }.Select(At));
    }

    [Fact]
    public void Slippage_is_so_many_times_the_usual() =>
        Assert.Equal(0.00006m, new ScaledSlippage(new TickSlippage(2), 3m).Beyond(new Taking(Instrument(0.00001m), 1m, 1m, 0m), new SeededRandom(1)));

    static Instrument Instrument(decimal tick) => new() { Symbol = "X", BaseCurrency = "X", QuoteCurrency = "USD", PriceScale = 5, TickSize = tick };

    static long Middle()
    {
        var (times, batch) = (new List<long>(), new TickBatch());
        using var ticks = (ICursor<TickBatch>)new RandomTape(1, Ticks).Ticks().Cursor!;
        while (ticks.Read(batch))
        {
            times.AddRange(batch.Time[..batch.Count]);
        }

        return times[times.Count / 2];
    }

    static Listener Run(EntryTerms? entries)
    {
        var listener = new Listener();
        var config = new RunConfig { Currency = "USD", Range = new TimeRange(From, From + 30 * UtcNanos.Day), Risk = new RiskTerms { Entries = entries } };
        listener.Hash = new Engine(config, new InAndOut(), [new RandomTape(1, Ticks).Ticks()], listener).Run().EventLogHash;
        return listener;
    }

    /// <summary>In at every twentieth tick, out ten later, whatever became of the entry.</summary>
    sealed class InAndOut : Strategy
    {
        int seen;

        public override void OnTick(in Tick tick)
        {
            seen++;
            if (seen % 20 == 1)
            {
                Buy(1m);
            }
            else if (seen % 20 == 11 && Position() > 0m)
            {
                Sell(Position());
            }
        }
    }

    sealed class Listener : IRunSink
    {
        public List<Fill> Fills { get; } = [];

        public List<string> Refused { get; } = [];

        public string Hash { get; set; } = "";

        public void Order(Order order)
        {
            if (order.Status == OrdStatus.Rejected)
            {
                Refused.Add(order.Text);
            }
        }

        public void Fill(in Fill fill) => Fills.Add(fill);

        public void Trade(in RoundTrip trade)
        {
        }

        public void Equity(in EquityPoint point)
        {
        }

        public void Day(in EquityPoint close)
        {
        }

        public void Chart(in Bar candle, ReadOnlySpan<double> indicators)
        {
        }

        public void Journal(ReadOnlySpan<byte> block)
        {
        }
    }
}
