using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Depth;

/// <summary>A stored order book from the command line: imported, listed, run over beside its prints, and in a paper session.</summary>
[Collection(LabCollection.Name)]
public sealed class DepthRunTests(Lab lab)
{
    const string Script = """
        /// Buys where bids outweigh asks on three levels, sells where asks do; joins the queue at the best price.
        public sealed class Leaning : Strategy
        {
            readonly BookImbalance imbalance = new(3);

            public override void OnBook(OrderBook book)
            {
                imbalance.Update(book);
                if (!imbalance.IsReady || OpenOrders.Count > 0)
                {
                    return;
                }

                if (imbalance.Value > 0.6 && Position() <= 0m)
                {
                    Send(NewOrder.Limit(Side.Buy, 0.01m, book.Price(Side.Buy, 0)));
                }
                else if (imbalance.Value < -0.6 && Position() >= 0m)
                {
                    Send(NewOrder.Limit(Side.Sell, 0.01m, book.Price(Side.Sell, 0)));
                }
            }
        }
        """;

    [SharedDataFact]
    public void A_paper_session_over_a_stored_book_has_the_hash_of_its_backtest_and_of_its_replay()
    {
        using var shell = lab.Fresh();
        var script = shell.Write("leaning.csx", Script);
        foreach (var kind in new[] { "depth", "trades" })
        {
            shell.Run("data", "import", SharedData.Path("binance-ws-capture/usdm/btcusdt_20240808.gz"), "--instrument", "BTCUSDT", "--format", "binance-capture", "--kind", kind).Good();
        }

        string[] data = ["--data", "BTCUSDT:depth", "--data", "BTCUSDT:trades", "--currency", "USDT", "--from", "2024-08-08T23:57:00"];
        var backtest = shell.Run(["backtest", script, .. data, "--json"]).Good().Json();
        var paper = shell.Run(["paper", script, .. data, "--json"]).Good().Json();
        var replay = shell.Run("replay", "latest", "--json").Good().Json();

        var hash = backtest.GetProperty("eventLogHash").GetString();
        Assert.True(backtest.GetProperty("fills").GetInt64() > 3, "nobody was served");
        Assert.Equal("depth", backtest.GetProperty("data")[0].GetProperty("kind").GetString());
        Assert.Equal(hash, paper.GetProperty("eventLogHash").GetString());
        Assert.Equal(hash, replay.GetProperty("eventLogHash").GetString());
    }
}
