using System.Text.Json;
using Workbench.Brokers.Oanda;

namespace Workbench.Brokers.Tests.Oanda;

/// <summary>Answers as the venue gave them in 2016, read as ours are.</summary>
public sealed class OandaRecordedTests
{
    const string Folder = "brokers/oanda/";

    [SharedDataFact]
    public void Every_recorded_transaction_is_read_and_told_without_a_complaint()
    {
        var reports = new OandaReports(new OandaSymbols(), "EUR");
        var transactions = Files.SelectMany(Transactions).ToList();

        Assert.True(transactions.Count >= 10);
        Assert.All(transactions, each => Assert.True(OandaLedger.NumberOf(each.Id) > 0));
        Assert.All(transactions, each => Assert.All(reports.Of([each]), report => Assert.True(report.TransactTime > 0)));
    }

    [SharedDataFact]
    public void The_recorded_answer_to_a_new_order_is_a_working_order()
    {
        var answer = Response("orders.json", "_v3_accounts_accountID_orders_create").Deserialize(OandaWire.Default.OandaAnswer)!;

        var report = Assert.Single(new OandaReports(new OandaSymbols(), "EUR").Of([answer.OrderCreateTransaction!]));

        Assert.Equal((ExecType.New, "2304", "EURUSD", Side.Sell), (report.ExecType, report.VenueOrderId, report.Symbol, report.Side));
        Assert.Equal("2016-10-24T21:48:18.593753865Z", UtcNanos.ToIso(report.TransactTime));
    }

    [SharedDataFact]
    public void The_recorded_cancellation_names_our_order()
    {
        var answer = Response("orders.json", "_v3_accounts_accountID_order_cancel").Deserialize(OandaWire.Default.OandaAnswer)!;

        var report = Assert.Single(new OandaReports(new OandaSymbols(), "EUR").Of([answer.OrderCancelTransaction!]));

        Assert.Equal(("myID", ExecType.Canceled, "2307", "CLIENT_REQUEST", RejectReason.None),
            (report.ClOrdId, report.ExecType, report.VenueOrderId, report.Text, report.RejectReason));
    }

    [SharedDataFact]
    public void The_recorded_working_order_is_read_with_its_terms()
    {
        var wire = Response("orders.json", "_v3_accounts_accountID_orders_pending").Deserialize(OandaWire.Default.OandaOrdersAnswer)!;

        var order = OandaMap.Listed(Assert.Single(wire.Orders), [], new OandaSymbols())!;

        Assert.Equal(("myID", "2304", "EURUSD", OrdStatus.New), (order.ClOrdId, order.VenueOrderId, order.Symbol, order.Status));
        Assert.Equal((Side.Sell, OrderType.Limit, TimeInForce.Gtc), (order.Side, order.Type, order.TimeInForce));
        Assert.Equal(new OrderTerms(100m, 1.2m, 0m), order.Terms);
    }

    [SharedDataFact]
    public void The_recorded_account_is_read_with_what_it_holds()
    {
        var account = Response("accounts.json", "_v3_account_by_accountID").Deserialize(OandaWire.Default.OandaAccountAnswer)!;
        var position = account.Account.Positions!.Select(each => OandaMap.Position(each, new OandaSymbols())).Single(each => each.Symbol == "DE30EUR");

        Assert.Equal(("EUR", 48695.6580m, "833"), (account.Account.Currency, account.Account.Balance, account.LastTransactionId));
        Assert.Equal((-20m, 9984.7m), (position.Qty, position.AvgPx));
    }

    [SharedDataFact]
    public void Recorded_instruments_have_the_grid_that_the_venue_states()
    {
        var wire = Response("accounts.json", "_v3_account_by_accountID_instruments").Deserialize(OandaWire.Default.OandaInstrumentsAnswer)!;
        var made = wire.Instruments.ToDictionary(each => each.Name, each => OandaMap.Instrument(each, OandaSymbols.Plain(each.Name)));
        var euro = made["EUR_USD"];
        var index = made["EU50_EUR"];

        Assert.Equal((0.00001m, 0.0001m, 1m, 1m, 100_000_000m), (euro.TickSize, euro.PipSize, euro.LotStep, euro.MinQty, euro.MaxQty));
        Assert.Equal((AssetClass.Forex, "EUR", "USD", 5, 0), (euro.AssetClass, euro.BaseCurrency, euro.QuoteCurrency, euro.PriceScale, euro.SizeScale));
        Assert.Equal((AssetClass.Cfd, "EU50", 0.1m, 1m, 3000m), (index.AssetClass, index.BaseCurrency, index.TickSize, index.PipSize, index.MaxQty));
        Assert.All(made, each => Assert.Equal(each.Key, OandaSymbols.NameOf(each.Value)));
    }

    [SharedDataFact]
    public void Recorded_prices_are_ticks_and_heartbeats_are_none()
    {
        var yen = new Instrument { Symbol = "EURJPY", BaseCurrency = "EUR", QuoteCurrency = "JPY", PriceScale = 3 };
        var lines = Response("pricing.json", "_v3_accounts_accountID_pricing_stream").EnumerateArray().Select(line => line.Deserialize(OandaWire.Default.OandaPrice)!).ToList();
        var tick = OandaMap.Tick(lines[0], yen)!.Value;

        Assert.Equal("HEARTBEAT", lines[1].Type);
        Assert.Equal((114.295m, 114.312m, 1_000_000m, 1_000_000m), (tick.Bid, tick.Ask, tick.BidSize, tick.AskSize));
        Assert.Equal(UtcNanos.Second * 1477557523 + 94548890, tick.TimeNanos);
    }

    [SharedDataFact]
    public void Recorded_trades_tell_what_an_order_fastened_to_them_trades()
    {
        var trades = Response("trades.json", "_v3_accounts_accountID_trades").Deserialize(OandaWire.Default.OandaTradesAnswer)!.Trades;
        var stop = new OandaOrder { Id = "2400", State = "PENDING", Type = "STOP_LOSS", TradeId = "2313", Price = 1.05m };

        var order = OandaMap.Listed(stop, trades, new OandaSymbols())!;

        Assert.Equal(("", "EURUSD", Side.Sell, OrderType.Stop), (order.ClOrdId, order.Symbol, order.Side, order.Type));
        Assert.Equal(new OrderTerms(100m, 0m, 1.05m), order.Terms);
    }

    static IEnumerable<string> Files => ["orders.json", "trades.json", "transactions.json"];

    static JsonElement Response(string file, string name) => Root(file).GetProperty(name).GetProperty("response");

    static JsonElement Root(string file) => JsonDocument.Parse(File.ReadAllText(SharedData.Path(Folder + file))).RootElement;

    static IEnumerable<OandaTransaction> Transactions(string file) => Within(Root(file)).Select(each => each.Deserialize(OandaWire.Default.OandaTransaction)!);

    // Whatever has a batch is an entry of the ledger, wherever in an answer it stands.
    static IEnumerable<JsonElement> Within(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object when at.TryGetProperty("batchID", out _) => [at],
        JsonValueKind.Object => at.EnumerateObject().SelectMany(each => Within(each.Value)),
        JsonValueKind.Array => at.EnumerateArray().SelectMany(Within),
        _ => [],
    };
}
