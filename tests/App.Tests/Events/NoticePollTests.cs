using Workbench.App.Tests.Sources.Matrix;
using Workbench.Model;
using Workbench.Simulators;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.AlphaVantage;
using Workbench.Simulators.Providers.Tiingo;

namespace Workbench.App.Tests.Events;

/// <summary>How often sources are asked for news: within their budgets, with something left for others, and not at all while they rest.</summary>
public sealed class NoticePollTests
{
    [Fact]
    public async Task Asking_is_spread_over_the_time_of_a_budget_and_never_spends_all_of_it()
    {
        await using var simulator = await TiingoSimulator.Start(Quiet);
        using var bench = new FetchBench(("tiingo", simulator.BaseUri));
        var (poll, room) = Poll(bench, null, [], []);
        for (var minute = 0; minute < 120; minute++)
        {
            bench.Time.Ahead = TimeSpan.FromMinutes(minute);
            if (poll.IsDue)
            {
                await poll.Ask(CancellationToken.None);
                Assert.All(room.BudgetOf(room.Find("tiingo")).Left(), budget => Assert.True(budget.Left > 0, $"{budget.Rule.Bucket} is spent at minute {minute}"));
            }
        }

        Assert.InRange(poll.Figures.Asked, 20, 100);
        Assert.Equal(0, poll.Figures.Failed);
        Assert.Equal(poll.Figures.Asked, simulator.Requests.All.Count(call => call.Status == 200));
    }

    [Fact]
    public async Task Twenty_five_answers_a_day_are_spread_over_what_is_left_of_the_day()
    {
        await using var simulator = await AlphaVantageSimulator.Start(Quiet);
        using var bench = new FetchBench(("alphavantage", simulator.BaseUri));
        var (poll, _) = Poll(bench, null, [], []);
        Assert.True(poll.IsDue);
        await poll.Ask(CancellationToken.None);

        // Half of the 24 that are left: it is due where as much has passed as the rest of the day, parted by twelve.
        var left = DateTime.UtcNow.Date.AddDays(1) - DateTime.UtcNow;
        var due = left / 13 > TimeSpan.FromMinutes(1) ? left / 13 : TimeSpan.FromMinutes(1);
        bench.Time.Ahead = due * 0.9;
        Assert.False(poll.IsDue);
        bench.Time.Ahead = due * 1.1;
        Assert.True(poll.IsDue);
    }

    [Fact]
    public async Task One_that_does_not_accept_the_key_rests_and_is_one_warning_however_often_it_is_asked()
    {
        await using var simulator = await TiingoSimulator.Start(Quiet);
        using var bench = new FetchBench(("tiingo", simulator.BaseUri));
        List<string> failed = [], recovered = [];
        var (poll, _) = Poll(bench, TimeSpan.FromSeconds(1), failed, recovered);
        simulator.Faults.Arm(FaultKind.TokenExpired, count: 100);
        for (var outage = 0; outage < 2; outage++)
        {
            Assert.True(poll.IsDue);
            await poll.Ask(CancellationToken.None);
            bench.Time.Ahead += TimeSpan.FromMinutes(50);
            Assert.False(poll.IsDue);
            bench.Time.Ahead += TimeSpan.FromMinutes(20);
        }

        Assert.Contains("tiingo does not accept the key", Assert.Single(failed), StringComparison.Ordinal);
        simulator.Faults.Clear();
        await poll.Ask(CancellationToken.None);
        Assert.Equal("news of AAPL are heard again", Assert.Single(recovered));
        Assert.Equal((3, 2, ""), (poll.Figures.Asked, poll.Figures.Failed, poll.Figures.Trouble));
        Assert.DoesNotContain("sim-key", string.Concat(failed), StringComparison.Ordinal);
    }

    static ProviderOptions Quiet => new() { NewsADay = 0 };

    static (NoticePoll Poll, SourceRoom Room) Poll(FetchBench bench, TimeSpan? every, List<string> failed, List<string> recovered)
    {
        var room = new SourceRoom(bench.Workspace, time: bench.Time);
        var router = room.Router(null);
        var share = bench.Workspace.Instruments.Find("AAPL");
        var told = new ToldStream(new SessionStream(DataKind.News, "", false, SessionInstrument.Of(share)), share, router);
        var begun = UtcNanos.From(DateTime.UtcNow) - UtcNanos.Minute;
        return (new NoticePoll(told, room.FetchThrough(router, bench.Workspace.OpenLake(null), static _ => { }), room, begun, begun) { Every = every, Failed = failed.Add, Recovered = recovered.Add }, room);
    }
}
