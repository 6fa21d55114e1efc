using Workbench.Data.Providers;
using Workbench.Data.Routing;

namespace Workbench.Data.Tests.Routing;

public sealed class SourceStateTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly HandClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Pauses_grow_to_an_hour_and_end_with_the_first_answer()
    {
        var book = new HealthBook(folder.Path, clock);
        int[] minutes = [1, 2, 4, 8, 16, 32, 60, 60];
        foreach (var pause in minutes)
        {
            Assert.Equal(clock.GetUtcNow().UtcDateTime.AddMinutes(pause), book.Failed("first", FetchBench.Down("first")).RetryAt);
        }

        Assert.True(new HealthBook(folder.Path, clock).Answered("first"));
        Assert.False(book.Answered("first"));
        Assert.Equal("first could not be reached.", book.Of("first").LastError);
    }

    [Fact]
    public void A_days_calls_are_counted_over_restarts_and_processes()
    {
        RateRule[] limits = [new("calls", 25, TimeSpan.FromDays(1)), new("calls", 5, TimeSpan.FromMinutes(1))];
        KeptBudget Anew() => new(folder.Path, "free", limits, clock);
        var granted = 0;
        Parallel.For(0, 40, _ => Interlocked.Add(ref granted, Anew().TrySpend(new VenueCall("GET x")) is null ? 1 : 0));
        Assert.Equal(25, granted);
        var spent = Anew().TrySpend(new VenueCall("GET x"));
        Assert.Equal(new DateTime(2024, 3, 21, 0, 0, 0, DateTimeKind.Utc), spent!.Renews);
        clock.Wait(TimeSpan.FromDays(1));
        Assert.Equal(25, Anew().Left().Single().Left);
        Assert.Null(Anew().TrySpend(new VenueCall("GET x") { Weight = 20 }));
        Assert.NotNull(Anew().TrySpend(new VenueCall("GET x") { Weight = 6 }));
        Assert.Equal(5, Anew().Left().Single().Left);
    }

    [Fact]
    public void Settings_hold_no_keys_and_no_addresses_in_clear()
    {
        var path = folder.File("sources.json");
        var settings = new SourceSettings(path);
        settings.Change(["first"], "first", entry => entry with { Priority = 3, Address = "http://127.0.0.1:8080/" });
        Assert.Equal(new SourceEntry("http://127.0.0.1:8080/", 3, null), settings.Read(["first"])["first"]);
        foreach (var (text, code) in (ReadOnlySpan<(string, string)>)
        [
            ("""{"first":{"key":"abc"}}""", "WB2708"), ("""{"other":{}}""", "WB2708"), ("[]", "WB2708"), ("{", "WB2708"), ("""{"first":{"on":"yes"}}""", "WB2708"),
            ("""{"first":{"address":"http://example.com"}}""", "WB2709"), ("""{"first":{"address":"https://a:b@example.com"}}""", "WB2709"),
        ])
        {
            File.WriteAllText(path, text);
            Assert.Equal(code, Assert.Throws<WorkbenchException>(() => settings.Read(["first"])).Code);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Ranges_add_and_take_away_as_sets_of_instants_do(int seed)
    {
        var dice = new SeededRandom(seed);
        for (var round = 0; round < 300; round++)
        {
            var (one, other) = (Some(dice), Some(dice));
            for (var at = 0; at < 45; at++)
            {
                var (here, there) = (one.Any(range => range.Contains(at)), other.Any(range => range.Contains(at)));
                Assert.Equal(here || there, one.With(other).Any(range => range.Contains(at)));
                Assert.Equal(here && !there, one.Without(other).Any(range => range.Contains(at)));
                Assert.Equal(here && there, one.Within(other).Any(range => range.Contains(at)));
            }
        }
    }

    static TimeRanges Some(SeededRandom dice) => TimeRanges.Of([.. Enumerable.Range(0, dice.Next(5)).Select(_ => dice.Next(38)).Select(from => new TimeRange(from, from + 1 + dice.Next(6)))]);
}
