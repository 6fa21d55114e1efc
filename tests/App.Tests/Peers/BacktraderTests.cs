using System.Globalization;
using System.Text.Json;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Peers;

/// <summary>backtrader's crossover sample on the Euro Stoxx 50 of 2006: one unit, market orders at the next open, expected fills from its own tests.</summary>
[Collection(LabCollection.Name)]
public sealed class BacktraderTests(Lab lab)
{
    [SharedDataFact]
    public void As_a_stock_every_fill_and_the_end_value_are_backtraders()
    {
        using var peer = new Peer(lab).Import("backtrader-datas/2006-day-001.txt", "ESTX50", "csv", "--point", "0.01", "--quote", "EUR", "--calendar", "utc");
        var run = peer.Run("backtrader-sma.csx", "backtrader-stock.json", "--data", "ESTX50:1d@last", "--cash", "10000");

        AssertFills(run);
        Assert.Equal(10_284.10m, run.EndEquity);
    }

    [SharedDataFact]
    public void As_a_future_of_ten_euros_a_point_the_end_value_is_backtraders()
    {
        using var peer = new Peer(lab)
            .Define("""{"symbol":"FESX","class":"future","quote":"EUR","point":0.01,"contractSize":10,"calendar":"utc"}""")
            .Import("backtrader-datas/2006-day-001.txt", "FESX", "csv");
        var run = peer.Run("backtrader-sma.csx", "backtrader-future.json", "--data", "FESX:1d@last", "--cash", "10000");

        AssertFills(run);
        Assert.Equal((12_795.00m, 46m), (run.EndEquity, run.Commission));
    }

    static void AssertFills(PeerRun run)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("reference/backtrader/sma-cross-2006.json")));
        var expected = file.RootElement.GetProperty("unoptimized");
        Assert.Equal(Prices(expected, "buyexec"), run.Trades.Select(trade => trade.EntryPrice));
        Assert.Equal(Prices(expected, "sellexec"), run.Closed.Select(trade => trade.ExitPrice));

        // The closes at which the orders were made are their tags.
        Assert.Equal(Prices(expected, "buycreate"), run.Trades.Select(trade => Price(trade.EntryTag)));
        Assert.Equal(Prices(expected, "sellcreate"), run.Closed.Select(trade => Price(trade.ExitTag)));
        Assert.Equal((12, 11, 23), (run.Trades.Count, run.Closed.Count(), run.Orders));
    }

    static IEnumerable<decimal> Prices(JsonElement of, string name) =>
        of.GetProperty(name).EnumerateArray().Select(price => Price(price.GetString()!));

    static decimal Price(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
