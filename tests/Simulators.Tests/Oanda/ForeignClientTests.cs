using System.Text.Json;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>A client that nobody here wrote finds its way: it keeps only fields that it knows, so what is seen here it has understood.</summary>
public sealed class ForeignClientTests(ForeignClient client) : IClassFixture<ForeignClient>
{
    const string Package = ForeignClient.Package;
    const string Version = ForeignClient.Version;

    [NpmFact(Package, Version)]
    public void A_strange_token_is_not_let_in() => Assert.Equal(401, client.Status("strange token"));

    [NpmFact(Package, Version)]
    public void It_finds_the_account_with_its_money()
    {
        Assert.Equal("101-004-1435156-001", client["accounts"].GetProperty("accounts")[0].GetProperty("id").GetString());
        Assert.Equal("100000.0000", Text("summary", "account", "balance"));
        Assert.Equal("100000.0000", Text("account", "account", "NAV"));
    }

    [NpmFact(Package, Version)]
    public void It_reads_instruments_prices_and_candles()
    {
        Assert.Equal(2, client["instruments"].GetProperty("instruments").GetArrayLength());
        Assert.Equal("1.08507", client["pricing"].GetProperty("prices")[0].GetProperty("asks")[0].GetProperty("price").GetString());
        Assert.Equal(3, client["candles"].GetProperty("candles").GetArrayLength());
        Assert.True(client["candles"].GetProperty("candles")[0].GetProperty("mid").TryGetProperty("o", out _));
    }

    [NpmFact(Package, Version)]
    public void Its_market_order_opens_a_trade_with_a_take_profit_and_a_stop_loss()
    {
        Assert.Equal(201, client.Status("market"));
        Assert.Equal("100", Text("market", "orderFillTransaction", "tradeOpened", "units"));
        Assert.Equal("1.08507", Text("market", "orderFillTransaction", "tradeOpened", "price"));
        Assert.Equal("1.20000", Text("trade", "trade", "takeProfitOrder", "price"));
        Assert.Equal("1.07507", Text("trade", "trade", "stopLossOrder", "price"));
        Assert.Equal("mytrade", Text("trade", "trade", "clientExtensions", "id"));
    }

    [NpmFact(Package, Version)]
    public void Its_limit_order_waits_is_replaced_and_cancelled()
    {
        Assert.Equal("PENDING", Text("order", "order", "state"));
        Assert.Equal("CLIENT_REQUEST_REPLACED", Text("replace", "orderCancelTransaction", "reason"));
        Assert.Equal(Text("replace", "orderCreateTransaction", "id"), Text("replace", "orderCancelTransaction", "replacedByOrderID"));
        Assert.Equal("CLIENT_REQUEST", Text("cancel", "orderCancelTransaction", "reason"));
    }

    [NpmFact(Package, Version)]
    public void It_is_told_why_an_order_is_refused()
    {
        Assert.Equal((400, "CLIENT_ORDER_ID_ALREADY_EXISTS"), (client.Status("twin"), Text("twin", "orderRejectTransaction", "rejectReason")));
        Assert.Equal((400, "PRICE_PRECISION_EXCEEDED"), (client.Status("too precise"), Text("too precise", "errorCode")));
        Assert.Equal((404, "ORDER_DOESNT_EXIST"), (client.Status("cancel again"), Text("cancel again", "orderCancelRejectTransaction", "rejectReason")));
    }

    [NpmFact(Package, Version)]
    public void It_sets_and_takes_away_the_orders_of_a_trade()
    {
        Assert.Equal("1.05000", Text("new stop", "stopLossOrderTransaction", "price"));
        Assert.Equal("CLIENT_REQUEST_REPLACED", Text("new stop", "stopLossOrderCancelTransaction", "reason"));
        Assert.Equal("CLIENT_REQUEST", Text("new stop", "takeProfitOrderCancelTransaction", "reason"));
        Assert.Equal("yours", Text("rename", "tradeClientExtensionsModifyTransaction", "tradeClientExtensionsModify", "id"));
    }

    [NpmFact(Package, Version)]
    public void It_closes_a_trade_in_two_steps_at_a_loss_of_the_spread()
    {
        Assert.Equal("-40", Text("close some", "orderFillTransaction", "tradeReduced", "units"));
        Assert.Equal("60", Text("position", "position", "long", "units"));
        Assert.Equal("-60", client["close all"].GetProperty("longOrderFillTransaction").GetProperty("tradesClosed")[0].GetProperty("units").GetString());
        Assert.Equal("-0.0006", Text("close all", "longOrderFillTransaction", "pl"));
        Assert.Equal(0, client["open positions"].GetProperty("positions").GetArrayLength());
    }

    [NpmFact(Package, Version)]
    public void It_reads_the_log_in_every_way()
    {
        var all = client["since"].GetProperty("transactions").GetArrayLength();

        Assert.Equal(3, client["range"].GetProperty("transactions").GetArrayLength());
        Assert.Equal("CREATE", Text("transaction", "transaction", "type"));
        Assert.Equal(all + 1, client["pages"].GetProperty("count").GetInt32());
        Assert.Equal(all, client["changes"].GetProperty("changes").GetProperty("transactions").GetArrayLength());
        Assert.Equal(416, client.Status("beyond the log"));
    }

    string? Text(string step, params string[] path) => path.Aggregate(client[step], (at, name) => at.GetProperty(name)).GetString();
}
