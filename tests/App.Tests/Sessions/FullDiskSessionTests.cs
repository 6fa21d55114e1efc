using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Sessions;

/// <summary>A disk that runs full under a live session: no new orders, cancellations go, an alarm; then it goes on, or ends with nothing that works.</summary>
[Collection(LabCollection.Name)]
public sealed class FullDiskSessionTests(Lab lab)
{
    [TinyDiskFact]
    public void A_full_disk_stops_orders_and_not_cancellations_and_room_lets_it_go_on()
    {
        using var shell = lab.Fresh();
        Directory.CreateDirectory(shell.Journals);
        using var disk = new TinyDisk(16, shell.Journals);
        using var venue = new SimVenue(shell);
        var script = Traders.Busy(shell);
        using (var live = new LiveRun(shell, venue, script).Trading())
        {
            Fill(disk);
            live.Says("the journal cannot be written");
            live.Process.Until(() => venue.Pending.Count == 0);
            var orders = venue.Orders.Count;
            var heard = Time(live);
            live.Process.Until(() => string.CompareOrdinal(Time(live), heard) > 0 && live.Process.Said.Contains("the disk is full", StringComparison.Ordinal));
            Assert.Equal(orders, venue.Orders.Count);

            File.Delete(disk.Path("ballast"));
            live.Trading();
            live.Process.Until(() => venue.Orders.Count > orders + 5);

            // All of it, what was set aside included: the session has to end.
            while (!live.Process.IsOver)
            {
                Fill(disk);
                Thread.Sleep(20);
            }

            live.End().Refused("WB1113", ExitCode.Data);
            Assert.Empty(venue.Pending);
            File.Delete(disk.Path("ballast"));
        }

        using var again = new LiveRun(shell, venue, script).Trading();
        again.Process.Terminate();
        again.End().Good();
        Assert.Equal(venue.Position, LiveRun.Held(again.Last()));
        Assert.Equal(venue.FillParts, again.Last().GetProperty("oms").GetProperty("fills").GetInt64());
        shell.Run("replay", "latest").Good();
    }

    static string Time(LiveRun live) => live.Status()?.GetProperty("time").GetString() ?? "";

    /// <summary>Takes what is left of the disk.</summary>
    static void Fill(TinyDisk disk)
    {
        foreach (var block in (int[])[65_536, 4_096])
        {
            try
            {
                using var ballast = new FileStream(disk.Path("ballast"), FileMode.Append, FileAccess.Write, FileShare.None, 0);
                while (true)
                {
                    ballast.Write(new byte[block]);
                }
            }
            catch (IOException)
            {
                // It is full.
            }
        }
    }
}
