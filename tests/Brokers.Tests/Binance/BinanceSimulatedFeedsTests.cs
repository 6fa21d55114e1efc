using Workbench.Brokers.Binance;
using Workbench.Simulators;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>Market data of the simulated venue.</summary>
public class BinanceSimulatedFeedsTests
{
    public static TheoryData<BinanceMarket> Markets => [BinanceMarket.Spot, BinanceMarket.UsdFutures];

    [Theory, MemberData(nameof(Markets))]
    public async Task A_book_is_kept_in_step_and_begun_anew_after_a_gap(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market, listens: false);
        await desk.Broker.Subscribe([desk.Btc], DataKind.Depth, desk.Heard, default);
        await InStep(desk);
        desk.Venue.Faults.Arm(FaultKind.BookGap);
        await Heard.Until(
            () =>
            {
                Move(desk);
                return desk.Heard.BookMessages.Any(flags => flags.HasFlag(DepthFlags.Gap));
            },
            "the gap");

        await InStep(desk);
        Assert.True(desk.Heard.BookMessages.Count(flags => flags.HasFlag(DepthFlags.Snapshot)) >= 2);
    }

    [Theory, MemberData(nameof(Markets))]
    public async Task Best_prices_and_prints_are_heard(BinanceMarket market)
    {
        await using var desk = await SimDesk.Open(market, listens: false);
        await desk.Broker.Subscribe([desk.Btc], DataKind.Ticks, desk.Heard, default);
        await desk.Broker.Subscribe([desk.Btc], DataKind.Trades, desk.Heard, default);
        desk.Exchange.Quote("BTCUSDT", 60_010m, 60_011m, 2m, 2m);
        desk.Exchange.Print("BTCUSDT", 60_010m, 0.1m, true);

        await Heard.Until(() => desk.Heard.Ticks.Any(tick => tick.Bid == 60_010m && tick.Ask == 60_011m), "the tick");
        await Heard.Until(() => desk.Heard.Trades.Any(trade => trade.Price == 60_010m && trade.Size == 0.1m && trade.Aggressor == Side.Sell), "the print");
    }

    decimal last = 60_000m;

    void Move(SimDesk desk)
    {
        last = last == 60_000m ? 60_002m : 60_000m;
        desk.Exchange.Quote("BTCUSDT", last, last + 1m, 3m, 3m);
    }

    async Task InStep(SimDesk desk)
    {
        await Heard.Until(
            () =>
            {
                Move(desk);
                Thread.Sleep(50);
                return desk.Heard.Books.TryGetValue("BTCUSDT", out var book) && book.IsValid && Same(book, desk);
            },
            "the book");
    }

    static bool Same(OrderBook book, SimDesk desk)
    {
        var depth = desk.Exchange.Depth("BTCUSDT", 5);
        return book.Depth(Side.Buy) > 0 && book.Depth(Side.Sell) > 0 && book.Price(Side.Buy, 0) == depth.Bids[0].Price && book.Price(Side.Sell, 0) == depth.Asks[0].Price;
    }
}
