using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Promotions;

/// <summary>The whole ladder, as its users climb it: each rung a call of the program.</summary>
[Collection(LabCollection.Name)]
public sealed class LadderTests(Lab lab)
{
    const string Number = "101-004-1435156-001";

    [Fact]
    public void From_script_to_backtest_to_paper_to_parity_to_live_to_the_end()
    {
        using var ladder = new Ladder(lab.FreshWithData());
        var shell = ladder.Shell;
        shell.Run("backtest", ladder.Script, "--data", "EURUSD:ticks", "--to", "2024-03-04T09:00", "--config", shell.Write("limits.json", Ladder.Limits),
            "--set", "timeframe=tick", "--set", "fast=2", "--set", "slow=5", "--set", "qty=1000").Good();

        var promoted = shell.Run("promote", "last", "--to", "paper", "--cuts", "1");
        Assert.Contains("promoted to paper as p1", promoted.Good().Out, StringComparison.Ordinal);
        Assert.Equal(8, promoted.Out.Split('\n').Count(line => line.StartsWith('✓')));

        shell.Run("paper", "--promotion", "p1", "--from", "2024-03-04T12:00").Good();
        Assert.Equal(1d, shell.Run("parity", "latest", "--json").Good().Json().GetProperty("score").GetDouble());

        using var venue = new SimVenue(shell);
        string[] toLive = ["promote", "p1", "--to", "live", "--broker", "oanda", "--sim", venue.Root.ToString(), "--min-paper", "4h", "--json"];
        var refused = shell.Run(toLive);
        Assert.Equal(ExitCode.CheckFailed, refused.Exit);
        Assert.Equal(["account"], refused.Json().GetProperty("gates").EnumerateArray().Where(gate => !gate.GetProperty("passed").GetBoolean()).Select(gate => gate.GetProperty("name").GetString()));
        var id = shell.Run([.. toLive, "--confirm", Number]).Good().Json().GetProperty("id").GetString()!;

        var live = shell.Start("live", "--promotion", id, "--sim", venue.Root.ToString());
        live.Until(() => venue.Fills.Count > 1, TimeSpan.FromSeconds(90));
        var session = ladder.Book.Find(id).Sessions.Single();
        Assert.Contains($"./run.sh stop {session}", shell.Run("demote", id, "--why", "seen enough").Good().Error, StringComparison.Ordinal);
        Assert.False(live.IsOver);
        shell.Run("stop", session).Good();
        live.Wait(TimeSpan.FromMinutes(1)).Good();

        shell.Run("live", "--promotion", id, "--sim", venue.Root.ToString()).Refused("WB4306", ExitCode.CheckFailed);
        Assert.Equal(["promoted", "started", "refused", "promoted", "started", "demoted"], ladder.Book.Entries.Select(entry => entry.Event.ToString().ToLowerInvariant()));
        var story = shell.Run("promotions", id).Good().Out;
        Assert.All((string[])["to live: ended", "✓ parity", $"session {session} began (live)", "demoted: seen enough", "fast=2"], said => Assert.Contains(said, story, StringComparison.Ordinal));
        var table = shell.Run("promotions", "--json").Good().Json();
        Assert.Equal([true, false], table.GetProperty("promotions").EnumerateArray().Select(each => each.GetProperty("active").GetBoolean()));
        Assert.Equal(6, table.GetProperty("ledger").GetArrayLength());
    }
}
