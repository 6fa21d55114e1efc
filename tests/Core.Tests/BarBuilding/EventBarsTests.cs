namespace Workbench.Core.Tests.BarBuilding;

public sealed class EventBarsTests
{
    [Fact]
    public void A_print_that_jumps_over_several_edges_completes_several_bars_in_order_each_with_its_indicators()
    {
        var (seen, closes) = (new List<(long Open, long Close, long Count)>(), new List<double>());
        var last = new Sma(1);
        var strategy = new Scripted
        {
            Started = self => self.Add(last, Bars.Range(10)),
            Barred = (_, bar) =>
            {
                seen.Add((bar.OpenRaw, bar.CloseRaw, bar.Count));
                closes.Add(last.Value);
            },
        };
        Play.Run(Given.Usd, strategy, Tapes.Trades(Given.EurUsd, [new(Given.At(9), 100, 1), new(Given.At(9, 1), 103, 1), new(Given.At(9, 2), 135, 1)]));

        Assert.Equal([(100, 110, 3), (110, 120, 0), (120, 130, 0)], seen);
        Assert.Equal([0.0011, 0.0012, 0.0013], closes);
    }

    [Fact]
    public void A_renko_turn_takes_two_bricks()
    {
        var seen = Path(Bars.Renko(10), 100, 110, 101, 95, 90, 85, 80);

        Assert.Equal([(100, 110), (100, 90), (90, 80)], seen.Select(bar => (bar.OpenRaw, bar.CloseRaw)));
    }

    [Fact]
    public void A_bar_by_volume_holds_the_whole_print_that_completes_it()
    {
        var seen = Collect(Bars.Volume(10), [new(Given.At(9), 100, 4), new(Given.At(9, 1), 101, 5), new(Given.At(9, 2), 99, 25), new(Given.At(9, 3), 98, 10)]);

        Assert.Equal([(34, 3), (10, 1)], seen.Select(bar => (bar.VolumeRaw, bar.Count)));
    }

    [Fact]
    public void A_bar_by_value_counts_price_times_size()
    {
        var seen = Collect(Bars.Value(0.02m), [new(Given.At(9), 100, 10), new(Given.At(9, 1), 100, 10), new(Given.At(9, 2), 200, 10)]);

        Assert.Equal([2, 1], seen.Select(bar => bar.Count));
    }

    [Fact]
    public void Bars_by_ticks_count_prints_where_there_are_no_quotes()
    {
        var seen = Collect(Bars.Ticks(2), [new(Given.At(9), 100, 4), new(Given.At(9, 1), 104, 5), new(Given.At(9, 2), 99, 25)]);

        Assert.Equal([(Given.At(9), Given.At(9, 1), 100, 104, 9, 2)], seen.Select(bar => (bar.OpenNanos, bar.CloseNanos, bar.OpenRaw, bar.CloseRaw, bar.VolumeRaw, bar.Count)));
    }

    [Fact]
    public void Beside_quotes_the_prints_make_bars_of_what_was_traded_and_the_quotes_the_others()
    {
        var seen = new List<Bar>();
        BarSpec[] specs = [Bars.Volume(10), Bars.Ticks(2), Bars.Ticks(2).Of(PriceSource.Last)];
        var strategy = new Scripted { Started = self => Array.ForEach(specs, spec => self.Subscribe(spec)), Barred = (_, bar) => seen.Add(bar) };
        Play.Run(
            Given.Usd, strategy,
            Tapes.Ticks(Given.EurUsd, [new(Given.At(9), 100, 102), new(Given.At(9, 2), 104, 106)]),
            Tapes.Trades(Given.EurUsd, [new(Given.At(9, 1), 102, 6), new(Given.At(9, 3), 104, 7)]));

        Assert.Equal([("2t", 6, 0), ("10vol", 5, 13), ("2t@last", 5, 13)], seen.OrderBy(bar => bar.CloseNanos).Select(bar => (bar.Spec.ToString(), (int)bar.PriceScale, bar.VolumeRaw)));
    }

    [Fact]
    public void Volume_of_quotes_is_refused_since_their_sizes_are_offers()
    {
        foreach (var spec in (BarSpec[])[Bars.Volume(100), Bars.Value(1_000_000)])
        {
            var strategy = new Scripted { Started = self => self.Subscribe(spec) };
            Assert.Equal("WB4016", Assert.Throws<WorkbenchException>(() => Play.Run(strategy, new TickRow(Given.At(9), 100, 102))).Code);
        }
    }

    [Fact]
    public void Of_stored_bars_only_bricks_are_made_by_events()
    {
        foreach (var spec in (BarSpec[])[Bars.Ticks(5), Bars.Volume(100), Bars.Value(100), Bars.Range(5), Bars.Imbalance(5), Bars.TickImbalance(5)])
        {
            var strategy = new Scripted { Started = self => self.Subscribe(spec) };
            Assert.Equal("WB4004", Assert.Throws<WorkbenchException>(() => Play.RunBars(strategy, RandomWalk.Bars(1, 10, UtcNanos.Minute))).Code);
        }
    }

    [Fact]
    public void A_single_tick_closes_several_series_the_longer_of_a_kind_first_and_all_indicators_before()
    {
        var order = new List<string>();
        Sma each = new(1), pair = new(1);
        var strategy = new Scripted
        {
            Started = self =>
            {
                self.Add(each, Bars.Tick);
                self.Add(pair, Bars.Ticks(2));
            },
            Barred = (_, bar) => order.Add($"{bar.Spec} {each.IsReady} {pair.IsReady}"),
        };
        Play.Run(strategy, new TickRow(Given.At(9), 100, 102), new TickRow(Given.At(9, 1), 102, 104));

        Assert.Equal(["tick True False", "2t True True", "tick True True"], order);
    }

    static List<Bar> Path(BarSpec spec, params long[] prices) =>
        Collect(spec, [.. prices.Select((price, i) => new TradeRow(Given.At(9, i), price, 1))]);

    static List<Bar> Collect(BarSpec spec, TradeRow[] prints)
    {
        var seen = new List<Bar>();
        var strategy = new Scripted { Started = self => self.Subscribe(spec), Barred = (_, bar) => seen.Add(bar) };
        Play.Run(Given.Usd, strategy, Tapes.Trades(Given.EurUsd, prints));
        return seen;
    }
}
