using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Workbench.App.Tests.Kit;
using Workbench.Model;
using Xunit.Abstractions;

namespace Workbench.App.Tests.Sessions;

/// <summary>All the ways to end a live session on purpose, as processes: in order, at once, and past a session that hangs.</summary>
[Collection(LabCollection.Name)]
public sealed partial class EndingTests(Lab lab, ITestOutputHelper output) : IDisposable
{
    readonly Shell shell = lab.Fresh();

    public void Dispose() => shell.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_signal_ends_it_in_order_orders_cancelled_positions_kept(bool isTerminate)
    {
        using var venue = new SimVenue(shell);
        using var live = Full(venue);
        if (isTerminate)
        {
            live.Process.Terminate();
        }
        else
        {
            live.Process.Interrupt();
        }

        live.End().Good();
        Assert.Empty(venue.Pending);
        Assert.Equal(1_000m, venue.Position);
        Assert.True(live.Folder.IsEnded);
        shell.Run("replay", "latest").Good();
    }

    [Fact]
    public void Kill_sends_the_last_of_twenty_cancellations_within_a_second_and_closes_all()
    {
        using var venue = new SimVenue(shell);
        using var live = Full(venue);
        var watch = Stopwatch.StartNew();
        var answer = shell.Run("kill", "latest", "--why", "a test").Good();
        output.WriteLine($"kill, from the call to flat: {watch.ElapsedMilliseconds} ms");
        Assert.Contains("all is flat", answer.Out, StringComparison.Ordinal);
        var session = live.End().Good();
        var milliseconds = double.Parse(LastCancel().Match(session.Error).Groups[1].Value, CultureInfo.InvariantCulture);
        output.WriteLine($"from the command to the last cancellation: {milliseconds} ms");
        Assert.InRange(milliseconds, 0.001, 1_000);
        Flat(venue);
        shell.Run("replay", "latest").Good();
    }

    [Fact]
    public void Kill_direct_makes_flat_what_a_hanging_session_holds_and_the_session_ends_when_it_wakes()
    {
        using var venue = new SimVenue(shell);
        using var live = Full(venue);
        live.Process.Freeze();
        shell.Run("kill", "latest").Refused("WB1103", ExitCode.NotFound).Saying("--direct");
        var killed = shell.Run("kill", "latest", "--direct", "--json").Good().Json();
        output.WriteLine(killed.ToString());
        Assert.True(killed.GetProperty("flat").GetBoolean());
        Assert.Equal(20, killed.GetProperty("cancelled").GetInt32());
        Assert.InRange(killed.GetProperty("lastCancelMs").GetDouble(), 0.001, 1_000);
        Flat(venue);
        live.Process.Thaw();
        live.End().Good().Saying("closed past this session");
        Assert.True(live.Folder.IsEnded);
        Flat(venue);
        Assert.InRange(venue.Orders.Count, 22, 60);
    }

    [Fact]
    public void Kill_direct_works_when_the_process_is_gone_and_names_what_it_cannot_reach()
    {
        using var venue = new SimVenue(shell);
        using var live = Full(venue);
        live.Process.Kill();
        live.End();
        shell.Run("kill", "--direct", "--broker", "oanda", "--sim", venue.Root.ToString()).Good();
        Flat(venue);
        venue.Process.Kill();
        shell.Run("kill", "--direct", "--broker", "oanda", "--sim", venue.Root.ToString(), "--wait", "2").Refused("WB5004", ExitCode.Broker);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_signal_and_the_file_kill_it_too(bool isSignal)
    {
        using var venue = new SimVenue(shell);
        using var live = Full(venue);
        if (isSignal)
        {
            live.Process.Quit();
        }
        else
        {
            File.WriteAllText(live.Folder.KillFile, "");
        }

        live.End().Good();
        Flat(venue);
    }

    [Fact]
    public void Told_to_end_and_killed_on_the_way_it_is_ended_by_the_next_start()
    {
        using var venue = new SimVenue(shell);
        using var live = Full(venue);
        venue.Process.Freeze();
        live.Process.Terminate();
        live.Says("ended");
        live.Process.Kill();
        live.End();
        venue.Process.Thaw();
        using var again = new LiveRun(shell, venue, Traders.Resting(shell));
        Assert.Contains("had been told to end", again.End().Good().Error, StringComparison.Ordinal);
        Assert.Empty(venue.Pending);
        Assert.Equal(1_000m, venue.Position);
        Assert.True(again.Folder.IsEnded);
    }

    [Fact]
    public void An_account_has_one_session_and_kill_9_leaves_no_lock()
    {
        using var venue = new SimVenue(shell);
        using var first = Full(venue);
        using var second = new LiveRun(shell, venue, Traders.Busy(shell));
        second.End().Refused("WB1105", ExitCode.Usage);
        first.Process.Kill();
        first.End();
        using var third = new LiveRun(shell, venue, Traders.Busy(shell)).Trading();
        third.Process.Terminate();
        third.End().Good();
    }

    [Fact]
    public void A_script_that_fails_leaves_no_order_behind()
    {
        using var venue = new SimVenue(shell);
        var script = Scripts.Of(shell, """
                public override void OnStart() => SetTimer(TimeSpan.FromMilliseconds(200), "beat");
                public override void OnTimer(string name)
                {
                    var (bid, _) = Market();
                    if (bid != 0m && OpenOrders.Count < 3) BuyLimit(100m, Instrument.RoundToTick(bid * 0.9m));
                    if (OpenOrders.Count(order => order.Status == OrdStatus.New) == 3) throw new InvalidOperationException("on purpose");
                }
            """, "failing");
        using var live = new LiveRun(shell, venue, script);
        Assert.Equal(ExitCode.StrategyFailed, live.End().Exit);
        Assert.NotEmpty(venue.Orders);
        Assert.Empty(venue.Pending);
        using var again = new LiveRun(shell, venue, script);
        again.End().Refused("WB1131", ExitCode.StrategyFailed).Saying("on purpose").Saying("--fresh");
    }

    LiveRun Full(SimVenue venue)
    {
        var live = new LiveRun(shell, venue, Traders.Resting(shell)).Trading();
        live.Process.Until(() => live.Status() is { } status && status.GetProperty("orders").GetArrayLength() == 20 && LiveRun.Held(status) == 1_000m && venue.Pending.Count == 20);
        return live;
    }

    static void Flat(SimVenue venue)
    {
        Assert.Empty(venue.Pending);
        Assert.Equal(0m, venue.Position);
    }

    [GeneratedRegex(@"the last cancellation left ([0-9.]+) ms after")]
    private static partial Regex LastCancel();
}
