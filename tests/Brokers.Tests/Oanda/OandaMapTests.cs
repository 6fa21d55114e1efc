using System.Text.Json;
using Workbench.Brokers.Oanda;

namespace Workbench.Brokers.Tests.Oanda;

public sealed class OandaMapTests
{
    static Instrument EurUsd => ScriptedVenue.EurUsd;

    [Theory]
    [InlineData(OrderType.Market, TimeInForce.Gtc, false, "MARKET", "FOK", null)]
    [InlineData(OrderType.Market, TimeInForce.Ioc, false, "MARKET", "IOC", null)]
    [InlineData(OrderType.Market, TimeInForce.Gtc, true, "MARKET", "IOC", null)]
    [InlineData(OrderType.Market, TimeInForce.Fok, true, "MARKET", "FOK", null)]
    [InlineData(OrderType.Limit, TimeInForce.Gtc, false, "LIMIT", "GTC", "1.2")]
    [InlineData(OrderType.Limit, TimeInForce.Day, false, "LIMIT", "GFD", "1.2")]
    [InlineData(OrderType.Limit, TimeInForce.Fok, false, "LIMIT", "FOK", "1.2")]
    [InlineData(OrderType.Stop, TimeInForce.Gtc, false, "STOP", "GTC", "1.3")]
    [InlineData(OrderType.MarketIfTouched, TimeInForce.Gtd, false, "MARKET_IF_TOUCHED", "GTD", "1.3")]
    public void An_order_is_sent_in_the_venues_words(OrderType type, TimeInForce time, bool reduceOnly, string word, string timeWord, string? price)
    {
        var sent = OandaMap.Body(Order(type) with { TimeInForce = time, ReduceOnly = reduceOnly }).Order;

        Assert.Equal((word, timeWord, price), (sent.Type, sent.TimeInForce, sent.Price));
        Assert.Equal(("EUR_USD", "-100", "ours1"), (sent.Instrument, sent.Units, sent.ClientExtensions.Id));
        Assert.Equal(reduceOnly ? "REDUCE_ONLY" : "DEFAULT", sent.PositionFill);
        Assert.Equal(time == TimeInForce.Gtd ? "2026-01-02T03:04:05Z" : null, sent.GtdTime);
    }

    [Fact]
    public void What_an_order_lacks_is_not_sent()
    {
        var text = JsonSerializer.Serialize(OandaMap.Body(Order(OrderType.Market)), OandaWire.Default.OandaOrderBody);

        Assert.Equal("""{"order":{"type":"MARKET","instrument":"EUR_USD","units":"-100","timeInForce":"FOK","positionFill":"DEFAULT","clientExtensions":{"id":"ours1"}}}""", text);
    }

    [Theory]
    [InlineData("1.20000", "1.2")]
    [InlineData("100", "100")]
    [InlineData("0.00001000", "0.00001")]
    [InlineData("-25000.50", "-25000.5")]
    public void Zeros_at_the_end_are_not_sent_since_they_count_as_precision(string value, string sent) =>
        Assert.Equal(sent, OandaMap.Text(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void An_amended_order_is_sent_with_what_is_still_open_and_remembers_the_rest()
    {
        var sent = OandaMap.Body(Order(OrderType.Limit) with { OrderQty = 250m, CumQty = 40m }).Order;

        Assert.Equal("-210", sent.Units);
        Assert.Equal(40m, OandaMap.Carried(sent.ClientExtensions));
        Assert.Equal(new OrderTerms(250m, 1.2m, 0m), OandaMap.Terms(OrderType.Limit, -210m, 1.2m, 40m));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("filled")]
    [InlineData("filled soon")]
    [InlineData("filled -3")]
    public void A_tag_of_others_carries_nothing(string? tag) => Assert.Equal(0m, OandaMap.Carried(new OandaExtensions { Tag = tag }));

    [Fact]
    public void What_the_venue_does_not_have_is_not_sent()
    {
        Assert.NotNull(OandaMap.Unfit(Order(OrderType.StopLimit)));
        Assert.NotNull(OandaMap.Unfit(Order(OrderType.TrailingStop)));
        Assert.NotNull(OandaMap.Unfit(Order(OrderType.Limit) with { PostOnly = true }));
        Assert.NotNull(OandaMap.Unfit(Order(OrderType.Limit) with { DisplayQty = 10m }));
        Assert.NotNull(OandaMap.Unfit(Order(OrderType.Stop) with { TimeInForce = TimeInForce.Ioc }));
        Assert.NotNull(OandaMap.Unfit(Order(OrderType.Limit) with { CumQty = 100m }));
        Assert.All(OandaBroker.WhatItCan.OrderTypes, type => Assert.Null(OandaMap.Unfit(Order(type))));
    }

    [Theory]
    [InlineData("2016-10-24T21:48:18.593753865Z", 593_753_865)]
    [InlineData("2016-10-24T21:48:18.5Z", 500_000_000)]
    [InlineData("2016-10-24T21:48:18Z", 0)]
    public void Times_keep_their_nanoseconds(string text, long fraction) =>
        Assert.Equal(1_477_345_698L * UtcNanos.Second + fraction, OandaMap.Time(text));

    [Theory]
    [InlineData("2016-10-24 21:48:18Z")]
    [InlineData("2016-10-24T21:48:18")]
    [InlineData("2016-10-24T21:48:18.1234567891Z")]
    [InlineData("2016-10-24T21:48:18,5Z")]
    [InlineData("1477345698.593753865")]
    public void What_is_no_such_time_is_refused(string text) => Assert.Throws<FormatException>(() => OandaMap.Time(text));

    [Fact]
    public void Random_times_survive_the_way_there_and_back()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var at = 0; at < 2_000; at++)
        {
            var time = random.NextInt64(0, 4_000_000_000L * UtcNanos.Second);
            Assert.True(time == OandaMap.Time(UtcNanos.ToIso(time)), $"seed {seed}: {time}");
        }
    }

    [Fact]
    public void A_price_of_a_closed_market_is_no_tick()
    {
        Assert.Null(OandaMap.Tick(Price() with { Tradeable = false }, EurUsd));
        Assert.Null(OandaMap.Tick(Price() with { Status = "non-tradeable" }, EurUsd));
        Assert.Null(OandaMap.Tick(Price() with { Bids = [] }, EurUsd));
        Assert.Null(OandaMap.Tick(Price() with { Asks = null }, EurUsd));
        Assert.NotNull(OandaMap.Tick(Price() with { Tradeable = true }, EurUsd));
    }

    [Fact]
    public void A_price_finer_than_our_grid_is_rounded_against_the_trader()
    {
        var tick = OandaMap.Tick(Price() with { Bids = [new OandaLevel(1.123456m, 10.9m)], Asks = [new OandaLevel(1.123461m, 5m)] }, EurUsd)!.Value;

        Assert.Equal((1.12345m, 1.12347m, 10m, 5m), (tick.Bid, tick.Ask, tick.BidSize, tick.AskSize));
    }

    [Fact]
    public void Instruments_of_the_session_keep_the_symbol_they_came_with()
    {
        var symbols = new OandaSymbols();
        symbols.Add([EurUsd with { Symbol = "DAX", BaseCurrency = "DE30", QuoteCurrency = "EUR" }]);

        Assert.Equal(("DAX", "EURUSD", ""), (symbols.Of("DE30_EUR"), symbols.Of("EUR_USD"), symbols.Of(null)));
    }

    [Fact]
    public void Both_sides_of_a_hedging_account_are_one_net_position()
    {
        var both = new OandaPosition("EUR_USD", new OandaSide(300m) { AveragePrice = 1.1m }, new OandaSide(-100m) { AveragePrice = 1.3m });

        Assert.Equal(new VenuePosition("EURUSD", 200m, 0m), OandaMap.Position(both, new OandaSymbols()));
        Assert.Equal(new VenuePosition("EURUSD", 300m, 1.1m), OandaMap.Position(both with { Short = new OandaSide(0m) }, new OandaSymbols()));
    }

    [Theory]
    [InlineData("practice", "https://api-fxpractice.oanda.com/")]
    [InlineData("live", "https://api-fxtrade.oanda.com/")]
    public void Only_the_word_live_leads_to_real_money(string environment, string host) => Assert.Equal(host, OandaHosts.Of(environment).Rest.ToString());

    [Fact]
    public void An_environment_that_is_none_is_refused() => Assert.Equal("WB5009", Assert.Throws<WorkbenchException>(() => OandaHosts.Of("Live")).Code);

    static OandaPrice Price() => new()
    {
        Type = "PRICE",
        Time = "2016-10-27T08:38:43.094548890Z",
        Instrument = "EUR_USD",
        Bids = [new OandaLevel(1.1m, 1m)],
        Asks = [new OandaLevel(1.2m, 1m)],
    };

    static OrderRequest Order(OrderType type) => new()
    {
        ClOrdId = "ours1",
        Instrument = EurUsd,
        Side = Side.Sell,
        Type = type,
        OrderQty = 100m,
        Price = type == OrderType.Limit ? 1.2000000m : 0m,
        StopPx = type is OrderType.Stop or OrderType.MarketIfTouched ? 1.30m : 0m,
        ExpireNanos = UtcNanos.From(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)),
    };
}
