using Workbench.App.Tests.Kit;
using Workbench.App.Tests.Sources.Matrix;
using Workbench.Data.Providers;
using Workbench.Data.Providers.AlphaVantage;
using Workbench.Data.Routing;
using Workbench.Model;
using Workbench.Simulators.Providers.AlphaVantage;

namespace Workbench.App.Tests.Sources;

/// <summary>What a key is shown to and how often, as the simulated sources saw it.</summary>
[Collection(LabCollection.Name)]
public sealed class SourceKeyTests(Lab lab)
{
    [Theory]
    [InlineData("tiingo", "header")]
    [InlineData("oanda", "header")]
    [InlineData("alphavantage", "query")]
    [InlineData("yahoo", "none")]
    [InlineData("binance", "none")]
    [InlineData("dukascopy", "none")]
    public async Task A_key_stands_in_the_query_only_where_there_is_no_other_way(string source, string place)
    {
        var row = MatrixSource.All.Single(each => each.Source == source);
        await using var simulator = await row.Start();
        using var bench = new FetchBench((row.Source, simulator.BaseUri));
        Assert.True((await bench.Get(row.Symbol, row.Bars, row.First)).Missing.IsEmpty);
        if (KnownProviders.TryFind(source)!.Profile.NewsFormat.Length > 0)
        {
            Assert.True((await bench.Get(new DataWant(bench.Workspace.Instruments.Find("AAPL"), DataKind.News, default, row.First))).Missing.IsEmpty);
        }

        Assert.NotEmpty(simulator.Requests.All);
        Assert.All(simulator.Requests.All, call => Assert.Equal(place, call.KeyIn));
        Assert.False(bench.Holds("sim-key"));
    }

    [Fact]
    public async Task The_calls_of_a_day_are_counted_over_processes_and_never_exceeded()
    {
        await using var simulator = await AlphaVantageSimulator.Start();
        using var shell = lab.Fresh();
        SimSource.Serve(shell, "alphavantage", simulator.BaseUri);
        var budget = new KeptBudget(shell.Path("home/data/sources/budget"), "alphavantage", AlphaVantageProvider.Profile.Limits, TimeProvider.System);

        // What other processes spent earlier today.
        for (var call = 0; call < 22; call++)
        {
            Assert.Null(budget.TrySpend(new VenueCall("GET series")));
        }

        Get("2024-01-03", "2024-02-10").Good();
        Assert.Equal(2, simulator.Requests.All.Count);
        Get("2023-01-04", "2023-05-01").Refused("WB2704", ExitCode.Data).Saying("no calls left: 25 day in 1 d");
        Assert.Equal(3, simulator.Requests.All.Count);
        Get("2022-01-04", "2022-02-01").Refused("WB2704", ExitCode.Data).Saying("alphavantage may not be asked before");
        Assert.Equal(3, simulator.Requests.All.Count);
        Assert.Equal(0, budget.Left().Single().Left);

        Answer Get(string from, string to) =>
            shell.RunUnder([new("WORKBENCH_ALPHAVANTAGE_DEFAULT_KEY", "sim-key")], "data", "get", "SPY", "--timeframe", "1h", "--from", from, "--to", to);
    }
}
