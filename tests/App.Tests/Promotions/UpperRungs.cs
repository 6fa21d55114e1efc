using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Promotions;

/// <summary>The ladder from a promotion to paper on, climbed at the command line, wherever its first rungs were climbed.</summary>
/// <param name="ladder">The project; p1 is at paper.</param>
sealed class UpperRungs(Ladder ladder)
{
    const string Number = "101-004-1435156-001";

    readonly Shell shell = ladder.Shell;

    /// <summary>Paper over the lake, parity, live at a simulator, and the end of it.</summary>
    /// <param name="demote">Demotes the promotion to live, and gives back what was said.</param>
    /// <returns>The promotion to live.</returns>
    public async Task<string> Climb(Func<string, Task<string>> demote)
    {
        shell.Run("paper", "--promotion", "p1", "--from", "2024-03-04T12:00").Good();
        Assert.Equal(1d, shell.Run("parity", "latest", "--json").Good().Json().GetProperty("score").GetDouble());

        using var venue = new SimVenue(shell);
        var id = ToLive(venue);
        var live = shell.Start("live", "--promotion", id, "--sim", venue.Root.ToString());
        live.Until(() => venue.Fills.Count > 1, TimeSpan.FromSeconds(90));
        var session = ladder.Book.Find(id).Sessions.Single();
        Assert.Contains($"./run.sh stop {session}", await demote(id), StringComparison.Ordinal);
        Assert.False(live.IsOver);
        shell.Run("stop", session).Good();
        live.Wait(TimeSpan.FromMinutes(1)).Good();

        shell.Run("live", "--promotion", id, "--sim", venue.Root.ToString()).Refused("WB4306", ExitCode.CheckFailed);
        Assert.Equal(["promoted", "started", "refused", "promoted", "started", "demoted"], ladder.Book.Entries.Select(entry => entry.Event.ToString().ToLowerInvariant()));
        var story = shell.Run("promotions", id).Good().Out;
        Assert.All((string[])["to live: ended", "✓ parity", $"session {session} began (live)", "demoted: seen enough", "fast=2"], said => Assert.Contains(said, story, StringComparison.Ordinal));
        return id;
    }

    string ToLive(SimVenue venue)
    {
        string[] toLive = ["promote", "p1", "--to", "live", "--broker", "oanda", "--sim", venue.Root.ToString(), "--min-paper", "4h", "--json"];
        var refused = shell.Run(toLive);
        Assert.Equal(ExitCode.CheckFailed, refused.Exit);
        Assert.Equal(["account"], refused.Json().GetProperty("gates").EnumerateArray().Where(gate => !gate.GetProperty("passed").GetBoolean()).Select(gate => gate.GetProperty("name").GetString()));
        return shell.Run([.. toLive, "--confirm", Number]).Good().Json().GetProperty("id").GetString()!;
    }
}
