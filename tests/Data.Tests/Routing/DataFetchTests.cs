using Workbench.Data.Providers;
using static Workbench.Data.Tests.Routing.FetchBench;

namespace Workbench.Data.Tests.Routing;

public sealed class DataFetchTests : IDisposable
{
    static readonly string Day1 = new('1', 24);
    static readonly string Day2 = new('2', 24);

    readonly FetchBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task The_first_source_in_the_users_order_is_asked()
    {
        var result = await bench.Get(4, 6);
        Assert.Equal(48, result.Stored.Count);
        Assert.Equal(Day1 + Day1, bench.Owners());
        Assert.Empty(bench.Second.Asked);
    }

    [Fact]
    public async Task What_the_lake_has_of_closed_days_is_not_fetched_again_unless_asked_for()
    {
        await bench.Get(4, 6);
        bench.First.Asked.Clear();
        Assert.True((await bench.Get(4, 6)).Missing.IsEmpty);
        Assert.Empty(bench.First.Asked);
        await bench.Get(4, 7);
        Assert.Equal(24, bench.First.Asked.Count);
        await bench.Get(4, 7, refresh: true);
        Assert.Equal(24 + 72, bench.First.Asked.Count);
    }

    [Fact]
    public async Task When_a_source_breaks_off_the_next_takes_the_begun_day_whole()
    {
        bench.First.Fault = piece => piece.Range.From >= At(5, 10) ? Down("first") : null;
        var result = await bench.Get(4, 7);
        Assert.Equal(Day1 + Day2 + Day2, bench.Owners());
        Assert.Equal(["first", "second"], result.Legs.Select(leg => leg.Source));
        Assert.Equal("2024-03-20 08:12:31 first is down (connection refused): asked second instead; first is tried again at 08:13:31", Assert.Single(bench.Log));
        Assert.Equal([(At(4), At(5), "first"), (At(5), At(7), "second")], bench.Lake.Stretches("EURUSD", DataKind.Ticks).Select(stretch => (stretch.From, stretch.To, stretch.Source)));
    }

    [Fact]
    public async Task What_cannot_be_imported_counts_as_a_failure_of_its_source_and_the_next_is_asked()
    {
        bench.First.Rows = piece => piece.Range.From == At(5, 10) ? "2024-03-05T10:01:00Z,none,1.2\n" : null;
        var result = await bench.Get(4, 6);
        Assert.True(result.Missing.IsEmpty, string.Join(' ', result.Why));
        Assert.Equal(Day2 + Day2, bench.Owners());
        Assert.Equal(ProviderFailure.Garbled, bench.Health.Of("first").Failure);
        var sentence = Assert.Single(bench.Log);
        Assert.Contains("first answers with nonsense (answered with what cannot be imported: ", sentence, StringComparison.Ordinal);
        Assert.Contains(": asked second instead; first is tried again at ", sentence, StringComparison.Ordinal);

        // Nothing of it waits for a later import: what is asked again is asked whole.
        bench.First.Rows = static _ => null;
        bench.First.Asked.Clear();
        Assert.True((await bench.Get(4, 6, refresh: true, source: "first")).Missing.IsEmpty);
        Assert.Equal(48, bench.First.Asked.Count);
        Assert.Equal(Day1 + Day1, bench.Owners());
    }

    [Fact]
    public async Task Where_nobody_else_is_left_what_cannot_be_imported_is_told_and_the_lake_is_as_it_was()
    {
        await bench.Get(4, 5, source: "first");
        bench.First.Rows = static _ => "2024-03-05T10:01:00Z,none,1.2\n";
        var result = await bench.Get(4, 6, source: "first");
        Assert.Equal(24, result.Missing.Sum(range => range.To - range.From) / UtcNanos.Hour);
        Assert.Contains("cannot be imported", Assert.Single(result.Why), StringComparison.Ordinal);
        Assert.Equal(Day1, bench.Owners());
    }

    [Fact]
    public async Task A_day_of_answers_without_a_row_is_asked_of_the_next()
    {
        bench.First.Rows = static _ => "";
        Assert.True((await bench.Get(5, 6)).Missing.IsEmpty);
        Assert.Equal(Day2, bench.Owners());
        Assert.Null(bench.Health.Of("first").Failure);
    }

    [Fact]
    public async Task A_source_that_recovered_is_asked_again_from_the_next_day_on()
    {
        bench.First.Fault = piece => piece.Range.From == At(4) && bench.Second.Asked.Count == 0 ? Down("first") : null;
        bench.Second.Asking = piece => bench.Clock.Wait(piece.Range.From == At(4, 5) ? TimeSpan.FromMinutes(2) : TimeSpan.Zero);
        await bench.Get(4, 7);
        Assert.Equal(Day2 + Day1 + Day1, bench.Owners());
        Assert.EndsWith(" first is back", bench.Log[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resting_source_is_passed_over_by_a_later_process_and_asked_when_its_pause_is_over()
    {
        bench.First.Fault = _ => Down("first");
        await bench.Get(4, 5);
        bench.First.Fault = _ => null;
        bench.First.Asked.Clear();
        await bench.Get(5, 6);
        Assert.Empty(bench.First.Asked);
        bench.Clock.Wait(TimeSpan.FromMinutes(1));
        await bench.Get(6, 7);
        Assert.Equal(Day2 + Day2 + Day1, bench.Owners());
    }

    [Fact]
    public async Task A_source_that_lacks_a_day_is_asked_for_all_the_others()
    {
        bench.First.Fault = piece => piece.Range.From >= At(5) && piece.Range.From < At(6) ? new ProviderException(ProviderFailure.NotThere, "first answered 404.") : null;
        await bench.Get(4, 7);
        Assert.Equal(Day1 + Day2 + Day1, bench.Owners());
        Assert.Null(bench.Health.Of("first").Failure);
    }

    [Fact]
    public async Task A_day_begun_by_a_source_is_finished_by_it_or_taken_whole_from_another()
    {
        await bench.Get(At(4), At(4, 10), source: "second");
        await bench.Get(At(4), At(5));
        Assert.Equal(Day2, bench.Owners());
        await bench.Get(At(5), At(5, 10), source: "second");
        bench.Second.Fault = _ => Down("second");
        await bench.Get(At(5), At(5, 12));
        Assert.Equal(Day2 + Day1, bench.Owners());
    }

    [Fact]
    public async Task A_killed_fetch_goes_on_with_what_is_missing_and_fetches_damaged_files_again()
    {
        using var kill = new CancellationTokenSource();
        bench.First.Asking = piece =>
        {
            if (piece.Range.From == At(4, 10))
            {
                kill.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Get(4, 5, cancel: kill.Token));
        Assert.False(bench.Lake.Has(bench.EurUsd, DataKind.Ticks));
        File.WriteAllText(Directory.EnumerateFiles(bench.Path("fetch"), "20240304-03.csv", SearchOption.AllDirectories).Single(), "half");
        bench.First.Asked.Clear();
        var result = await bench.Get(4, 5);
        Assert.Equal(["20240304-03", .. Enumerable.Range(10, 14).Select(hour => FormattableString.Invariant($"20240304-{hour:00}"))], bench.First.Asked);
        Assert.Equal(9, result.Legs.Single().Kept);
        Assert.Equal(Day1, bench.Owners());
        Assert.Empty(Directory.EnumerateFiles(bench.Path("fetch"), "*.csv", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_hour_that_is_not_over_is_fetched_anew()
    {
        await bench.Get(At(20, 6), At(21));
        Assert.Equal("20240320-08", bench.First.Asked[^1]);
        bench.First.Asked.Clear();
        bench.Clock.Wait(TimeSpan.FromHours(1));
        await bench.Get(At(20, 6), At(21));
        Assert.Equal(["20240320-08", "20240320-09"], bench.First.Asked);
    }

    [Fact]
    public async Task What_nobody_gives_is_said_with_the_reason_of_each_source()
    {
        bench.First.Fault = _ => Down("first");
        bench.Second.Fault = _ => new ProviderException(ProviderFailure.Unauthorized, "second answered 401.");
        var result = await bench.Get(4, 5);
        Assert.Equal([new TimeRange(At(4), At(5))], result.Missing);
        Assert.Equal(2, result.Why.Count);
        Assert.Contains("does not accept the key", result.Why[1], StringComparison.Ordinal);
        Assert.Equal(2, bench.Log.Count);
    }

    [Fact]
    public async Task A_source_that_named_a_pause_is_not_asked_before()
    {
        bench.First.Fault = _ => new ProviderException(ProviderFailure.Limited, "first answered 429.", TimeSpan.FromMinutes(10));
        await bench.Get(4, 5, source: "first");
        bench.First.Fault = _ => null;
        bench.First.Asked.Clear();
        Assert.False((await bench.Get(4, 5, source: "first")).Missing.IsEmpty);
        Assert.Empty(bench.First.Asked);
        bench.Clock.Wait(TimeSpan.FromMinutes(10));
        Assert.True((await bench.Get(4, 5, source: "first")).Missing.IsEmpty);
    }

    [Fact]
    public async Task An_answer_that_is_none_is_asked_for_again()
    {
        var faults = 0;
        bench.First.Fault = piece => piece.Range.From == At(4, 3) && faults++ < 2 ? new ProviderException(ProviderFailure.Garbled, "first broke off.") : null;
        await bench.Get(4, 5);
        Assert.Equal(Day1, bench.Owners());
    }

    [Fact]
    public async Task Two_fetches_of_one_instrument_at_once_are_refused()
    {
        Task? other = null;
        bench.First.Asking = _ => other ??= bench.Get(4, 5);
        await bench.Get(4, 5);
        Assert.Equal("WB2703", (await Assert.ThrowsAsync<WorkbenchException>(() => other!)).Code);
    }

    [Fact]
    public async Task The_future_is_asked_of_nobody()
    {
        Assert.Equal("WB2712", (await Assert.ThrowsAsync<WorkbenchException>(() => bench.Get(21, 22))).Code);
        Assert.Empty(bench.First.Asked);
    }
}
