using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Workbench.App.Tests.Kit;
using Xunit.Abstractions;

namespace Workbench.App.Tests.Sessions;

/// <summary>
/// kill -9 at seeded instants of a live session, then the same again. More of them by hand: WORKBENCH_KILLS=200, another row of instants:
/// WORKBENCH_KILL_SEED=7.
/// </summary>
[Collection(LabCollection.Name)]
public sealed class CrashTests(Lab lab, ITestOutputHelper output)
{
    static readonly int Kills = Figure("WORKBENCH_KILLS", 20);
    static readonly int Seed = Figure("WORKBENCH_KILL_SEED", 4);

    [Fact]
    public void Killed_at_any_instant_nothing_is_lost_and_nothing_doubled()
    {
        output.WriteLine($"seed {Seed}, {Kills} kills");
        using var shell = lab.Fresh();
        using var venue = new SimVenue(shell);
        var script = Traders.Busy(shell);
        var dice = new Random(Seed);
        var watch = Stopwatch.StartNew();
        using (var first = new LiveRun(shell, venue, script).Trading())
        {
            Kill(first);
        }

        var start = watch.ElapsedMilliseconds;
        for (var kill = 1; kill < Kills; kill++)
        {
            using var live = new LiveRun(shell, venue, script);
            switch (dice.Next(4))
            {
                case 0:
                    Thread.Sleep(dice.Next((int)Math.Min(start, 5_000)));
                    break;
                case 1:
                    // While it recovers.
                    live.Process.Until(() => live.Process.Said.Contains("LIVE · ", StringComparison.Ordinal), TimeSpan.FromSeconds(120));
                    Thread.Sleep(dice.Next(500));
                    break;
                default:
                    live.Trading();
                    Thread.Sleep(dice.Next(1_500));
                    break;
            }

            Assert.False(live.Process.IsOver, live.Process.Said);
            Kill(live);
        }

        using var last = new LiveRun(shell, venue, script).Trading();
        var before = venue.Orders.Count;
        last.Process.Until(() => venue.Orders.Count > before + 5);
        last.Process.Terminate();
        last.End().Good();
        output.WriteLine($"{Kills} kills in {watch.Elapsed.TotalSeconds:0} s; {venue.Orders.Count} orders and {venue.Fills.Count} fills at the venue, {venue.Position} held");
        Assert.True(venue.Orders.Count > Kills, "It hardly ever traded.");
        Compare(shell, venue, last);
    }

    static void Kill(LiveRun live)
    {
        live.Process.Kill();
        live.End();
    }

    static void Compare(Shell shell, SimVenue venue, LiveRun last)
    {
        Assert.Single(Directory.GetDirectories(shell.Journals), path => Directory.Exists(Path.Combine(path, "journal")) && Directory.GetFiles(path, "status.json").Length > 0);
        var ids = venue.Orders.Select(order => order.GetProperty("clientExtensions").GetProperty("id").GetString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var status = last.Last();
        var oms = status.GetProperty("oms");
        Assert.Equal(venue.FillParts, oms.GetProperty("fills").GetInt64());
        Assert.Equal(venue.Position, LiveRun.Held(status));
        Assert.Equal(venue.Fills.Sum(Units), venue.Position);
        Assert.Empty(venue.Pending);
        Assert.Empty(status.GetProperty("orders").EnumerateArray());
        var replay = shell.Run("replay", "latest", "--json").Good().Json();
        Assert.True(replay.GetProperty("identical").GetBoolean());
    }

    static decimal Units(JsonElement fill) => decimal.Parse(fill.GetProperty("units").GetString()!, CultureInfo.InvariantCulture);

    static int Figure(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : usual;
}
