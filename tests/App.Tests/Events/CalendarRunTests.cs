using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Events;

/// <summary>A calendar beside prices: the same in backtest, session and replay, named by the run, and no way to look ahead.</summary>
[Collection(LabCollection.Name)]
public sealed class CalendarRunTests(Lab lab)
{
    static readonly string Samples = Repository.Path("data/samples");
    static readonly string Script = Repository.Path("strategies/news-pause.csx");
    static readonly string[] Data = ["--data", "EURUSD:ticks", "--data", "EURUSD:calendar", "--lake", Samples];

    [Fact]
    public void A_session_over_prices_and_calendar_gives_the_hash_of_its_backtest_and_of_its_replay()
    {
        using var shell = lab.Fresh();
        var backtest = shell.Run(["backtest", Script, .. Data, "--json"]).Good().Json();
        var paper = shell.Run(["paper", Script, .. Data, "--json"]).Good().Json();
        var replay = shell.Run("replay", "latest", "--json").Good().Json();

        var hash = backtest.GetProperty("eventLogHash").GetString();
        Assert.Equal(hash, paper.GetProperty("eventLogHash").GetString());
        Assert.Equal(hash, replay.GetProperty("eventLogHash").GetString());
        Assert.Equal(["EURUSD ticks", "EUR calendar", "USD calendar"], Named(backtest));
    }

    [Fact]
    public void Whoever_pauses_for_releases_is_flat_at_each_and_trades_otherwise()
    {
        using var shell = lab.Fresh();
        var run = shell.Run(["backtest", Script, .. Data, "--json"]).Good().Json();
        var without = shell.Run("backtest", Script, "--data", "EURUSD:ticks", "--lake", Samples, "--json").Good().Json();
        Assert.NotEqual(run.GetProperty("eventLogHash").GetString(), without.GetProperty("eventLogHash").GetString());

        var trades = shell.Run("trades", run.GetProperty("runId").GetString()!, "--json").Good().Json();
        var held = trades.EnumerateArray().Select(trade => (From: Time(trade, "entryTime"), To: Time(trade, "exitTime"))).ToList();
        Assert.True(held.Count > 20);
        foreach (var due in (DateTime[])[At(7, 13, 15), At(8, 13, 30), At(12, 12, 30), At(14, 12, 30), At(20, 18, 0), At(21, 9, 0)])
        {
            Assert.DoesNotContain(held, trade => trade.From < due.AddMinutes(60) && trade.To > due.AddMinutes(-29));
        }
    }

    [Fact]
    public void The_proof_finds_nobody_looking_ahead_in_a_calendar()
    {
        using var shell = lab.Fresh();
        shell.Run(["check", Script, .. Data, "--from", "2024-03-07", "--to", "2024-03-09", "--json"]).Good();
    }

    [Fact]
    public void A_calendar_alone_is_nothing_to_trade_and_one_that_is_not_there_is_named()
    {
        using var shell = lab.FreshWithData();
        shell.Run("backtest", Script, "--data", "EURUSD:calendar", "--lake", Samples).Refused("WB1040", ExitCode.Usage);
        shell.Run("backtest", Script, "--data", "EURUSD:ticks", "--data", "EURUSD:calendar").Refused("WB4180", ExitCode.Data);
    }

    static IEnumerable<string> Named(JsonElement run) => run.GetProperty("data").EnumerateArray().Select(each => $"{each.GetProperty("instrument").GetString()} {each.GetProperty("kind").GetString()}");

    static DateTime Time(JsonElement trade, string name) => trade.GetProperty(name).GetDateTime().ToUniversalTime();

    static DateTime At(int day, int hour, int minute) => new(2024, 3, day, hour, minute, 0, DateTimeKind.Utc);
}
