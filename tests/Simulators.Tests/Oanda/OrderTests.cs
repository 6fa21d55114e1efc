using Workbench.Simulators.Oanda;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>Orders: when they trade, when they wait, and what becomes of them.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task A_market_order_buys_at_the_ask_and_sells_at_the_bid()
    {
        await using var bench = await OandaBench.Open();

        var bought = await bench.Market(1000);
        var sold = await bench.Market(-400);

        Assert.Equal((201, "1.10010"), (bought.Status, bought["orderFillTransaction.tradeOpened.price"]));
        Assert.Equal(("1.10000", "-400", "-0.0400"), (sold["orderFillTransaction.tradeReduced.price"], sold["orderFillTransaction.tradeReduced.units"],
            sold["orderFillTransaction.pl"]));
        Assert.Equal("99999.9600", sold["orderFillTransaction.accountBalance"]);
        Assert.Equal(bought["orderFillTransaction.id"], bought["orderFillTransaction.tradeOpened.tradeID"]);
    }

    [Fact]
    public async Task The_deprecated_price_of_a_fill_can_be_left_out_and_the_parts_keep_theirs()
    {
        await using var bench = await OandaBench.Open(new OandaOptions { TellsDeprecatedPrice = false });

        var told = await bench.Market(1000);

        Assert.Null(told["orderFillTransaction.price"]);
        Assert.Equal("1.10010", told["orderFillTransaction.tradeOpened.price"]);
    }

    [Fact]
    public async Task A_market_order_walks_up_the_ladder_and_is_rounded_against_the_trader()
    {
        await using var bench = await OandaBench.Open(new OandaOptions { LeastDepth = 0 });
        bench.Venue.Quote("EUR_USD", 1.10000m, 1.10010m, size: 600);

        // 600 at 1.10010 and 400 at 1.10011 are 1.100104 on average.
        Assert.Equal("1.10011", (await bench.Market(1000))["orderFillTransaction.fullVWAP"]);
    }

    [Fact]
    public async Task What_the_ladder_does_not_hold_is_cancelled_in_the_answer_or_bought_in_part()
    {
        await using var bench = await OandaBench.Open(new OandaOptions { LeastDepth = 0 });
        bench.Venue.Quote("EUR_USD", 1.10000m, 1.10010m, size: 100);

        var all = await bench.Market(1000);
        var some = await bench.Order(new { type = "MARKET", timeInForce = "IOC" });

        Assert.Equal((201, "INSUFFICIENT_LIQUIDITY"), (all.Status, all["orderCancelTransaction.reason"]));
        Assert.Equal(("500", "1000"), (some["orderFillTransaction.units"], some["orderFillTransaction.requestedUnits"]));
        Assert.Equal("FILLED", (await bench.Get($"/orders/{some["orderCreateTransaction.id"]}"))["order.state"]);
    }

    [Fact]
    public async Task A_limit_waits_until_the_ask_is_there_and_then_trades_at_the_market()
    {
        await using var bench = await OandaBench.Open();
        var placed = await bench.Order(new { type = "LIMIT", price = "1.09" });

        Assert.Equal("1.09000", placed["orderCreateTransaction.price"]);
        Assert.False(placed.Has("orderFillTransaction"));

        bench.Venue.Quote("EUR_USD", 1.08980m, 1.08990m);
        var order = await bench.Get($"/orders/{placed["orderCreateTransaction.id"]}");
        var fill = await bench.Get($"/transactions/{order["order.fillingTransactionID"]}");

        Assert.Equal(("FILLED", "LIMIT_ORDER", "1.08990"), (order["order.state"], fill["transaction.reason"], fill["transaction.tradeOpened.price"]));
        Assert.Equal(order["order.tradeOpenedID"], fill["transaction.tradeOpened.tradeID"]);
    }

    [Theory]
    [InlineData("IOC")]
    [InlineData("FOK")]
    public async Task A_limit_that_may_not_wait_is_accepted_and_cancelled_at_once(string timeInForce)
    {
        await using var bench = await OandaBench.Open();

        var told = await bench.Order(new { type = "LIMIT", price = "1.09", timeInForce });

        Assert.Equal((201, "TIME_IN_FORCE_EXPIRED"), (told.Status, told["orderCancelTransaction.reason"]));
        Assert.Equal(told["orderCreateTransaction.id"], told["orderCancelTransaction.orderID"]);
        Assert.Equal(2, told.Count("relatedTransactionIDs"));
    }

    [Theory]
    [InlineData("STOP", "1000", "1.11000", 1.10990, 1.11000)]
    [InlineData("STOP", "-1000", "1.09000", 1.09000, 1.09010)]
    [InlineData("MARKET_IF_TOUCHED", "1000", "1.11000", 1.10990, 1.11000)]
    [InlineData("MARKET_IF_TOUCHED", "1000", "1.09000", 1.08990, 1.09000)]
    public async Task A_stop_and_a_touched_order_are_set_off_by_their_side_of_the_market(
        string type, string units, string price, decimal bid, decimal ask)
    {
        await using var bench = await OandaBench.Open();
        var placed = await bench.Order(new { type, units, price });

        bench.Venue.Quote("EUR_USD", bid, ask);

        Assert.Equal("FILLED", (await bench.Get($"/orders/{placed["orderCreateTransaction.id"]}"))["order.state"]);
    }

    [Theory]
    [InlineData("DEFAULT", false)]
    [InlineData("ASK", false)]
    [InlineData("MID", false)]
    [InlineData("BID", true)]
    [InlineData("INVERSE", true)]
    public async Task The_trigger_condition_names_the_price_that_sets_off_and_not_the_one_that_is_paid(string triggerCondition, bool waits)
    {
        await using var bench = await OandaBench.Open();
        var placed = await bench.Order(new { type = "STOP", price = "1.11000", triggerCondition });

        bench.Venue.Quote("EUR_USD", 1.10996m, 1.11006m);

        var order = await bench.Get($"/orders/{placed["orderCreateTransaction.id"]}");
        Assert.Equal(waits ? "PENDING" : "FILLED", order["order.state"]);
        Assert.True(waits || (await bench.Get($"/trades/{order["order.tradeOpenedID"]}"))["trade.price"] == "1.11006");
    }

    [Fact]
    public async Task A_limit_is_not_filled_beyond_its_price_whatever_has_set_it_off()
    {
        await using var bench = await OandaBench.Open();

        var told = await bench.Order(new { type = "LIMIT", price = "1.10005", triggerCondition = "BID" });

        Assert.False(told.Has("orderFillTransaction"));
        Assert.Equal("PENDING", (await bench.Get($"/orders/{told["orderCreateTransaction.id"]}"))["order.state"]);
    }

    [Fact]
    public async Task A_gap_beyond_the_price_bound_cancels_a_stop()
    {
        await using var bench = await OandaBench.Open();
        var placed = await bench.Order(new { type = "STOP", price = "1.11000", priceBound = "1.11005" });

        bench.Venue.Quote("EUR_USD", 1.11010m, 1.11020m);

        var order = await bench.Get($"/orders/{placed["orderCreateTransaction.id"]}");
        var end = await bench.Get($"/transactions/{order["order.cancellingTransactionID"]}");
        Assert.Equal(("CANCELLED", "BOUNDS_VIOLATION"), (order["order.state"], end["transaction.reason"]));
    }

    [Fact]
    public async Task A_halted_instrument_cancels_market_orders_and_lets_the_others_wait()
    {
        await using var bench = await OandaBench.Open();
        bench.Venue.Account.Halt("EUR_USD");

        var now = await bench.Market(1000);
        var later = await bench.Order(new { type = "LIMIT", price = "1.20" });

        Assert.Equal("MARKET_HALTED", now["orderCancelTransaction.reason"]);
        Assert.False(later.Has("orderCancelTransaction"));

        bench.Venue.Account.Halt("EUR_USD", isHalted: false);
        Assert.Equal("FILLED", (await bench.Get($"/orders/{later["orderCreateTransaction.id"]}"))["order.state"]);
    }

    [Fact]
    public async Task A_replacement_is_a_new_order_that_knows_the_old_one()
    {
        await using var bench = await OandaBench.Open();
        var old = await bench.Order(new { type = "LIMIT", price = "1.05", clientExtensions = new { id = "mine" } });

        var told = await bench.Put("/orders/@mine", new
        {
            order = new { type = "LIMIT", instrument = "EUR_USD", units = "500", price = "1.06", clientExtensions = new { id = "mine" } },
        });

        Assert.Equal((201, "CLIENT_REQUEST_REPLACED"), (told.Status, told["orderCancelTransaction.reason"]));
        Assert.Equal("REPLACEMENT", told["orderCreateTransaction.reason"]);
        Assert.Equal(told["orderCreateTransaction.id"], told["orderCancelTransaction.replacedByOrderID"]);
        Assert.Equal(old["orderCreateTransaction.id"], told["orderCreateTransaction.replacesOrderID"]);
        Assert.Equal(told["orderCancelTransaction.id"], told["orderCreateTransaction.cancellingTransactionID"]);
        Assert.EndsWith($"/orders/{told["orderCreateTransaction.id"]}", told.Headers["Location"]);
        Assert.Equal("500", (await bench.Get("/orders/@mine"))["order.units"]);
    }

    [Fact]
    public async Task A_replacement_keeps_the_type_and_leaves_the_order_where_it_is_refused()
    {
        await using var bench = await OandaBench.Open();
        var old = await bench.Order(new { type = "LIMIT", price = "1.05" });
        var path = $"/orders/{old["orderCreateTransaction.id"]}";

        var other = await bench.Put(path, new { order = new { type = "STOP", instrument = "EUR_USD", units = "500", price = "1.2" } });
        var none = await bench.Put("/orders/999", new { order = new { type = "LIMIT", instrument = "EUR_USD", units = "500", price = "1.06" } });

        Assert.Equal((400, "REPLACING_ORDER_INVALID"), (other.Status, other["orderRejectTransaction.rejectReason"]));
        Assert.Equal(old["orderCreateTransaction.id"], other["orderRejectTransaction.intendedReplacesOrderID"]);
        Assert.Equal((404, "ORDER_DOESNT_EXIST"), (none.Status, none["orderCancelRejectTransaction.rejectReason"]));
        Assert.Equal("PENDING", (await bench.Get(path))["order.state"]);
    }

    [Fact]
    public async Task A_filled_order_cannot_be_cancelled_and_the_refusal_is_in_the_log()
    {
        await using var bench = await OandaBench.Open();
        var filled = await bench.Market(1000);

        var told = await bench.Put($"/orders/{filled["orderCreateTransaction.id"]}/cancel");

        Assert.Equal((404, "ORDER_CANCEL_REJECT", "ORDER_DOESNT_EXIST"),
            (told.Status, told["orderCancelRejectTransaction.type"], told["errorCode"]));
        Assert.Equal("ORDER_CANCEL_REJECT", (await bench.Get($"/transactions/{told["lastTransactionID"]}"))["transaction.type"]);
    }

    [Fact]
    public async Task Good_for_a_day_ends_at_five_in_New_York_and_GTD_at_its_time()
    {
        var time = new ManualTime { Now = new DateTimeOffset(2026, 7, 1, 20, 0, 0, TimeSpan.Zero) };
        await using var bench = await OandaBench.Open(new OandaOptions { Time = time });
        await bench.Order(new { type = "LIMIT", price = "1.05", timeInForce = "GFD" });
        await bench.Order(new { type = "LIMIT", price = "1.06", timeInForce = "GTD", gtdTime = "2026-07-01T20:30:00.000000000Z" });

        time.Now = new DateTimeOffset(2026, 7, 1, 20, 31, 0, TimeSpan.Zero);
        Assert.Equal(["GFD"], (await Pending(bench)).Each("orders", "timeInForce"));

        time.Now = new DateTimeOffset(2026, 7, 1, 21, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, (await Pending(bench)).Count("orders"));
        var ends = await bench.Get("/transactions/sinceid?id=1&type=ORDER_CANCEL");
        Assert.Equal(["TIME_IN_FORCE_EXPIRED", "TIME_IN_FORCE_EXPIRED"], ends.Each("transactions", "reason"));
    }

    [Fact]
    public async Task Orders_are_listed_by_state_newest_first_and_in_pages()
    {
        await using var bench = await OandaBench.Open();
        var first = await bench.Order(new { type = "LIMIT", price = "1.01" });
        await bench.Order(new { type = "LIMIT", price = "1.02" });
        await bench.Put($"/orders/{first["orderCreateTransaction.id"]}/cancel");
        await bench.Order(new { type = "LIMIT", price = "1.03" });

        var page = await bench.Get("/orders?state=ALL&count=2");

        Assert.Equal(["1.03000", "1.02000"], page.Each("orders", "price"));
        Assert.Equal(["1.01000"], (await bench.Get("/orders?state=CANCELLED")).Each("orders", "price"));
        Assert.Equal(["1.01000"], (await bench.Get(page.Headers["Link"].Split('<', '>')[1].Split("-001")[1])).Each("orders", "price"));
        Assert.Equal(404, (await bench.Get("/orders/77")).Status);
        Assert.Equal("NO_SUCH_ORDER", (await bench.Get("/orders/@unknown"))["errorCode"]);
    }

    static Task<Told> Pending(OandaBench bench)
    {
        bench.Venue.Account.LookAtClock();
        return bench.Get("/pendingOrders");
    }
}
