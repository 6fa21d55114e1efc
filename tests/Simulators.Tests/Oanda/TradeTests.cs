using Workbench.Simulators.Oanda;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>Trades and positions: what fills do to them.</summary>
public sealed class TradeTests
{
    [Fact]
    public async Task One_fill_closes_two_trades_and_opens_a_third()
    {
        await using var bench = await OandaBench.Open();
        var first = (await bench.Market(100))["orderFillTransaction.id"];
        var second = (await bench.Market(50))["orderFillTransaction.id"];
        bench.Venue.Quote("EUR_USD", 1.10110m, 1.10120m);

        var told = await bench.Market(-200);

        Assert.Equal([first, second], told.Each("orderFillTransaction.tradesClosed", "tradeID"));
        Assert.Equal(["-100", "-50"], told.Each("orderFillTransaction.tradesClosed", "units"));
        Assert.Equal(["0.1000", "0.0500"], told.Each("orderFillTransaction.tradesClosed", "realizedPL"));
        Assert.Equal(("-50", "1.10110"), (told["orderFillTransaction.tradeOpened.units"], told["orderFillTransaction.tradeOpened.price"]));
        Assert.Equal("0.1500", told["orderFillTransaction.pl"]);
        Assert.Equal([told["orderFillTransaction.id"]], (await bench.Get("/openTrades")).Each("trades", "id"));
        Assert.Equal("-50", (await bench.Get("/positions/EUR_USD"))["position.short.units"]);
    }

    [Fact]
    public async Task A_fill_that_takes_a_part_reduces_the_oldest_trade()
    {
        await using var bench = await OandaBench.Open();
        var first = (await bench.Market(100))["orderFillTransaction.id"];
        await bench.Market(50);

        var told = await bench.Market(-30);
        var trade = await bench.Get($"/trades/{first}");

        Assert.Equal((first, "-30"), (told["orderFillTransaction.tradeReduced.tradeID"], told["orderFillTransaction.tradeReduced.units"]));
        Assert.False(told.Has("orderFillTransaction.tradesClosed"));
        Assert.Equal(("OPEN", "70", "100"), (trade["trade.state"], trade["trade.currentUnits"], trade["trade.initialUnits"]));
    }

    [Fact]
    public async Task Reduce_only_takes_no_more_than_there_is_and_opens_nothing()
    {
        await using var bench = await OandaBench.Open();
        await bench.Market(100);

        var more = await bench.Order(new { type = "MARKET", units = "-300", positionFill = "REDUCE_ONLY" });
        var none = await bench.Order(new { type = "MARKET", units = "-300", positionFill = "REDUCE_ONLY" });

        Assert.Equal(("-100", "-300"), (more["orderFillTransaction.units"], more["orderFillTransaction.requestedUnits"]));
        Assert.False(more.Has("orderFillTransaction.tradeOpened"));
        Assert.Equal(201, none.Status);
        Assert.True(none.Has("orderCancelTransaction"));
    }

    [Fact]
    public async Task A_hedging_account_keeps_both_sides_and_margin_for_the_larger()
    {
        await using var bench = await OandaBench.Open(new OandaOptions { HedgingEnabled = true });
        await bench.Market(100);
        await bench.Market(-300);

        var position = await bench.Get("/positions/EUR_USD");
        var closed = await bench.Put("/positions/EUR_USD/close", new { longUnits = "ALL", shortUnits = "100" });

        Assert.Equal(("100", "-300"), (position["position.long.units"], position["position.short.units"]));
        Assert.Equal(("-100", "100"), (closed["longOrderFillTransaction.units"], closed["shortOrderFillTransaction.units"]));
        Assert.Equal("MARKET_ORDER_POSITION_CLOSEOUT", closed["longOrderFillTransaction.reason"]);
        Assert.Equal("-200", (await bench.Get("/positions/EUR_USD"))["position.short.units"]);
    }

    [Fact]
    public async Task Orders_on_fill_come_with_the_trade_and_one_of_them_takes_the_others_along()
    {
        await using var bench = await OandaBench.Open();
        var told = await bench.Order(new
        {
            type = "MARKET", takeProfitOnFill = new { price = "1.11" }, stopLossOnFill = new { distance = "0.01", clientExtensions = new { id = "sl" } },
            tradeClientExtensions = new { id = "t1", tag = "test" },
        });
        var fill = told["orderFillTransaction.id"];
        var pending = await bench.Get("/pendingOrders");

        Assert.Equal(4, told.Count("relatedTransactionIDs"));
        Assert.Equal(["1.09010", "1.11000"], pending.Each("orders", "price"));
        Assert.All(pending.Each("orders", "tradeID"), id => Assert.Equal(fill, id));
        Assert.Equal("ON_FILL", (await bench.Get($"/transactions/{pending["orders.0.id"]}"))["transaction.reason"]);

        bench.Venue.Quote("EUR_USD", 1.11000m, 1.11010m);
        var trade = await bench.Get($"/trades/{fill}");
        var stop = await bench.Get("/orders/@sl");
        Assert.Equal(("CLOSED", "1.11000", "9.9000"), (trade["trade.state"], trade["trade.averageClosePrice"], trade["trade.realizedPL"]));
        Assert.Equal("LINKED_TRADE_CLOSED", (await bench.Get($"/transactions/{stop["order.cancellingTransactionID"]}"))["transaction.reason"]);
        Assert.Equal(0, (await bench.Get("/pendingOrders")).Count("orders"));
    }

    [Theory]
    [InlineData("takeProfitOnFill", "1.10", "TAKE_PROFIT_ON_FILL_LOSS")]
    [InlineData("takeProfitOnFill", "1.10005", "LOSING_TAKE_PROFIT")]
    [InlineData("stopLossOnFill", "1.10005", "STOP_LOSS_ON_FILL_LOSS")]
    public async Task An_order_whose_attachment_would_end_the_trade_at_once_is_cancelled(string field, string price, string reason)
    {
        await using var bench = await OandaBench.Open();

        var told = await bench.Order(new Dictionary<string, object> { ["type"] = "MARKET", [field] = new { price } });

        Assert.Equal((201, reason), (told.Status, told["orderCancelTransaction.reason"]));
    }

    [Fact]
    public async Task A_trailing_stop_follows_the_market_up_and_closes_when_it_turns()
    {
        await using var bench = await OandaBench.Open();
        var told = await bench.Order(new { type = "MARKET", trailingStopLossOnFill = new { distance = "0.005" } });
        var path = $"/trades/{told["orderFillTransaction.id"]}";
        Assert.Equal("1.09500", (await bench.Get(path))["trade.trailingStopLossOrder.trailingStopValue"]);

        bench.Venue.Quote("EUR_USD", 1.12000m, 1.12010m);
        bench.Venue.Quote("EUR_USD", 1.11600m, 1.11610m);
        Assert.Equal("1.11500", (await bench.Get(path))["trade.trailingStopLossOrder.trailingStopValue"]);

        bench.Venue.Quote("EUR_USD", 1.11400m, 1.11410m);
        Assert.Equal(("CLOSED", "1.11400"), ((await bench.Get(path))["trade.state"], (await bench.Get(path))["trade.averageClosePrice"]));
    }

    [Fact]
    public async Task A_trade_is_closed_by_its_client_id_in_parts_and_then_is_no_more()
    {
        await using var bench = await OandaBench.Open();
        await bench.Order(new { type = "MARKET", tradeClientExtensions = new { id = "t1" } });

        var some = await bench.Put("/trades/@t1/close", new { units = "400" });
        var tooMuch = await bench.Put("/trades/@t1/close", new { units = "601" });
        var rest = await bench.Put("/trades/@t1/close", new { units = "ALL" });
        var none = await bench.Put("/trades/@t1/close", new { units = "ALL" });

        Assert.Equal(("TRADE_CLOSE", "400"), (some["orderCreateTransaction.reason"], some["orderCreateTransaction.tradeClose.units"]));
        Assert.Equal("MARKET_ORDER_TRADE_CLOSE", some["orderFillTransaction.reason"]);
        Assert.Equal((400, "CLOSE_TRADE_UNITS_EXCEED_TRADE_SIZE"), (tooMuch.Status, tooMuch["errorCode"]));
        Assert.Equal("-600", rest["orderFillTransaction.tradesClosed.0.units"]);
        Assert.Equal((404, "TRADE_DOESNT_EXIST"), (none.Status, none["orderRejectTransaction.rejectReason"]));
    }

    [Fact]
    public async Task A_position_that_is_not_there_cannot_be_closed()
    {
        await using var bench = await OandaBench.Open();

        var told = await bench.Put("/positions/EUR_USD/close", new { longUnits = "ALL" });

        Assert.Equal((404, "CLOSEOUT_POSITION_DOESNT_EXIST"), (told.Status, told["longOrderRejectTransaction.rejectReason"]));
    }

    [Fact]
    public async Task Under_the_FIFO_rule_the_younger_of_two_equal_trades_cannot_be_closed()
    {
        await using var bench = await OandaBench.Open(new OandaOptions { Fifo = true });
        var first = (await bench.Market(100))["orderFillTransaction.id"];
        var second = (await bench.Market(100))["orderFillTransaction.id"];
        var third = (await bench.Market(70))["orderFillTransaction.id"];

        Assert.Equal("FIFO_VIOLATION", (await bench.Put($"/trades/{second}/close"))["orderCancelTransaction.reason"]);
        Assert.True((await bench.Put($"/trades/{third}/close")).Has("orderFillTransaction"));
        Assert.True((await bench.Put($"/trades/{first}/close")).Has("orderFillTransaction"));
        Assert.True((await bench.Put($"/trades/{second}/close")).Has("orderFillTransaction"));
    }

    [Fact]
    public async Task Stops_of_a_trade_are_set_replaced_and_taken_away_in_one_call()
    {
        await using var bench = await OandaBench.Open();
        var trade = (await bench.Market(1000))["orderFillTransaction.id"];
        await bench.Put($"/trades/{trade}/orders", new { stopLoss = new { price = "1.05" } });

        var told = await bench.Put($"/trades/{trade}/orders", new { takeProfit = new { price = "1.2" }, stopLoss = new { price = "1.06" } });
        var gone = await bench.Put($"/trades/{trade}/orders", new { takeProfit = (object?)null });
        var bad = await bench.Put($"/trades/{trade}/orders", new { stopLoss = new { price = "1.0500001" } });

        Assert.Equal(("1.20000", "1.06000", "REPLACEMENT"),
            (told["takeProfitOrderTransaction.price"], told["stopLossOrderTransaction.price"], told["stopLossOrderTransaction.reason"]));
        Assert.Equal("CLIENT_REQUEST", gone["takeProfitOrderCancelTransaction.reason"]);
        Assert.Equal((400, "PRICE_PRECISION_EXCEEDED"), (bad.Status, bad["stopLossOrderRejectTransaction.rejectReason"]));
        Assert.Equal("1.06000", (await bench.Get($"/trades/{trade}"))["trade.stopLossOrder.price"]);
    }

    [Fact]
    public async Task A_stop_that_is_beyond_the_market_closes_the_trade_at_once()
    {
        await using var bench = await OandaBench.Open();
        var trade = (await bench.Market(1000))["orderFillTransaction.id"];

        var told = await bench.Put($"/trades/{trade}/orders", new { stopLoss = new { price = "1.15" } });

        Assert.Equal("STOP_LOSS_ORDER", told["stopLossOrderFillTransaction.reason"]);
        Assert.Equal("1.10000", told["stopLossOrderFillTransaction.tradesClosed.0.price"]);
    }
}
