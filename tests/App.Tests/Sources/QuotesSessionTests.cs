using Workbench.App.Tests.Kit;
using Workbench.Model;
using Workbench.Simulators.Providers.Tiingo;

namespace Workbench.App.Tests.Sources;

/// <summary>A paper session on the quotes of a source that is no venue.</summary>
[Collection(LabCollection.Name)]
public sealed class QuotesSessionTests(Lab lab)
{
    [Fact]
    public async Task A_paper_session_listens_to_tiingo_and_replays_to_the_same_decisions()
    {
        await using var simulator = await TiingoSimulator.Start();
        using var shell = lab.Fresh();
        var paper = shell.Run("paper", Scripts.SmaCross, "--feed", "tiingo", "--sim", simulator.BaseUri.AbsoluteUri, "--data", "EURUSD", "--data", "AAPL", "--for", "2s", "--json").Good();
        Assert.True(paper.Json().GetProperty("events").GetInt64() > 2);
        Assert.Equal(paper.Json().GetProperty("eventLogHash").GetString(), shell.Run("replay", "latest", "--json").Good().Json().GetProperty("eventLogHash").GetString());
        Assert.DoesNotContain("sim-key", paper.Out + paper.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Orders_do_not_go_to_a_source_and_one_that_streams_nothing_is_no_feed()
    {
        lab.Shell.Run("live", Scripts.SmaCross, "--broker", "tiingo", "--data", "EURUSD").Refused("WB1110", ExitCode.Usage);
        lab.Shell.Run("paper", Scripts.SmaCross, "--feed", "yahoo", "--data", "EURUSD").Refused("WB1111", ExitCode.Usage).Saying("tiingo");
    }
}
