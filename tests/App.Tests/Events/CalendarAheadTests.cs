using System.Globalization;
using System.Text;
using Workbench.App.Tests.Kit;
using Workbench.Model;
using Workbench.Simulators.Providers.Tiingo;

namespace Workbench.App.Tests.Events;

/// <summary>A calendar beside live prices: what was stored of the time to come is told when it is due.</summary>
[Collection(LabCollection.Name)]
public sealed class CalendarAheadTests(Lab lab)
{
    const string Patient = """
            readonly List<string> announced = [], released = [];
            public override void OnCalendar(CalendarEvent calendar)
            {
                var told = calendar is CalendarAnnouncement ? announced : released;
                if (told.Contains(calendar.Name)) throw new InvalidOperationException(calendar.Name + " is told twice");
                told.Add(calendar.Name);
                if (calendar is CalendarAnnouncement) return;
                if (Now < calendar.Due || !announced.Contains(calendar.Name)) throw new InvalidOperationException(calendar.Name + " is told too early");
                if (Position() == 0m && OpenOrders.Count == 0 && Market().Bid != 0m) Buy(1_000m);
            }
        """;

    [Fact]
    public async Task A_session_on_live_prices_hears_of_releases_when_they_are_due_and_replays_to_the_same_decisions()
    {
        await using var simulator = await TiingoSimulator.Start();
        using var shell = lab.Fresh();
        shell.Run("data", "import", Coming(shell, 120), "--format", "csv").Good();

        var paper = shell.Run("paper", Scripts.Of(shell, Patient), "--feed", "tiingo", "--sim", simulator.BaseUri.AbsoluteUri, "--data", "EURUSD", "--data", "EURUSD:calendar", "--for", "5s", "--json").Good().Json();

        Assert.Equal(1, paper.GetProperty("fills").GetInt64());
        Assert.Equal(paper.GetProperty("eventLogHash").GetString(), shell.Run("replay", "latest", "--json").Good().Json().GetProperty("eventLogHash").GetString());
        var parity = shell.Run("parity", "latest", "--json").Good().Json();
        Assert.True(parity.GetProperty("replayIdentical").GetBoolean());
        Assert.Equal((1, 1), (parity.GetProperty("decisions").GetInt32(), parity.GetProperty("matched").GetInt32()));
    }

    [Fact]
    public async Task A_calendar_of_the_past_tells_nothing_and_says_so_and_news_that_nobody_can_tell_are_refused()
    {
        await using var simulator = await TiingoSimulator.Start();
        using var shell = lab.Fresh();
        string[] paper = ["paper", Scripts.SmaCross, "--feed", "tiingo", "--sim", simulator.BaseUri.AbsoluteUri, "--for", "1s", "--data"];
        var samples = Repository.Path("data/samples");

        var late = shell.Run([.. paper, "EURUSD", "--data", "EURUSD:calendar", "--lake", samples]);
        Assert.Contains("no calendar is stored of the time to come", late.Good().Error, StringComparison.Ordinal);
        shell.Run([.. paper, "EURUSD", "--data", "EURUSD:news"]).Refused("WB1042", ExitCode.Usage).Saying("tiingo needs a key").Saying("Try: ./run.sh data sources add tiingo --key-env VARIABLE");
        shell.Run([.. paper, "EURUSD", "--data", "EURUSD:news", "--no-fetch"]).Refused("WB1042", ExitCode.Usage).Saying("none is stored");
        shell.Run([.. paper, "EURUSD:calendar"]).Refused("WB1040", ExitCode.Usage);
        shell.Run([.. paper, "EURUSD", "--data", "EURUSD:calendar"]).Refused("WB4180", ExitCode.Data);
    }

    [Fact]
    public void A_live_session_that_was_killed_goes_on_without_telling_anything_twice()
    {
        using var shell = lab.Fresh();
        using var venue = new SimVenue(shell);
        var script = Scripts.Of(shell, Patient);
        shell.Run("data", "import", Coming(shell, 300), "--format", "csv").Good();
        using (var first = new LiveRun(shell, venue, script, "--data", "EURUSD:calendar").Trading())
        {
            first.Process.Until(() => first.Status() is { } status && LiveRun.Held(status) != 0m);
            first.Process.Kill();
            first.Process.Until(() => first.Process.IsOver);
        }

        using var again = new LiveRun(shell, venue, script, "--data", "EURUSD:calendar", "--for", "4s", "--json");
        var ended = again.End().Good();

        Assert.Contains("going on with it", ended.Error, StringComparison.Ordinal);
        Assert.Equal(ended.Json().GetProperty("eventLogHash").GetString(), shell.Run("replay", "latest", "--json").Good().Json().GetProperty("eventLogHash").GetString());
    }

    // A release each second, announced long before.
    static string Coming(Shell shell, int seconds)
    {
        var text = new StringBuilder("time,currency,event,impact,forecast,previous,actual,announced\n");
        var now = DateTime.UtcNow;
        for (var i = 0; i < seconds; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{now.AddSeconds(i):yyyy-MM-ddTHH:mm:ss},USD,release {i},high,{i}.5,{i},,{now.AddHours(-1):yyyy-MM-ddTHH:mm:ss}");
        }

        return shell.Write("week.csv", text.ToString());
    }
}
