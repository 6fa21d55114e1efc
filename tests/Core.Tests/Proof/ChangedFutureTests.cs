namespace Workbench.Core.Tests.Proof;

/// <summary>What the proof does to tapes: nothing to what was known before a cut, and something to the rest.</summary>
public sealed class ChangedFutureTests
{
    public static TheoryData<FutureChange> Changes => [.. Enum.GetValues<FutureChange>()];

    public static TheoryData<FutureChange> Poisons => [.. Enum.GetValues<FutureChange>().Where(change => change != FutureChange.Cut)];

    [Theory, MemberData(nameof(Changes))]
    public void Ticks_before_a_cut_stay_and_none_behind_it_is_told_as_it_was(FutureChange change)
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var dice = new SeededRandom(seed);
            var rows = RandomWalk.Ticks(seed, dice.Next(2, 400));
            var cut = Inside(rows[0].Time, rows[^1].Time, dice);
            var past = rows.TakeWhile(row => row.Time < cut).ToArray();

            var changed = Rehearsed.Read(new ChangedFuture(cut, change, seed).Over(Rehearsed.Cursor(rows, () => dice.Next(1, 60))));

            Assert.Equal(past, changed.Take(past.Length));
            Assert.Equal(rows[^1].Time, changed[^1].Time);
            if (change == FutureChange.Cut)
            {
                Assert.Equal(past[^1] with { Time = rows[^1].Time }, Assert.Single(changed.Skip(past.Length)));
            }
            else
            {
                Assert.Equal(rows.Select(row => row.Time), changed.Select(row => row.Time));
            }
        }
    }

    [Theory, MemberData(nameof(Changes))]
    public void A_bar_that_is_open_at_a_cut_keeps_its_open_and_nothing_else(FutureChange change)
    {
        var differ = 0;
        for (var seed = 1; seed <= 200; seed++)
        {
            var dice = new SeededRandom(seed);
            var rows = RandomWalk.Bars(seed, dice.Next(2, 300), UtcNanos.Minute);
            var at = dice.Next(rows.Length);
            var cut = Inside(rows[at].Open, rows[at].Close, dice);

            var changed = Rehearsed.Read(new ChangedFuture(cut, change, seed).Over(Rehearsed.Cursor(rows, () => dice.Next(1, 60))));

            Assert.Equal(rows.Take(at), changed.Take(at));
            Assert.Equal((rows[at].Open, rows[at].Close, rows[at].O), (changed[at].Open, changed[at].Close, changed[at].O));
            Assert.All(changed, row => Assert.True(row.L <= Math.Min(row.O, row.C) && row.H >= Math.Max(row.O, row.C)));
            Assert.Equal((rows[^1].Open, rows[^1].Close), (changed[^1].Open, changed[^1].Close));
            differ += rows[at] == changed[at] ? 0 : 1;
        }

        Assert.True(differ > 150, $"the open bar differed {differ} times of 200");
    }

    [Theory, MemberData(nameof(Poisons))]
    public void A_poisoned_tape_does_not_depend_on_who_reads_it(FutureChange change)
    {
        var rows = RandomWalk.Ticks(3, 20_000);
        var future = new ChangedFuture(rows[7_000].Time, change, 5);

        Assert.Equal(Rehearsed.Read(future.Over(Rehearsed.Cursor(rows))), Rehearsed.Read(future.Over(Rehearsed.Cursor(rows))));
        Assert.True(rows.Zip(Rehearsed.Read(future.Over(Rehearsed.Cursor(rows)))).Count(pair => pair.First != pair.Second) > 12_000);
    }

    [Theory, MemberData(nameof(Changes))]
    public void The_first_event_that_was_changed_is_named_with_its_prices(FutureChange change)
    {
        var rows = RandomWalk.Ticks(4, 9_000);
        var first = new FirstChange();
        var changed = Rehearsed.Read(new ChangedFuture(rows[8_500].Time, change, 5).Over(Rehearsed.Cursor(rows), first));
        var at = rows.Zip(changed).TakeWhile(pair => pair.First == pair.Second).Count();

        Assert.Equal(rows[at].Time, first.Event!.Time);
        Assert.Equal([Given.EurUsd.FromRaw(rows[at].Bid), Given.EurUsd.FromRaw(rows[at].Ask)], first.Event.Was);
        Assert.Equal(change == FutureChange.Cut ? [] : [Given.EurUsd.FromRaw(changed[at].Bid), Given.EurUsd.FromRaw(changed[at].Ask)], first.Event.Is);
    }

    [Fact]
    public void A_tape_that_begins_behind_the_cut_keeps_its_last_instant_and_no_price()
    {
        var rows = RandomWalk.Ticks(4, 50);

        var changed = Rehearsed.Read(new ChangedFuture(rows[0].Time - 5, FutureChange.Cut, 1).Over(Rehearsed.Cursor(rows)));

        Assert.Equal([new TickRow(rows[^1].Time, 1, 1)], changed);
    }

    static long Inside(long from, long to, SeededRandom dice) => from + 1 + (long)(dice.NextDouble() * (to - from - 1));
}
