using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Sessions;

/// <summary>A venue that goes away, falls silent or has the wrong time: the session says why it does not trade, and goes on afterwards.</summary>
[Collection(LabCollection.Name)]
public sealed class BrokenVenueTests(Lab lab) : IDisposable
{
    readonly Shell shell = lab.Fresh();

    public void Dispose() => shell.Dispose();

    [Fact]
    public void A_venue_that_restarts_with_open_orders_is_met_again_with_all_of_them()
    {
        using var venue = new SimVenue(shell);
        using var live = new LiveRun(shell, venue, Traders.Resting(shell)).Trading();
        live.Process.Until(() => venue.Pending.Count == 20 && venue.Position == 1_000m);
        venue.Restart(downMs: 4_000);
        live.Says("cut off");
        live.Trading();
        Assert.Equal(20, venue.Pending.Count);
        shell.Run("reconcile").Good();
        Done(live, venue);
    }

    [Fact]
    public void A_stream_that_falls_silent_and_stays_open_is_noticed_and_replaced()
    {
        using var venue = new SimVenue(shell);
        using var live = new LiveRun(shell, venue, Traders.Busy(shell)).Trading();
        var meetings = live.Meetings;
        venue.Fault("HeartbeatStop");
        live.WasCutOff(meetings);
        live.Trading();
        var before = venue.Orders.Count;
        live.Process.Until(() => venue.Orders.Count > before + 5);
        Done(live, venue);
    }

    [Fact]
    public void A_clock_that_is_off_by_ninety_seconds_keeps_a_session_from_beginning_and_says_so()
    {
        using var venue = new SimVenue(shell);
        venue.Fault("ClockAhead");
        using (var refused = new LiveRun(shell, venue, Traders.Busy(shell)))
        {
            refused.End().Refused("WB1107", ExitCode.Broker).Saying("NTP");
        }

        Assert.Empty(venue.Orders);
        venue.ClearFaults();
        using var live = new LiveRun(shell, venue, Traders.Busy(shell)).Trading();
        venue.Fault("ClockAhead");
        var before = venue.Orders.Count;
        live.Process.Until(() => venue.Orders.Count > before + 10);
        Done(live, venue);
    }

    [Fact]
    public void What_a_silent_venue_never_confirmed_is_a_dead_letter_that_can_be_tried_again()
    {
        using var venue = new SimVenue(shell);
        using var live = new LiveRun(shell, venue, Traders.Resting(shell)).Trading();
        live.Process.Until(() => venue.Pending.Count == 20 && live.Status() is { } status && status.GetProperty("orders").GetArrayLength() == 20);
        venue.Process.Freeze();
        live.Process.Terminate();
        live.End().Good().Saying("was still");
        venue.Process.Thaw();
        var letters = shell.Run("deadletters", "list", "--json").Good().Json().GetProperty("letters");
        Assert.Equal(20, letters.GetArrayLength());
        Assert.Contains("20 of 20 were delivered", shell.Run("deadletters", "retry", "all").Good().Out, StringComparison.Ordinal);
        Assert.Empty(venue.Pending);
        Assert.Contains("nothing was given up", shell.Run("deadletters", "list").Good().Out, StringComparison.Ordinal);
        shell.Run("deadletters", "retry", "20260101-00000000").Refused("WB5221", ExitCode.NotFound);
    }

    [Fact]
    public void Reconcile_shows_what_the_session_knows_nothing_of()
    {
        using var venue = new SimVenue(shell);
        using var live = new LiveRun(shell, venue, Traders.Resting(shell)).Trading();
        live.Process.Until(() => venue.Pending.Count == 20 && venue.Position == 1_000m);
        shell.Run("reconcile", "--json").Good();
        live.Process.Kill();
        live.End();
        shell.Run("reconcile").Good();
        shell.Run("kill", "--direct", "--broker", "oanda", "--sim", venue.Root.ToString()).Good();
        var lines = shell.Run("reconcile");
        lines.Refused("WB1127", ExitCode.CheckFailed);
        Assert.Contains("does not work", lines.Out, StringComparison.Ordinal);
    }

    /// <summary>Ends it, and sees that both sides have the same in the end.</summary>
    void Done(LiveRun live, SimVenue venue)
    {
        live.Process.Terminate();
        live.End().Good();
        var status = live.Last();
        Assert.Equal(venue.Position, LiveRun.Held(status));
        Assert.Equal(venue.FillParts, status.GetProperty("oms").GetProperty("fills").GetInt64());
        Assert.Empty(venue.Pending);
        shell.Run("replay", "latest").Good();
    }
}
