namespace Workbench.Core.Tests.Risk;

/// <summary>The order that goes out past a session can close and can do nothing else.</summary>
public sealed class DirectCloseTests
{
    static readonly Instrument Bitcoin = new()
    {
        Symbol = "BTCUSDT", BaseCurrency = "BTC", QuoteCurrency = "USDT", PriceScale = 2, SizeScale = 5, TickSize = 0.01m, LotStep = 0.001m, MinQty = 0.002m, MaxQty = 10m,
    };

    static readonly VenueCapabilities Futures = new() { Venue = "futures", OrderTypes = [OrderType.Market], TimesInForce = [], ReduceOnly = true };
    static readonly VenueCapabilities Spot = new() { Venue = "spot", OrderTypes = [OrderType.Market], TimesInForce = [], IsSpot = true, Short = false };

    [Theory]
    [InlineData("0.5", Side.Sell, "0.5")]
    [InlineData("-0.5", Side.Buy, "0.5")]
    [InlineData("0.0025", Side.Sell, "0.002")]
    [InlineData("-25", Side.Buy, "10")]
    public void It_is_a_reduce_only_market_order_the_other_way_in_whole_lots_and_never_more_than_is_held(string held, Side side, string qty)
    {
        var order = DirectClose.Of(Bitcoin, Number(held), Futures, "wb1")!.Value;
        Assert.Equal((side, Number(qty), OrderType.Market, true), (order.Side, order.OrderQty, order.Type, order.ReduceOnly));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0019")]
    [InlineData("-0.0019")]
    public void Less_than_the_smallest_order_stays(string held) => Assert.Null(DirectClose.Of(Bitcoin, Number(held), Futures, "wb1"));

    [Fact]
    public void At_a_spot_venue_it_sells_what_is_there()
    {
        var order = DirectClose.Of(Bitcoin, 0.5m, Spot, "wb1")!.Value;
        Assert.Equal((Side.Sell, 0.5m, false), (order.Side, order.OrderQty, order.ReduceOnly));
    }

    [Fact]
    public void Where_it_could_open_a_position_it_is_not_made()
    {
        Assert.Throws<InvalidOperationException>(() => DirectClose.Of(Bitcoin, -0.5m, Spot, "wb1"));
        Assert.Throws<InvalidOperationException>(() => DirectClose.Of(Bitcoin, 0.5m, Futures with { ReduceOnly = false }, "wb1"));
    }

    static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
