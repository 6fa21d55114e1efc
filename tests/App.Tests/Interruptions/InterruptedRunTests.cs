using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Interruptions;

/// <summary>A backtest that is stopped in the middle, by a person or by a power cut.</summary>
[Collection(LabCollection.Name)]
public sealed class InterruptedRunTests(Lab lab)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Takes minutes over 60,000 ticks, some milliseconds over one of them.
    const string Slow = """
            public override void OnTick(in Tick tick)
            {
                var sum = 0L;
                for (var i = 0; i < 5_000_000; i++) sum = unchecked(sum * 31 + i);
                if (sum == 42) Buy(1m);
                if (OpenOrders.Count == 0 && Position() == 0m) Buy(1000m, tag: "one");
            }
        """;

    [Theory]
    [InlineData("Ctrl-C")]
    [InlineData("SIGTERM")]
    public void A_run_cut_short_writes_a_report_marked_partial(string signal)
    {
        using var shell = lab.FreshWithData();
        var running = StartSlow(shell);
        if (signal == "Ctrl-C")
        {
            running.Interrupt();
        }
        else
        {
            running.Terminate();
        }

        var answer = running.Wait(Patience);

        Assert.True(answer.Exit == ExitCode.Cancelled, answer.ToString());
        var json = answer.Json();
        Assert.True(json.GetProperty("partial").GetBoolean());
        Assert.InRange(json.GetProperty("events").GetInt64(), 1, 59_999);
        Assert.Contains(json.GetProperty("warnings").EnumerateArray(), warning => warning.GetString()!.Contains("PARTIAL", StringComparison.Ordinal));
        var folder = Assert.Single(Directory.GetDirectories(shell.Runs));
        Assert.Contains("PARTIAL: the run was cut short at", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
        Assert.True(Assert.Single(shell.Run("runs", "--json").Good().Json().EnumerateArray()).GetProperty("partial").GetBoolean());
    }

    [Fact]
    public void A_killed_run_is_no_run_and_the_next_one_works()
    {
        using var shell = lab.FreshWithData();
        var before = Shell.Snapshot(shell.Lake);
        var running = StartSlow(shell);
        running.Kill();
        running.Wait(Patience);

        Assert.Equal(before, Shell.Snapshot(shell.Lake));
        Assert.Empty(shell.Run("runs", "--json").Good().Json().EnumerateArray());
        var next = shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--json").Good().Json();
        Assert.Equal(next.GetProperty("runId").GetString(), Assert.Single(shell.Run("runs", "--json").Good().Json().EnumerateArray()).GetProperty("runId").GetString());
    }

    [Fact]
    public void Runs_at_the_same_time_do_not_disturb_each_other()
    {
        using var shell = lab.FreshWithData();
        var script = Scripts.Of(shell, "    public override void OnTick(in Tick tick) { if (Position() == 0m) Buy(1000m); }", "together");
        var running = Enumerable.Range(0, 3).Select(_ => shell.Start("backtest", script, "--data", "EURUSD", "--json")).ToList();
        var hashes = running.Select(each => each.Wait(Patience).Good().Json().GetProperty("eventLogHash").GetString()).ToList();
        Assert.Single(hashes.Distinct());
        Assert.Equal(3, Directory.GetDirectories(shell.Runs).Length);
    }

    static Running StartSlow(Shell shell)
    {
        var running = shell.Start("backtest", Scripts.Of(shell, Slow, "slow"), "--data", "EURUSD:ticks", "--json");
        running.Until(() => Directory.Exists(shell.Runs) && Directory.GetDirectories(shell.Runs).Length > 0);
        Thread.Sleep(400);
        return running;
    }
}
