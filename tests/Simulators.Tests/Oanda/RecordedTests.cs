using System.Text.Json;
using Workbench.Simulators.Oanda;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>
/// Every field of the answers that OANDA was recorded to give is in ours, in the same kind. One account is led to where the
/// recorded ones were: two short trades of an index, a short one of a currency with a stop, an order that has replaced another.
/// </summary>
public sealed class RecordedTests
{
    [SharedDataTheory]
    [InlineData("accounts", "_v3_accounts", "/v3/accounts")]
    [InlineData("accounts", "_v3_account_by_accountID", "")]
    [InlineData("accounts", "_v3_account_by_accountID_summary", "/summary")]
    [InlineData("accounts", "_v3_account_by_accountID_instruments", "/instruments?instruments=EUR_USD%2CDE30_EUR")]
    [InlineData("positions", "_v3_accounts_accountID_positions", "/positions")]
    [InlineData("positions", "_v3_accounts_accountID_positiondetails", "/positions/EUR_USD")]
    [InlineData("trades", "_v3_accounts_accountID_trades", "/trades")]
    [InlineData("trades", "_v3_accounts_accountID_opentrades", "/openTrades")]
    [InlineData("orders", "_v3_accounts_accountID_orders_pending", "/pendingOrders")]
    [InlineData("transactions", "_v3_accounts_accountID_transactions", "/transactions")]
    [InlineData("transactions", "_v3_accounts_transaction_details", "/transactions/6")]
    [InlineData("transactions", "_v3_accounts_transaction_idrange", "/transactions/idrange?from=1&to=12")]
    [InlineData("instruments", "_v3_instruments_instrument_candles", "/v3/instruments/DE30_EUR/candles?granularity=M5&count=5")]
    public async Task What_is_read_has_all_recorded_fields(string file, string key, string path)
    {
        await using var bench = await Lead();

        var told = await bench.Get(path);

        Assert.Equal(200, told.Status);
        Assert.Empty(Recorded.Missing(Recorded.Answer(file, key), told.Body));
    }

    [SharedDataFact]
    public async Task The_recorded_order_is_created_as_it_was_then()
    {
        await using var bench = await OandaBench.Open();
        var then = Recorded.Answer("orders", "_v3_accounts_accountID_orders_create");

        var told = await bench.Post("/orders", Recorded.Body("orders", "_v3_accounts_accountID_orders_create"));

        Assert.Equal(201, told.Status);
        Assert.Empty(Recorded.Missing(then, told.Body));
        foreach (var field in "type instrument units price timeInForce reason positionFill stopLossOnFill.price stopLossOnFill.timeInForce".Split(' '))
        {
            Assert.Equal(Told.At(then, $"orderCreateTransaction.{field}")!.Value.GetString(), told[$"orderCreateTransaction.{field}"]);
        }
    }

    [SharedDataFact]
    public async Task A_cancel_a_renamed_trade_and_a_closed_position_are_told_as_they_were_then()
    {
        await using var bench = await Lead();
        var trade = (await bench.Get("/trades?instrument=EUR_USD"))["trades.0.id"];

        var renamed = await bench.Put($"/trades/{trade}/clientExtensions", Recorded.Body("trades", "_v3_account_accountID_trades_cltext"));
        var cancelled = await bench.Put("/orders/@myID/cancel");

        Assert.Empty(Recorded.Missing(Recorded.Answer("trades", "_v3_account_accountID_trades_cltext"), renamed.Body));
        Assert.Empty(Recorded.Missing(Recorded.Answer("orders", "_v3_accounts_accountID_order_cancel"), cancelled.Body));

        await bench.Put("/positions/EUR_USD/close", new { shortUnits = "ALL" });
        await bench.Market(1);
        await bench.Market(250);
        var closed = await bench.Put("/positions/EUR_USD/close", Recorded.Body("positions", "_v3_accounts_accountID_position_close"));
        Assert.Empty(Recorded.Missing(Recorded.Answer("positions", "_v3_accounts_accountID_position_close"), closed.Body));
        Assert.Equal(["-1", "-250"], closed.Each("longOrderFillTransaction.tradesClosed", "units"));
    }

    [SharedDataFact]
    public async Task The_orders_of_a_trade_are_set_in_the_recorded_sequence()
    {
        await using var bench = await Lead();
        bench.Venue.Quote("EUR_USD", 1.09840m, 1.09850m);
        var trade = (await bench.Get("/trades?instrument=EUR_USD"))["trades.0.id"];
        var before = bench.Venue.Account.LastTransactionID;

        var told = await bench.Put($"/trades/{trade}/orders", Recorded.Body("trades", "_v3_account_accountID_trades_crcdo"));

        Assert.Empty(Recorded.Missing(Recorded.Answer("trades", "_v3_account_accountID_trades_crcdo"), told.Body));
        Assert.Equal(($"{before + 1}", $"{before + 2}", $"{before + 3}"),
            (told["takeProfitOrderTransaction.id"], told["stopLossOrderCancelTransaction.id"], told["stopLossOrderTransaction.id"]));
        Assert.Equal(told["stopLossOrderCancelTransaction.id"], told["stopLossOrderTransaction.cancellingTransactionID"]);
    }

    [SharedDataFact]
    public async Task Lines_of_the_price_stream_have_all_recorded_fields()
    {
        await using var bench = await OandaBench.Open(new OandaOptions { Heartbeat = TimeSpan.FromMilliseconds(50) });
        using var stream = await bench.Listen("/pricing/stream?instruments=EUR_USD");
        var ours = new[] { await OandaBench.Next(stream), await OandaBench.Next(stream, "HEARTBEAT") };

        foreach (var line in Recorded.Answer("pricing", "_v3_accounts_accountID_pricing_stream").EnumerateArray())
        {
            Assert.Empty(Recorded.Missing(line, ours.Single(each => each.GetProperty("type").GetString() == line.GetProperty("type").GetString())));
        }
    }

    static async Task<OandaBench> Lead()
    {
        var bench = await OandaBench.Open();
        await bench.Order(new { type = "MARKET", instrument = "DE30_EUR", units = "-10" });
        await bench.Order(new { type = "MARKET", instrument = "DE30_EUR", units = "-10" });
        await bench.Post("/orders", Recorded.Body("orders", "_v3_accounts_accountID_orders_create"));
        await bench.Put("/orders/6/clientExtensions", new { clientExtensions = new { id = "myID", comment = "myComment" } });
        await bench.Put("/orders/@myID", new
        {
            order = new
            {
                type = "LIMIT", instrument = "EUR_USD", units = "-100", price = "1.3", clientExtensions = new { id = "myID", comment = "myComment" },
                stopLossOnFill = new { price = "1.4" },
            },
        });
        await bench.Order(new { type = "MARKET", units = "-100", stopLossOnFill = new { price = "1.2" } });
        return bench;
    }
}
