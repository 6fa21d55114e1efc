using System.Text.Json;
using Workbench.Brokers.Oanda;

namespace Workbench.Brokers.Tests.Oanda;

public sealed class OandaReportsTests
{
    static readonly OandaReports Reports = new(new OandaSymbols(), "EUR");

    [Fact]
    public void One_fill_that_closes_two_trades_and_opens_a_third_is_three_fills_at_their_own_prices()
    {
        var reports = Told("""
            {"type":"ORDER_FILL","id":"6","time":"2016-10-24T21:48:18Z","orderID":"5","clientOrderID":"ours1","instrument":"EUR_USD","units":"-350","price":"9",
             "reason":"MARKET_ORDER","commission":"1.5","guaranteedExecutionFee":"0.5","financing":"-0.25",
             "tradesClosed":[{"tradeID":"1","units":"-100","price":"1.10"},{"tradeID":"2","units":"-50","price":"1.11"}],
             "tradeOpened":{"tradeID":"6","units":"-200","price":"1.12"}}
            """);

        Assert.Equal([("6.1", 100m, 1.10m), ("6.2", 50m, 1.11m), ("6.3", 200m, 1.12m)], reports.Select(each => (each.TradeId, each.LastQty, each.LastPx)));
        Assert.All(reports, each => Assert.Equal(("ours1", "5", "EURUSD", Side.Sell, ExecType.Trade), (each.ClOrdId, each.VenueOrderId, each.Symbol, each.Side, each.ExecType)));
        Assert.Equal([2.0m, 0m, 0m], reports.Select(each => each.Commission));
        Assert.All(reports, each => Assert.Equal("EUR", each.CommissionCurrency));
    }

    [Fact]
    public void A_fill_of_one_part_has_the_id_of_its_transaction_and_the_parts_price()
    {
        var report = Assert.Single(Told("""
            {"type":"ORDER_FILL","id":"6","time":"2016-10-24T21:48:18Z","orderID":"5","instrument":"EUR_USD","units":"100","price":"9","tradeReduced":{"tradeID":"1","units":"100","price":"1.10"}}
            """));

        Assert.Equal(("6", 1.10m, Side.Buy, ""), (report.TradeId, report.LastPx, report.Side, report.ClOrdId));
    }

    [Fact]
    public void An_old_fill_without_parts_has_the_price_of_the_whole()
    {
        var report = Assert.Single(Told("""{"type":"ORDER_FILL","id":"6","time":"2016-10-24T21:48:18Z","orderID":"5","instrument":"EUR_USD","units":"100","price":"1.3"}"""));

        Assert.Equal((100m, 1.3m), (report.LastQty, report.LastPx));
    }

    [Theory]
    [InlineData("""{"type":"ORDER_FILL","id":"6","time":"2016-10-24T21:48:18Z","units":"100","tradeOpened":{"units":"101","price":"1"}}""")]
    [InlineData("""{"type":"ORDER_FILL","id":"6","time":"2016-10-24T21:48:18Z","units":"100","tradeOpened":{"units":"100"}}""")]
    [InlineData("""{"type":"ORDER_FILL","id":"6","time":"2016-10-24T21:48:18Z","price":"1"}""")]
    public void A_fill_that_contradicts_itself_is_not_booked(string line) => Assert.Throws<FormatException>(() => Told(line));

    [Fact]
    public void However_a_fill_is_cut_its_parts_are_the_whole_and_their_ids_differ()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var run = 0; run < 500; run++)
        {
            var closed = Enumerable.Range(0, random.Next(4)).Select(_ => Part(random)).ToList();
            var fill = new OandaTransaction
            {
                Type = "ORDER_FILL",
                Id = "77",
                Time = "2016-10-24T21:48:18Z",
                Instrument = "EUR_USD",
                TradesClosed = closed,
                TradeReduced = random.Next(2) == 0 ? Part(random) : null,
                TradeOpened = random.Next(2) == 0 ? Part(random) : null,
                Commission = random.Next(100),
                Price = 1m,
            };
            var rest = random.Next(3) == 0 ? random.Next(1, 9) : 0;
            var units = closed.Sum(each => each.Units) + (fill.TradeReduced?.Units ?? 0) + (fill.TradeOpened?.Units ?? 0) + rest;
            var parts = OandaReports.Parts(fill with { Units = -units }, "EUR");

            Assert.True(parts.Sum(each => each.Qty) == units, $"seed {seed}, run {run}");
            Assert.True(parts.Select(each => each.TradeId).Distinct().Count() == parts.Count, $"seed {seed}, run {run}");
            Assert.True(units == 0 || parts.Sum(each => each.Commission) == fill.Commission, $"seed {seed}, run {run}");
            Assert.Equal(parts, OandaReports.Parts(fill with { Units = -units }, "EUR"));
        }
    }

    [Fact]
    public void An_order_that_is_amended_goes_on_under_another_id_with_its_new_terms()
    {
        var report = Assert.Single(Told(
            """{"type":"ORDER_CANCEL","id":"7","time":"2016-10-24T21:48:18Z","orderID":"5","clientOrderID":"ours1","reason":"CLIENT_REQUEST_REPLACED","replacedByOrderID":"8"}""",
            """
            {"type":"LIMIT_ORDER","id":"8","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"60","price":"1.25","reason":"REPLACEMENT",
             "replacesOrderID":"5","cancellingTransactionID":"7","clientExtensions":{"id":"ours1","tag":"filled 40"}}
            """));

        Assert.Equal(("ours1", ExecType.Replaced, "8"), (report.ClOrdId, report.ExecType, report.VenueOrderId));
        Assert.Equal(new OrderTerms(100m, 1.25m, 0m), report.Terms);
    }

    [Fact]
    public void A_rest_that_is_issued_anew_is_the_same_order_to_us() => Assert.Empty(Told(
        """{"type":"LIMIT_ORDER","id":"8","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"60","price":"1.25","reason":"REPLACEMENT","replacesOrderID":"5"}"""));

    [Theory]
    [InlineData("CLIENT_REQUEST", ExecType.Canceled, RejectReason.None)]
    [InlineData("TIME_IN_FORCE_EXPIRED", ExecType.Expired, RejectReason.None)]
    [InlineData("MARKET_HALTED", ExecType.Canceled, RejectReason.TooLate)]
    [InlineData("INSUFFICIENT_MARGIN", ExecType.Canceled, RejectReason.InsufficientMargin)]
    [InlineData("BOUNDS_VIOLATION", ExecType.Canceled, RejectReason.VenueRule)]
    [InlineData("INSUFFICIENT_LIQUIDITY", ExecType.Canceled, RejectReason.VenueRule)]
    public void A_working_order_ends_as_the_venue_says(string reason, ExecType end, RejectReason why)
    {
        var report = Assert.Single(Told($$"""{"type":"ORDER_CANCEL","id":"7","time":"2016-10-24T21:48:18Z","orderID":"5","clientOrderID":"ours1","reason":"{{reason}}"}"""));

        Assert.Equal((end, why, reason, "5"), (report.ExecType, report.RejectReason, report.Text, report.VenueOrderId));
    }

    [Fact]
    public void An_order_that_lacks_the_margin_when_it_comes_is_refused_and_never_was_new()
    {
        var report = Assert.Single(Told(
            """{"type":"MARKET_ORDER","id":"5","batchID":"5","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"100","clientExtensions":{"id":"ours1"}}""",
            """{"type":"ORDER_CANCEL","id":"6","batchID":"5","time":"2016-10-24T21:48:18Z","orderID":"5","clientOrderID":"ours1","reason":"INSUFFICIENT_MARGIN"}"""));

        Assert.Equal((ExecType.Rejected, RejectReason.InsufficientMargin), (report.ExecType, report.RejectReason));
    }

    [Fact]
    public void An_order_that_finds_no_one_to_trade_with_is_new_and_then_gone()
    {
        var reports = Told(
            """{"type":"MARKET_ORDER","id":"5","batchID":"5","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"100","clientExtensions":{"id":"ours1"}}""",
            """{"type":"ORDER_CANCEL","id":"6","batchID":"5","time":"2016-10-24T21:48:18Z","orderID":"5","clientOrderID":"ours1","reason":"MARKET_HALTED"}""");

        Assert.Equal([ExecType.New, ExecType.Canceled], reports.Select(each => each.ExecType));
    }

    [Theory]
    [InlineData("MARKET_ORDER", false, 2)]
    [InlineData("LIMIT_ORDER", true, 2)]
    [InlineData("LIMIT_ORDER", false, 1)]
    [InlineData("MARKET_IF_TOUCHED_ORDER", false, 1)]
    public void What_was_for_now_and_got_a_part_has_lost_the_rest(string reason, bool isForNow, int count)
    {
        var fill = Read($$$"""{"type":"ORDER_FILL","id":"6","time":"2016-10-24T21:48:18Z","orderID":"5","clientOrderID":"ours1","instrument":"EUR_USD","units":"-40","requestedUnits":"-100","reason":"{{{reason}}}","tradeOpened":{"units":"-40","price":"1.1"}}""");
        var reports = Reports.Of([fill], order => isForNow && order == "5").ToList();

        Assert.Equal(count, reports.Count);
        Assert.Equal((ExecType.Trade, 40m), (reports[0].ExecType, reports[0].LastQty));
        Assert.All(reports.Skip(1), each => Assert.Equal(("ours1", ExecType.Canceled, 40m), (each.ClOrdId, each.ExecType, each.CumQty)));
    }

    [Fact]
    public void A_close_out_that_the_venue_sends_is_told_without_an_id_of_ours()
    {
        var reports = Told(
            """{"type":"MARKET_ORDER","id":"5","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"-100","reason":"MARGIN_CLOSEOUT"}""",
            """{"type":"ORDER_FILL","id":"6","time":"2016-10-24T21:48:18Z","orderID":"5","instrument":"EUR_USD","units":"-100","reason":"MARKET_ORDER_MARGIN_CLOSEOUT","tradesClosed":[{"units":"-100","price":"1.1"}]}""");

        Assert.All(reports, each => Assert.Equal(("", "5", "EURUSD", Side.Sell), (each.ClOrdId, each.VenueOrderId, each.Symbol, each.Side)));
        Assert.Equal("MARKET_ORDER_MARGIN_CLOSEOUT", reports[1].Text);
    }

    [Theory]
    [InlineData("""{"type":"STOP_LOSS_ORDER","id":"5","time":"2016-10-24T21:48:18Z","tradeID":"4","price":"1.1"}""")]
    [InlineData("""{"type":"LIMIT_ORDER_REJECT","id":"5","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"1","rejectReason":"PRICE_INVALID"}""")]
    [InlineData("""{"type":"CLIENT_CONFIGURE","id":"5","time":"2016-10-24T21:48:18Z"}""")]
    [InlineData("""{"type":"SOMETHING_NEW","id":"5","unheardOf":{"a":[1,2]}}""")]
    public void What_says_nothing_of_an_order_of_ours_is_passed_over(string line) => Assert.Empty(Told(line));

    [Theory]
    [InlineData("""{"type":"DAILY_FINANCING","id":"5","financing":"-1.23"}""", "5", "-1.23", "DAILY_FINANCING")]
    [InlineData("""{"type":"TRANSFER_FUNDS","id":"5","amount":"100"}""", "5", "100", "TRANSFER_FUNDS")]
    [InlineData("""{"type":"DIVIDEND_ADJUSTMENT","id":"5","dividendAdjustment":"0.5"}""", "5", "0.5", "DIVIDEND_ADJUSTMENT")]
    [InlineData("""{"type":"ORDER_FILL","id":"5","financing":"-0.25","units":"1"}""", "5.financing", "-0.25", "FINANCING")]
    [InlineData("""{"type":"MARGIN_CALL_ENTER","id":"5"}""", "5", "0", "MARGIN_CALL_ENTER")]
    public void Money_that_moves_without_a_trade_is_told(string line, string id, string amount, string kind) =>
        Assert.Equal((id, new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "EUR"), kind), Assert.Single(Reports.Moves(Read(line))));

    [Theory]
    [InlineData("""{"type":"ORDER_FILL","id":"5","financing":"0.0000","units":"1"}""")]
    [InlineData("""{"type":"LIMIT_ORDER","id":"5","units":"1"}""")]
    public void Where_no_money_moves_none_is_told(string line) => Assert.Empty(Reports.Moves(Read(line)));

    [Theory]
    [InlineData("UNITS_MIMIMUM_NOT_MET", RejectReason.BadQuantity)]
    [InlineData("UNITS_PRECISION_EXCEEDED", RejectReason.BadQuantity)]
    [InlineData("PRICE_PRECISION_EXCEEDED", RejectReason.BadPrice)]
    [InlineData("INSTRUMENT_NOT_TRADEABLE", RejectReason.UnknownInstrument)]
    [InlineData("ORDER_DOESNT_EXIST", RejectReason.OrderIsDone)]
    [InlineData("ACCOUNT_LOCKED", RejectReason.AccountClosed)]
    [InlineData("TIME_IN_FORCE_GTD_TIMESTAMP_IN_PAST", RejectReason.TooLate)]
    [InlineData("TIME_IN_FORCE_INVALID", RejectReason.BadCombination)]
    [InlineData("FIFO_VIOLATION", RejectReason.VenueRule)]
    [InlineData(null, RejectReason.VenueRule)]
    public void Reasons_are_put_in_the_houses_words(string? word, RejectReason reason) => Assert.Equal(reason, OandaReasons.Of(word));

    static OandaPart Part(Random random) => new(random.Next(1, 1000)) { Price = random.Next(1, 1000) / 100m };

    static List<VenueReport> Told(params string[] lines) => [.. Reports.Of([.. lines.Select(Read)])];

    static OandaTransaction Read(string line) => JsonSerializer.Deserialize(line, OandaWire.Default.OandaTransaction)!;
}
