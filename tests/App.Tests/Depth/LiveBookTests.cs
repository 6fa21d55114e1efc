using Workbench.App.Tests.Kit;
using Workbench.Simulators.Binance;
using Workbench.Simulators.Providers.Tiingo;

namespace Workbench.App.Tests.Depth;

/// <summary>A session that hears of a book, of prints and of ticks as they come from a venue.</summary>
[Collection(LabCollection.Name)]
public sealed class LiveBookTests(Lab lab)
{
    const string Script = """
        /// Says what it has heard of by the orders that it sends: one at the first valid book, one at the first tick.
        public sealed class Hearing : Strategy
        {
            bool hasBook, hasTick;

            public override void OnBook(OrderBook book)
            {
                if (!hasBook && book.IsValid && book.Depth(Side.Buy) > 0)
                {
                    hasBook = true;
                    Send(NewOrder.Limit(Side.Buy, 0.01m, book.Price(Side.Buy, 0)) with { Tag = "book" });
                }
            }

            public override void OnTick(in Tick tick)
            {
                if (!hasTick)
                {
                    hasTick = true;
                    Buy(0.01m, tag: "tick");
                }
            }
        }
        """;

    const string Losing = """
        /// Buys when a book that it had is lost, and breaks where it then pays the price of the past.
        public sealed class Losing : Strategy
        {
            bool hadBook;

            public override void OnBook(OrderBook book)
            {
                if (hadBook && !book.IsValid)
                    Buy(0.01m, tag: "lost");

                hadBook = book.IsValid;
            }

            public override void OnExecution(Order order, in ExecutionReport report)
            {
                if (report.ExecType == ExecType.Trade && report.LastPx < 55_000m)
                    throw new InvalidOperationException("filled at a price of the past");
            }
        }
        """;

    [Fact]
    public async Task A_paper_session_hears_a_live_book_and_ticks_beside_it_and_replays_to_the_same_decisions()
    {
        await using var venue = await BinanceSimulator.Start();
        venue.Spot.Quote("BTCUSDT", 59_999m, 60_000m, 5m, 5m);
        using var shell = lab.Fresh();
        var paper = shell.Start([
            "paper", shell.Write("hearing.csx", Script), "--feed", "binance", "--sim", venue.BaseUri.AbsoluteUri,
            "--data", "BTCUSDT:depth", "--data", "BTCUSDT:ticks", "--data", "BTCUSDT:trades", "--for", "4s", "--json",
        ]);

        await Move(venue, paper);

        var run = paper.Wait(TimeSpan.FromMinutes(1)).Good().Json();
        var replay = shell.Run("replay", "latest", "--json").Good().Json();
        var parity = shell.Run("parity", "latest", "--json").Good().Json();

        Assert.Equal((2, 2), (parity.GetProperty("decisions").GetInt32(), parity.GetProperty("matched").GetInt32()));
        Assert.Equal(2, run.GetProperty("orders").GetProperty("submitted").GetInt64());
        Assert.True(run.GetProperty("fills").GetInt64() > 0, "the market order met no price");
        Assert.Equal(run.GetProperty("eventLogHash").GetString(), replay.GetProperty("eventLogHash").GetString());
    }

    [Fact]
    public async Task A_book_of_the_warm_up_is_void_when_live_prices_begin()
    {
        await using var venue = await BinanceSimulator.Start();
        venue.Spot.Quote("BTCUSDT", 59_999m, 60_000m, 5m, 5m);
        using var shell = lab.Fresh();
        var past = FormattableString.Invariant($"{DateTimeOffset.UtcNow.AddSeconds(-60).ToUnixTimeMilliseconds()}000");
        shell.Write("incremental_book_L2.csv", $"""
            exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount
            binance,BTCUSDT,{past},{past},true,bid,50000,5
            binance,BTCUSDT,{past},{past},true,ask,50001,5
            """);
        shell.Run("data", "import", shell.Path("incremental_book_L2.csv"), "--instrument", "BTCUSDT", "--format", "tardis").Good();
        var paper = shell.Start([
            "paper", shell.Write("losing.csx", Losing), "--feed", "binance", "--sim", venue.BaseUri.AbsoluteUri,
            "--data", "BTCUSDT:depth", "--data", "BTCUSDT:ticks", "--warm-up", "5m", "--for", "3s", "--json",
        ]);
        await Move(venue, paper);

        var run = paper.Wait(TimeSpan.FromMinutes(1)).Good().Json();
        Assert.Equal(1, run.GetProperty("fills").GetInt64());
        Assert.Equal("50000.5", run.GetProperty("benchmarks")[0].GetProperty("first").GetString());
    }

    [Fact]
    public async Task A_feed_without_books_says_so()
    {
        await using var simulator = await TiingoSimulator.Start();
        lab.Shell.Run("paper", Scripts.SmaCross, "--feed", "tiingo", "--sim", simulator.BaseUri.AbsoluteUri, "--data", "EURUSD:depth", "--for", "1s").Refused("WB4490", ExitCode.Usage).Saying("depth");
    }

    /// <summary>The venue's market moves until nobody listens any more.</summary>
    static async Task Move(BinanceSimulator venue, Running paper)
    {
        for (var move = 0; !paper.IsOver; move++)
        {
            venue.Spot.Quote("BTCUSDT", 59_999m + move % 5, 60_000m + move % 5, 5m + move % 3, 5m);
            await Task.Delay(50);
        }
    }
}
