using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Promotions;

/// <summary>The whole ladder, as its users climb it: each rung a call of the program.</summary>
[Collection(LabCollection.Name)]
public sealed class LadderTests(Lab lab)
{
    [Fact]
    public async Task From_script_to_backtest_to_paper_to_parity_to_live_to_the_end()
    {
        using var ladder = new Ladder(lab.FreshWithData());
        var shell = ladder.Shell;
        shell.Run("backtest", ladder.Script, "--data", "EURUSD:ticks", "--to", "2024-03-04T09:00", "--config", shell.Write("limits.json", Ladder.Limits),
            "--set", "timeframe=tick", "--set", "fast=2", "--set", "slow=5", "--set", "qty=1000").Good();

        var promoted = shell.Run("promote", "last", "--to", "paper", "--cuts", "1");
        Assert.Contains("promoted to paper as p1", promoted.Good().Out, StringComparison.Ordinal);
        Assert.Equal(8, promoted.Out.Split('\n').Count(line => line.StartsWith('✓')));

        await new UpperRungs(ladder).Climb(id => Task.FromResult(shell.Run("demote", id, "--why", "seen enough").Good().Error));
        var table = shell.Run("promotions", "--json").Good().Json();
        Assert.Equal([true, false], table.GetProperty("promotions").EnumerateArray().Select(each => each.GetProperty("active").GetBoolean()));
        Assert.Equal(6, table.GetProperty("ledger").GetArrayLength());
    }
}
