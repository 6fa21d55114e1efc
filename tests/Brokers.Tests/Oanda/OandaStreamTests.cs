using System.IO.Pipelines;
using System.Net;
using System.Text;
using Workbench.Brokers.Oanda;

namespace Workbench.Brokers.Tests.Oanda;

/// <summary>What is heard of streams that are cut, fall silent, lose lines and say things twice.</summary>
public sealed class OandaStreamTests
{
    const string Orders = "GET transactions/stream";
    const string Prices = "GET pricing/stream?instruments=EUR_USD";

    readonly ScriptedVenue venue = new();
    readonly HeardInbox inbox = new();

    [Fact]
    public async Task Lines_are_whole_wherever_the_network_cuts_them()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var pipe = venue.Feed(Prices);
        await using var broker = Patient();
        await broker.Subscribe([ScriptedVenue.EurUsd], DataKind.Ticks, inbox, default);
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 200).Select(at => Price(at) + (at % 3 == 0 ? "\r\n" : "\n") + (at % 7 == 0 ? "\n" + Heartbeat(null) + "\n" : ""))));
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(random.Next(1, 400), text.Length - at);
            await pipe.Writer.WriteAsync(text.AsMemory(at, length));
            at += length;
        }

        await inbox.Until(heard => heard.Ticks.Count >= 200);
        Assert.True(inbox.Ticks.Select(tick => tick.BidSizeRaw).SequenceEqual(Enumerable.Range(1, 200).Select(at => (long)at)), $"seed {seed}");
    }

    [Fact]
    public async Task A_line_that_was_cut_at_the_end_is_no_line()
    {
        var pipe = venue.Feed(Prices);
        await using var broker = Patient();
        await broker.Subscribe([ScriptedVenue.EurUsd], DataKind.Ticks, inbox, default);
        venue.Answers[Prices] = () => ScriptedVenue.Stream(Price(3));
        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(Price(1) + "\n" + Price(2)[..40]));
        await pipe.Writer.CompleteAsync();

        await inbox.Until(heard => heard.Ticks.Count >= 2);
        Assert.Equal([1L, 3L], inbox.Ticks.Select(tick => tick.BidSizeRaw));
        Assert.Equal([LinkState.Up, LinkState.Down, LinkState.Up], inbox.Links.Select(each => each.State));
    }

    [Fact]
    public async Task Silence_is_a_break_and_the_stream_is_opened_anew()
    {
        venue.Answers[Prices] = () => ScriptedVenue.Stream(Price(1));
        await using var broker = venue.Broker();
        await broker.Subscribe([ScriptedVenue.EurUsd], DataKind.Ticks, inbox, default);

        await inbox.Until(heard => heard.Ups >= 2 && heard.Ticks.Count >= 2);
        Assert.Contains(inbox.Links, each => each is { Link: LinkKind.Prices, State: LinkState.Down } && each.Text.Contains("nothing was heard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Half_a_line_every_now_and_then_is_silence_too()
    {
        var pipe = venue.Feed(Prices);
        await using var broker = venue.Broker();
        await broker.Subscribe([ScriptedVenue.EurUsd], DataKind.Ticks, inbox, default);
        venue.Answers[Prices] = () => ScriptedVenue.Stream(Price(1));
        while (!inbox.Links.Any(each => each.State == LinkState.Down))
        {
            await pipe.Writer.WriteAsync("{"u8.ToArray());
            await Task.Delay(20);
        }

        Assert.Contains("nothing was heard", inbox.Links.First(each => each.State == LinkState.Down).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heartbeats_keep_a_stream_up_and_ten_seconds_without_one_do_not()
    {
        var clock = new HandClock();
        var pipe = venue.Feed(Prices);
        await using var broker = venue.Broker(new OandaOptions(), clock);
        await broker.Subscribe([ScriptedVenue.EurUsd], DataKind.Ticks, inbox, default);
        for (var at = 1; at <= 5; at++)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            ScriptedVenue.Say(pipe, Heartbeat(null), Price(at));
            await inbox.Until(heard => heard.Ticks.Count == at);
        }

        Assert.Equal(LinkState.Up, Assert.Single(inbox.Links).State);
        await inbox.Until(heard =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return heard.Links.Any(each => each.State == LinkState.Down);
        });
        Assert.Equal("nothing was heard for 10 s", inbox.Links.First(each => each.State == LinkState.Down).Text);
    }

    [Fact]
    public async Task Garbage_in_the_prices_breaks_the_stream_and_goes_no_further()
    {
        var pipe = venue.Feed(Prices);
        await using var broker = Patient();
        await broker.Subscribe([ScriptedVenue.EurUsd], DataKind.Ticks, inbox, default);
        venue.Answers[Prices] = () => ScriptedVenue.Stream(Price(2));
        ScriptedVenue.Say(pipe, Price(1), "<html>who goes there</html>", Price(9));

        await inbox.Until(heard => heard.Ticks.Count >= 2);
        Assert.Equal([1L, 2L], inbox.Ticks.Select(tick => tick.BidSizeRaw));
    }

    [Fact]
    public async Task Instruments_nobody_asked_for_are_passed_over()
    {
        var pipe = venue.Feed(Prices);
        await using var broker = Patient();
        await broker.Subscribe([ScriptedVenue.EurUsd], DataKind.Ticks, inbox, default);
        ScriptedVenue.Say(pipe, Price(1).Replace("EUR_USD", "EUR_JPY", StringComparison.Ordinal), Price(2));

        await inbox.Until(heard => heard.Ticks.Count >= 1);
        Assert.Equal(2L, Assert.Single(inbox.Ticks).BidSizeRaw);
    }

    [Fact]
    public async Task A_feed_that_there_is_not_is_refused()
    {
        await using var broker = venue.Broker();
        Assert.Equal("WB5007", (await Assert.ThrowsAsync<WorkbenchException>(() => broker.Subscribe([], DataKind.Depth, inbox, default))).Code);
    }

    [Fact]
    public async Task A_stream_that_is_refused_for_good_fails_at_once()
    {
        venue.Answers[Prices] = () => ScriptedVenue.Json("""{"errorMessage":"Insufficient authorization to perform request."}""", HttpStatusCode.Unauthorized);
        await using var broker = venue.Broker();

        Assert.Equal("WB5001", (await Assert.ThrowsAsync<WorkbenchException>(() => broker.Subscribe([ScriptedVenue.EurUsd], DataKind.Ticks, inbox, default))).Code);
    }

    [Fact]
    public async Task A_stream_that_is_refused_for_now_is_tried_again()
    {
        venue.Answers[Prices] = () =>
        {
            venue.Answers[Prices] = () => ScriptedVenue.Stream(Price(1));
            return ScriptedVenue.Json("{}", HttpStatusCode.ServiceUnavailable);
        };
        await using var broker = Patient();
        await broker.Subscribe([ScriptedVenue.EurUsd], DataKind.Ticks, inbox, default);

        await inbox.Until(heard => heard.Ticks.Count == 1);
    }

    [Fact]
    public async Task What_happened_while_the_stream_was_away_is_told_after_it_is_back_and_before_it_is_up()
    {
        var pipe = venue.Feed(Orders);
        await using var broker = await Listening();
        ScriptedVenue.Say(pipe, Created(101));
        await inbox.Until(heard => heard.Reports.Count == 1);
        venue.Answers["GET transactions/sinceid?id=101"] = () => ScriptedVenue.Json($$"""{"transactions":[{{Created(102)}},{{Created(103)}}],"lastTransactionID":"103"}""");
        var next = venue.Feed(Orders);
        await pipe.Writer.CompleteAsync();

        await inbox.Until(heard => heard.Ups == 2);
        Assert.Equal(["101", "102", "103"], Ids);
        ScriptedVenue.Say(next, Created(103), Created(104));
        await inbox.Until(heard => heard.Reports.Count >= 4);
        Assert.Equal(["101", "102", "103", "104"], Ids);
    }

    [Fact]
    public async Task Pages_of_a_long_absence_are_all_read()
    {
        venue.Answers["GET transactions/sinceid?id=100"] = () => ScriptedVenue.Json($$"""{"transactions":[{{Created(101)}}],"lastTransactionID":"103"}""");
        venue.Answers["GET transactions/sinceid?id=101"] = () => ScriptedVenue.Json($$"""{"transactions":[{{Created(102)}},{{Created(103)}}],"lastTransactionID":"103"}""");
        venue.Feed(Orders);
        await using var broker = await Listening();

        Assert.Equal(["101", "102", "103"], Ids);
    }

    [Fact]
    public async Task A_heartbeat_that_is_ahead_shows_a_lost_line()
    {
        var pipe = venue.Feed(Orders);
        await using var broker = await Listening();
        venue.Answers["GET transactions/sinceid?id=100"] = () => ScriptedVenue.Json($$"""{"transactions":[{{Created(101)}}],"lastTransactionID":"101"}""");
        ScriptedVenue.Say(pipe, Heartbeat(100), Heartbeat(101), Heartbeat(101));

        await inbox.Until(heard => heard.Reports.Count == 1);
        Assert.Equal(["101"], Ids);
    }

    [Fact]
    public async Task A_number_that_is_skipped_shows_a_lost_line()
    {
        var pipe = venue.Feed(Orders);
        await using var broker = await Listening();
        venue.Answers["GET transactions/sinceid?id=100"] = () => ScriptedVenue.Json($$"""{"transactions":[{{Created(101)}},{{Created(102)}}],"lastTransactionID":"102"}""");
        ScriptedVenue.Say(pipe, Created(102), Created(103));

        await inbox.Until(heard => heard.Reports.Count >= 3);
        Assert.Equal(["101", "102", "103"], Ids);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_asked_for_again()
    {
        var pipe = venue.Feed(Orders);
        await using var broker = await Listening();
        venue.Answers["GET transactions/sinceid?id=100"] = () => ScriptedVenue.Json($$"""{"transactions":[{{Created(101)}}],"lastTransactionID":"101"}""");
        var next = venue.Feed(Orders);
        ScriptedVenue.Say(pipe, Created(101)[..50]);

        await inbox.Until(heard => heard.Ups == 2);
        ScriptedVenue.Say(next, Created(102));
        await inbox.Until(heard => heard.Reports.Count >= 2);
        Assert.Equal(["101", "102"], Ids);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_is_told_as_a_gap_and_hides_no_other()
    {
        venue.Answers["GET transactions/sinceid?id=100"] = () => ScriptedVenue.Json(
            $$"""{"transactions":[{{Created(101)}},{"type":"ORDER_FILL","id":"102","time":"2016-10-24T21:48:18Z","units":"1"},{"id":"103","units":"many"},{{Created(104)}}],"lastTransactionID":"104"}""");
        venue.Feed(Orders);
        await using var broker = await Listening();

        Assert.Equal(["101", "104"], Ids);
        Assert.Equal([LinkState.Gap, LinkState.Gap, LinkState.Up], inbox.Links.Select(each => each.State));
    }

    [Fact]
    public async Task A_stretch_that_the_venue_does_not_tell_is_a_gap_and_no_endless_question()
    {
        venue.Answers["GET transactions/sinceid?id=100"] = () => ScriptedVenue.Json("""{"transactions":[],"lastTransactionID":"105"}""");
        venue.Feed(Orders);
        await using var broker = await Listening();

        Assert.Equal((LinkKind.Orders, LinkState.Gap, "the transactions 101 to 105 are not told"), inbox.Links[0]);
    }

    [Fact]
    public async Task What_answer_and_stream_both_bring_is_told_once()
    {
        var pipe = venue.Feed(Orders);
        await using var broker = await Listening();
        venue.Answers["POST orders"] = () => ScriptedVenue.Json($$"""{"orderCreateTransaction":{{Created(101)}},"lastTransactionID":"101"}""", HttpStatusCode.Created);
        Assert.Equal(SendOutcome.Answered, (await broker.Submit(Approved.Of(ScriptedVenue.Limit), default)).Outcome);
        ScriptedVenue.Say(pipe, Created(101), Created(102));

        await inbox.Until(heard => heard.Reports.Count >= 2);
        Assert.Equal(["101", "102"], Ids);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_stream_is_told_once_too()
    {
        var pipe = venue.Feed(Orders);
        await using var broker = await Listening();
        ScriptedVenue.Say(pipe, Created(101));
        await inbox.Until(heard => heard.Reports.Count == 1);
        venue.Answers["POST orders"] = () => ScriptedVenue.Json($$"""{"orderCreateTransaction":{{Created(101)}},"lastTransactionID":"101"}""", HttpStatusCode.Created);

        Assert.Equal(SendOutcome.Answered, (await broker.Submit(Approved.Of(ScriptedVenue.Limit), default)).Outcome);
        Assert.Equal(["101"], Ids);
    }

    [Fact]
    public async Task The_rest_of_an_order_for_now_is_gone_whichever_road_its_parts_took()
    {
        var pipe = venue.Feed(Orders);
        await using var broker = await Listening();
        var order = Created(101).Replace("\"price\"", "\"timeInForce\":\"IOC\",\"price\"", StringComparison.Ordinal);
        var fill = """{"type":"ORDER_FILL","id":"102","time":"2016-10-24T21:48:18Z","orderID":"101","clientOrderID":"ours101","instrument":"EUR_USD","units":"40","requestedUnits":"100","reason":"LIMIT_ORDER","tradeOpened":{"units":"40","price":"1.1"}}""";
        ScriptedVenue.Say(pipe, order);
        await inbox.Until(heard => heard.Reports.Count == 1);
        venue.Answers["POST orders"] = () => ScriptedVenue.Json($$"""{"orderCreateTransaction":{{order}},"orderFillTransaction":{{fill}}}""", HttpStatusCode.Created);
        await broker.Submit(Approved.Of(ScriptedVenue.Limit), default);

        Assert.Equal([ExecType.New, ExecType.Trade, ExecType.Canceled], inbox.Reports.Select(each => each.ExecType));
    }

    [Fact]
    public async Task Financing_of_the_day_is_told_once_with_its_id()
    {
        var pipe = venue.Feed(Orders);
        await using var broker = await Listening();
        ScriptedVenue.Say(pipe, """{"type":"DAILY_FINANCING","id":"101","time":"2016-10-24T21:00:00Z","financing":"-0.75"}""", """{"type":"DAILY_FINANCING","id":"101","time":"2016-10-24T21:00:00Z","financing":"-0.75"}""", Created(102));

        await inbox.Until(heard => heard.Reports.Count == 1);
        Assert.Equal(("101", new Money(-0.75m, "EUR"), "DAILY_FINANCING"), Assert.Single(inbox.Moves));
    }

    [Fact]
    public async Task An_account_that_metatrader_owns_is_refused()
    {
        venue.Answers["GET /v3/accounts"] = () => ScriptedVenue.Json("""{"accounts":[{"id":"101-004-0000000-001","mt4AccountID":7,"tags":[]}]}""");
        await using var broker = venue.Broker();

        Assert.Equal("WB5008", (await Assert.ThrowsAsync<WorkbenchException>(() => broker.Listen([], inbox, default))).Code);
    }

    [Fact]
    public async Task An_account_of_someone_else_is_refused()
    {
        venue.Answers["GET /v3/accounts"] = () => ScriptedVenue.Json("""{"accounts":[{"id":"101-004-0000000-002","tags":[]}]}""");
        await using var broker = venue.Broker();

        Assert.Equal("WB5002", (await Assert.ThrowsAsync<WorkbenchException>(() => broker.Listen([], inbox, default))).Code);
    }

    IEnumerable<string> Ids => inbox.Reports.Select(each => each.VenueOrderId);

    OandaBroker Patient() => venue.Broker(ScriptedVenue.Hurried with { PriceSilence = TimeSpan.FromMinutes(5), TransactionSilence = TimeSpan.FromMinutes(5) });

    async Task<OandaBroker> Listening()
    {
        var broker = Patient();
        await broker.Listen([ScriptedVenue.EurUsd], inbox, default);
        return broker;
    }

    static string Price(int at) =>
        $$"""{"type":"PRICE","time":"2016-10-27T08:38:43.094548890Z","instrument":"EUR_USD","tradeable":true,"bids":[{"price":"1.09177","liquidity":{{at}}}],"asks":[{"price":"1.09188","liquidity":10}]}""";

    static string Heartbeat(int? last) =>
        $$"""{"type":"HEARTBEAT","time":"2016-10-27T08:38:44.327443673Z"{{(last is null ? "" : $",\"lastTransactionID\":\"{last}\"")}}}""";

    static string Created(int id) =>
        $$$"""{"type":"LIMIT_ORDER","id":"{{{id}}}","batchID":"{{{id}}}","time":"2016-10-24T21:48:18Z","instrument":"EUR_USD","units":"100","price":"1.2","reason":"CLIENT_ORDER","clientExtensions":{"id":"ours{{{id}}}"}}""";
}
