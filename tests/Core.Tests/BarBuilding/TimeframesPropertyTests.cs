namespace Workbench.Core.Tests.BarBuilding;

/// <summary>Several timeframes in one strategy: each as naive grouping has it, each at its close, all aligned.</summary>
public sealed class TimeframesPropertyTests
{
    const int Cases = 10_000;

    static readonly BarSpec[] ByTime = [Bars.Minutes(1), Bars.Days(), Bars.Minutes(5), Bars.Hours(1)];
    static readonly BarSpec[] All = [Bars.Tick, .. ByTime, Bars.Volume(500)];

    [Fact]
    public void Bars_by_time_are_those_of_naive_grouping_and_lose_no_volume()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var prints = Prints(seed);
            var seen = new List<Bar>();
            Play.Run(Given.Usd, Subscribed(ByTime, (_, bar) => seen.Add(bar)), Tapes.Trades(Given.EurUsd, prints));
            foreach (var spec in ByTime)
            {
                var mine = seen.Where(bar => bar.Spec == spec).Select(NaiveBars.Row.Of).ToList();
                Assert.True(Grouped(prints, spec.NominalNanos).SequenceEqual(mine), $"seed {seed}, {spec}");
                Assert.Equal(prints.Sum(print => print.Size), mine.Sum(bar => bar.Volume));
                Assert.Equal(prints.Length, mine.Sum(bar => bar.Count));
            }
        }
    }

    [Fact]
    public void Each_bar_comes_at_its_close_the_longest_first_and_bars_of_events_behind_those_of_the_clock()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var seen = new List<(long Time, int Rank)>();
            Play.Run(
                Given.Usd,
                Subscribed(All, (self, bar) =>
                {
                    Assert.Equal(self.Nanos, bar.CloseNanos);
                    seen.Add((bar.CloseNanos, bar.Spec.IsByTime ? -(int)(bar.Spec.NominalNanos / UtcNanos.Minute) : 0));
                }),
                Tapes.Trades(Given.EurUsd, Prints(seed)));
            Assert.True(seen.SequenceEqual(seen.OrderBy(bar => bar)), $"seed {seed}");
        }
    }

    [Fact]
    public void Whoever_decides_on_one_timeframe_finds_every_other_as_it_closed_last()
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var prints = Prints(seed);
            var last = ByTime.ToDictionary(spec => spec, _ => new Sma(1));
            var strategy = new Scripted
            {
                Started = self => Array.ForEach(ByTime, spec => self.Add(last[spec], spec)),
                Barred = (self, _) =>
                {
                    foreach (var spec in ByTime)
                    {
                        // A print at the very instant belongs to the next bar, and came in after this one closed.
                        var closed = Grouped(prints, spec.NominalNanos).LastOrDefault(bar => bar.To <= self.Nanos);
                        Assert.True(closed.Count == 0 ? !last[spec].IsReady : last[spec].Value == closed.Close / 1e5, $"seed {seed}, {spec}");
                    }
                },
            };
            Play.Run(Given.Usd, strategy, Tapes.Trades(Given.EurUsd, prints));
        }
    }

    static Scripted Subscribed(BarSpec[] specs, Action<Scripted, Bar> barred) =>
        new() { Started = self => Array.ForEach(specs, spec => self.Subscribe(spec)), Barred = barred };

    static IEnumerable<NaiveBars.Row> Grouped(TradeRow[] prints, long length) => prints.GroupBy(print => print.Time / length).Select(group => new NaiveBars.Row(
        group.Key * length, (group.Key + 1) * length, group.First().Price, group.Max(print => print.Price), group.Min(print => print.Price),
        group.Last().Price, group.Sum(print => print.Size), group.Count()));

    // Some prints fall on whole minutes, where bars end.
    static TradeRow[] Prints(int seed)
    {
        var dice = new SeededRandom(seed);
        var (time, price) = (Given.Monday, 1_000L);
        return [.. Enumerable.Range(0, dice.Next(1, 12)).Select(_ =>
        {
            time += dice.Next(4) switch
            {
                0 => 0,
                1 => dice.Next(90) * UtcNanos.Second,
                2 => UtcNanos.Minute - time % UtcNanos.Minute,
                _ => dice.Next(10) * UtcNanos.Hour,
            };
            price += dice.Next(-3, 4);
            return new TradeRow(time, price, dice.Next(1, 300));
        })];
    }
}
