namespace Workbench.Core.Tests.Proof;

/// <summary>Whoever decides from what comes later is found out, and nobody else is accused.</summary>
public sealed class LookAheadProofTests
{
    const int Cuts = 5;

    [Fact]
    public void A_trader_without_a_plan_is_never_accused_on_ticks()
    {
        var compared = 0L;
        for (var seed = 1; seed <= 150; seed++)
        {
            var rows = RandomWalk.Ticks(seed, new SeededRandom(seed).Next(3, 600));
            var isSeeing = seed % 2 == 0;
            compared += Innocent(seed, Rehearsed.Ticks(rows, _ => isSeeing ? Erratic.Seeing(seed, traded: Given.EurUsd) : Erratic.Unseeing(seed, Given.EurUsd))).Compared;
        }

        Assert.True(compared > 10_000, $"{compared} decisions were compared");
    }

    [Fact]
    public void A_trader_without_a_plan_is_never_accused_on_stored_bars()
    {
        var compared = 0L;
        for (var seed = 1; seed <= 150; seed++)
        {
            var rows = RandomWalk.Bars(seed, new SeededRandom(seed).Next(3, 600), UtcNanos.Minute);
            compared += Innocent(seed, Rehearsed.Minutes(rows, _ => OnMinutes((self, bar) => Wander(self, bar, seed)))).Compared;
        }

        Assert.True(compared > 10_000, $"{compared} decisions were compared");
    }

    [Fact]
    public void A_trader_without_a_plan_is_never_accused_on_several_tapes()
    {
        var compared = 0L;
        for (var seed = 1; seed <= 100; seed++)
        {
            var dice = new SeededRandom(seed);
            var euro = RandomWalk.Ticks(seed, dice.Next(3, 400));
            var later = Given.Monday + dice.Next(0, 900) * UtcNanos.Minute;
            var yen = RandomWalk.Ticks(seed + 1, dice.Next(3, 400), start: 140_000, from: later);
            var prints = Enumerable.Range(0, 50).Select(i => new TradeRow(Given.Monday + i * 977 * UtcNanos.Second, 110_000 + i, 5)).ToArray();
            Tape[] Made() => [Tapes.Ticks(Given.EurUsd, euro), Tapes.Ticks(Given.UsdJpy, yen, ratesOnly: seed % 3 == 0), Tapes.Trades(Given.EurUsd, prints)];
            var traded = seed % 3 == 0 ? [Given.EurUsd] : new[] { Given.EurUsd, Given.UsdJpy };
            compared += Innocent(seed, Rehearsed.Over(Given.Usd, [Given.EurUsd, Given.UsdJpy], Made, () => Erratic.Unseeing(seed, traded))).Compared;
        }

        Assert.True(compared > 10_000, $"{compared} decisions were compared");
    }

    [Fact]
    public void A_trader_without_a_plan_is_never_accused_on_a_book_with_its_prints_and_ticks()
    {
        var compared = 0L;
        for (var seed = 1; seed <= 60; seed++)
        {
            var (depth, prints) = RandomBook.Of(seed, 250, gaps: true);
            var ticks = RandomWalk.Ticks(seed, 150);
            Tape[] Made() => [Tapes.Depth(Given.EurUsd, depth), Tapes.Ticks(Given.EurUsd, ticks), Tapes.Trades(Given.EurUsd, prints)];
            compared += Innocent(seed, Rehearsed.Over(Given.Usd, [Given.EurUsd], Made, () => Erratic.Seeing(seed, null, Given.EurUsd))).Compared;
        }

        Assert.True(compared > 5_000, $"{compared} decisions were compared");
    }

    [Fact]
    public void Timers_and_bars_that_are_due_between_two_ticks_are_no_look_ahead()
    {
        TickRow[] rows = [.. Enumerable.Range(0, 40).Select(i => new TickRow(Given.Monday + i * 7 * UtcNanos.Hour, 110_000 + i % 7, 110_002 + i % 7))];
        Strategy Made(TickRow[] _) => new Scripted
        {
            Started = self => { self.Subscribe(Bars.Minutes(5)); self.SetTimer(TimeSpan.FromMinutes(17), "every"); },
            Timed = (self, _) => self.BuyLimit(1m, 1m),
            Barred = (self, bar) => self.TargetPosition(bar.CloseRaw % 5, tag: "bar"),
        };
        for (var seed = 1; seed <= 15; seed++)
        {
            Assert.True(Innocent(seed, Rehearsed.Ticks(rows, Made)).Compared > 100);
        }
    }

    [Fact]
    public void A_bar_that_is_read_before_its_close_is_found()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var rehearsal = Rehearsed.Minutes(RandomWalk.Bars(seed, 500, UtcNanos.Minute), rows => OnMinutes(
                (self, bar) => self.TargetPosition(rows.FirstOrDefault(row => row.Close > bar.CloseNanos).C > bar.CloseRaw ? 1m : -1m)));

            Guilty(seed, rehearsal);
        }
    }

    [Fact]
    public void A_tick_that_is_read_one_early_is_found()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var rehearsal = Rehearsed.Ticks(RandomWalk.Ticks(seed, 800, distinct: true), rows => new TickScripted
            {
                Ticked = (self, tick) =>
                {
                    var next = Array.FindIndex(rows, row => row.Time > tick.TimeNanos);
                    if (next > 0 && rows[next].Bid > tick.BidRaw + 3)
                    {
                        self.Buy(1m);
                    }
                },
            });

            Guilty(seed, rehearsal);
        }
    }

    [Fact]
    public void A_centred_average_is_found()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var rehearsal = Rehearsed.Minutes(RandomWalk.Bars(seed, 500, UtcNanos.Minute, pauses: false), rows => OnMinutes((self, bar) =>
            {
                var at = Array.FindIndex(rows, row => row.Close == bar.CloseNanos);
                if (at >= 5 && at + 5 < rows.Length)
                {
                    self.TargetPosition(bar.CloseRaw * 11 > rows[(at - 5)..(at + 6)].Sum(row => row.C) ? -1m : 1m, tag: "centred");
                }
            }));

            Guilty(seed, rehearsal);
        }
    }

    [Fact]
    public void An_indicator_that_was_fed_with_the_whole_history_is_found()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var rehearsal = Rehearsed.Minutes(RandomWalk.Bars(seed, 500, UtcNanos.Minute), rows =>
            {
                var mean = rows.Average(row => row.C);
                var deviation = Math.Sqrt(rows.Average(row => Math.Pow(row.C - mean, 2)));
                return OnMinutes((self, bar) => self.TargetPosition(Math.Round((decimal)((bar.CloseRaw - mean) / deviation)), tag: "z-score"));
            });

            Guilty(seed, rehearsal);
        }
    }

    [Theory]
    [InlineData("price")]
    [InlineData("cancel")]
    [InlineData("tag")]
    [InlineData("qty")]
    public void Whatever_of_a_decision_depends_on_the_future_is_found(string what)
    {
        var rehearsal = Rehearsed.Minutes(RandomWalk.Bars(9, 300, UtcNanos.Minute), rows => OnMinutes((self, bar) =>
        {
            var later = (rows.FirstOrDefault(row => row.Open > bar.CloseNanos).C % 7) + 1;
            var order = self.BuyLimit(what == "qty" ? later : 1m, what == "price" ? later / 100m : 0.01m, tag: what == "tag" ? $"{later}" : "");
            if (what == "cancel" && later > 3)
            {
                self.Cancel(order);
            }
        }));

        Guilty(1, rehearsal);
    }

    [Fact]
    public void The_finding_names_time_order_and_the_first_event_that_differs()
    {
        var rows = Enumerable.Range(0, 40).Select(i => new BarRow(
            Given.Monday + i * UtcNanos.Minute, Given.Monday + (i + 1) * UtcNanos.Minute, 100, 100 + i, 100, 100 + i)).ToArray();
        var rehearsal = Rehearsed.Minutes(rows, seen => OnMinutes((self, bar) =>
        {
            if (bar.CloseNanos == Given.At(0, 20))
            {
                self.BuyLimit(seen[20].C, 0.5m, tag: "knew");
            }
        }));

        var found = new LookAheadProof(rehearsal, 1, 1).Run().Found.Single(each => each.Future.Change == FutureChange.Raised);

        Assert.Equal((Given.At(0, 20) + 1, Given.At(0, 20)), (found.Future.Cut, found.Time));
        Assert.Equal(
            """
            cut at 2024-01-08T00:20:00.000000001Z, the future raised
              with the data as they are  2024-01-08T00:20:00Z order 1: Buy 120 EURUSD Limit 0.5 "knew"
              with the future changed    2024-01-08T00:20:00Z order 1: Buy 164 EURUSD Limit 0.5 "knew"
              first event that differs   2024-01-08T00:21:00Z EURUSD 0.00100/0.00120/0.00100/0.00120 -> 0.00100/0.00164/0.00100/0.00164
            """, found.ToString());
    }

    [Fact]
    public void A_script_is_not_shown_a_market_that_never_was()
    {
        var rows = RandomWalk.Ticks(5, 500);
        var known = rows.ToHashSet();
        var shown = 0;
        var rehearsal = Rehearsed.Ticks(rows, _ => new TickScripted
        {
            Ticked = (self, tick) =>
            {
                shown++;
                Assert.Contains(new TickRow(tick.TimeNanos, tick.BidRaw, tick.AskRaw), known);
                self.TargetPosition(tick.BidRaw % 2, tag: "odd");
            },
            Stopped = self => self.Buy(1m),
        });

        Innocent(1, rehearsal);
        Assert.True(shown > 1_000);
    }

    [Fact]
    public void A_script_that_breaks_on_a_future_it_should_not_know_has_looked_ahead()
    {
        var rehearsal = Rehearsed.Ticks(RandomWalk.Ticks(5, 500), rows => new TickScripted
        {
            Started = _ => { if (rows.Any(row => row.Bid > 1_000_000_000)) { throw new OverflowException("too high for me"); } },
        });

        var found = new LookAheadProof(rehearsal, Cuts, 1).Run().Found;

        Assert.Equal(Cuts, found.Count);
        Assert.All(found, each => Assert.Equal((FutureChange.Absurd, "too high for me"), (each.Future.Change, each.Failure)));
    }

    [Fact]
    public void A_script_that_differs_by_itself_is_told_apart()
    {
        var runs = 0;
        var rehearsal = Rehearsed.Ticks(RandomWalk.Ticks(5, 50), _ => { runs++; return new TickScripted { Ticked = (self, _) => self.Buy(runs) }; });

        var error = Assert.Throws<WorkbenchException>(() => new LookAheadProof(rehearsal, Cuts, 1).Run());

        Assert.Equal(("WB4090", ExitCode.CheckFailed), (error.Code, error.Exit));
    }

    [Fact]
    public void A_failure_on_the_data_as_they_are_is_the_scripts_own()
    {
        var rehearsal = Rehearsed.Ticks(RandomWalk.Ticks(5, 50), _ => new TickScripted { Ticked = (_, _) => throw new DivideByZeroException() });

        Assert.Throws<DivideByZeroException>(() => new LookAheadProof(rehearsal, Cuts, 1).Run());
    }

    [Fact]
    public void A_proof_that_is_cancelled_says_so()
    {
        using var source = new CancellationTokenSource();
        var rehearsal = Rehearsed.Ticks(RandomWalk.Ticks(5, 50), _ => new Scripted());

        Assert.Throws<OperationCanceledException>(() => new LookAheadProof(rehearsal, Cuts, 1).Run((_, _) => source.Cancel(), source.Token));
    }

    static void Wander(Scripted self, Bar bar, int seed)
    {
        var dice = new SeededRandom(seed ^ bar.CloseRaw ^ bar.HighRaw);
        switch (dice.Next(4))
        {
            case 0:
                self.TargetPosition(dice.Next(-5, 6), tag: "dice");
                break;
            case 1:
                self.BuyLimit(1m, bar.Close - 0.0002m);
                break;
            case 2:
                self.SellStop(1m, bar.Low);
                break;
            default:
                self.CancelAll();
                break;
        }
    }

    static Scripted OnMinutes(Action<Scripted, Bar> barred) => new() { Started = self => self.Subscribe(Bars.Minutes(1)), Barred = barred };

    static LookAheadResult Innocent(int seed, IRehearsal rehearsal)
    {
        var result = new LookAheadProof(rehearsal, Cuts, seed).Run();
        Assert.True(result.Passed, $"seed {seed}: {string.Join('\n', result.Found)}");
        return result;
    }

    static void Guilty(int seed, IRehearsal rehearsal)
    {
        var result = new LookAheadProof(rehearsal, Cuts, seed).Run();
        Assert.True(!result.Passed && result.Decisions > 0, $"seed {seed} was not found out");
        Assert.All(result.Found, found => Assert.True(found.Time < found.Future.Cut && found.FirstChanged?.Time >= found.Future.Cut, $"seed {seed}: {found}"));
    }
}
