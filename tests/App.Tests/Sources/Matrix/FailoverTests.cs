using Workbench.Model;
using Workbench.Simulators;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.Dukascopy;

namespace Workbench.App.Tests.Sources.Matrix;

/// <summary>From the first source to the second and back, told so that a person understands it; and a past that was changed.</summary>
public sealed class FailoverTests
{
    static readonly BarSpec Minutes = Model.Bars.Minutes(1).Of(PriceSource.Bid);
    static readonly long Tuesday = UtcNanos.From(new DateTime(2024, 3, 5, 0, 0, 0, DateTimeKind.Utc));

    [Fact]
    public async Task The_second_source_is_asked_while_the_first_is_down_and_the_first_again_when_it_is_back()
    {
        await using var first = await DukascopySimulator.Start();
        await using var second = await DukascopySimulator.Start();
        using var bench = new FetchBench(("dukascopy", first.BaseUri), ("dukascopy-json", second.BaseUri));

        first.Faults.Arm(FaultKind.Status, count: 1_000, value: 503);
        var down = await bench.Get("EURUSD", Minutes, Day(0));
        Assert.Equal("dukascopy-json", Assert.Single(down.Legs, leg => leg.Asked > 0).Source);
        Assert.Contains(bench.Said, sentence => sentence.Contains("dukascopy is down (answered 503)", StringComparison.Ordinal) && sentence.Contains("asked dukascopy-json instead", StringComparison.Ordinal)
            && sentence.Contains("dukascopy is tried again at ", StringComparison.Ordinal));

        // While it rests it is left alone.
        var asked = first.Requests.All.Count;
        await bench.Get("EURUSD", Minutes, Day(1));
        Assert.Equal(asked, first.Requests.All.Count);

        first.Faults.Clear();
        bench.Time.Ahead = TimeSpan.FromMinutes(10);
        var back = await bench.Get("EURUSD", Minutes, Day(2));
        Assert.Equal("dukascopy", Assert.Single(back.Legs).Source);
        Assert.Contains(bench.Said, sentence => sentence.EndsWith("dukascopy is back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_limited_source_is_left_alone_for_as_long_as_it_asked()
    {
        await using var first = await DukascopySimulator.Start();
        await using var second = await DukascopySimulator.Start();
        using var bench = new FetchBench(("dukascopy", first.BaseUri), ("dukascopy-json", second.BaseUri));
        first.Faults.Arm(FaultKind.TooManyRequests, value: 1_200);
        Assert.True((await bench.Get("EURUSD", Minutes, Day(0))).Missing.IsEmpty);
        bench.Time.Ahead = TimeSpan.FromMinutes(19);
        await bench.Get("EURUSD", Minutes, Day(1));
        Assert.Single(first.Requests.All);
        bench.Time.Ahead = TimeSpan.FromMinutes(21);
        await bench.Get("EURUSD", Minutes, Day(2));
        Assert.Equal(2, first.Requests.All.Count);
    }

    [Fact]
    public async Task A_changed_past_comes_when_it_is_fetched_once_more_and_not_before()
    {
        await using var simulator = await DukascopySimulator.Start();
        using var bench = new FetchBench(("dukascopy", simulator.BaseUri));
        await bench.Get("EURUSD", Minutes, Day(0));
        var (before, asked) = (bench.Contents, simulator.Requests.All.Count);
        simulator.Faults.Arm(FaultKind.ChangedPast);
        await bench.Get("EURUSD", Minutes, Day(0));
        Assert.Equal(before, bench.Contents);
        Assert.Equal(asked, simulator.Requests.All.Count);
        await bench.Get("EURUSD", Minutes, Day(0), refresh: true);
        Assert.NotEqual(before, bench.Contents);
        simulator.Faults.Clear();
        await bench.Get("EURUSD", Minutes, Day(0), refresh: true);
        Assert.Subset(bench.Contents.ToHashSet(), before.ToHashSet());
    }

    static TimeRange Day(int later) => new(Tuesday + (later * UtcNanos.Day), Tuesday + ((later + 1) * UtcNanos.Day));
}
