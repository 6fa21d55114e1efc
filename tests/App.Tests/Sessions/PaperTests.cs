using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Sessions;

/// <summary>A paper session over stored ticks is a backtest that keeps a journal: the same decisions, to the byte.</summary>
[Collection(LabCollection.Name)]
public sealed class PaperTests(Lab lab)
{
    /// <summary>SYNTHETIC ticks, drawn from a seed.</summary>
    const string Ticks = "100000";

    [Fact]
    public void A_hundred_thousand_recorded_ticks_give_the_hash_of_their_backtest_and_of_their_replay()
    {
        using var shell = lab.Fresh();
        shell.Run("data", "generate", "EURUSD", "--ticks", Ticks, "--seed", "11", "--from", "2024-03-04").Good();
        var backtest = shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD:ticks", "--json").Good().Json();
        var paper = shell.Run("paper", Scripts.SmaCross, "--data", "EURUSD:ticks", "--json").Good().Json();
        var replay = shell.Run("replay", "latest", "--json").Good().Json();
        var hash = backtest.GetProperty("eventLogHash").GetString();
        Assert.Equal(100_000, backtest.GetProperty("events").GetInt64());
        Assert.True(backtest.GetProperty("fills").GetInt64() > 10);
        Assert.Equal(hash, paper.GetProperty("eventLogHash").GetString());
        Assert.Equal(hash, replay.GetProperty("eventLogHash").GetString());
    }
}
