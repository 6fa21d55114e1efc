using Workbench.Brokers.Tests.Binance;
using Workbench.Brokers.Tiingo;
using Workbench.Simulators;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.Tiingo;

namespace Workbench.Brokers.Tests.Tiingo;

/// <summary>Tiingo's quotes over real sockets: of all three markets, cut off, silent, and with a token that is none.</summary>
public sealed class TiingoFeedTests
{
    const string Token = "a-token-that-nobody-may-read";

    static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    static readonly Instrument Pair = Of("EURUSD", AssetClass.Forex, 5);
    static readonly Instrument Coin = Of("BTCUSD", AssetClass.Crypto, 1);
    static readonly Instrument Share = Of("AAPL", AssetClass.Equity, 2);

    [Fact]
    public async Task Quotes_of_all_three_markets_are_heard()
    {
        await using var source = await TiingoSimulator.Start(new ProviderOptions { ApiKey = Token });
        await using var feed = Feed(source);
        var heard = new Heard();
        await feed.Subscribe([Pair, Coin, Share], DataKind.Ticks, heard, default);
        foreach (var instrument in new[] { Pair, Coin, Share })
        {
            await Heard.Until(() => heard.Ticks.Count(tick => tick.Instrument == instrument) >= 2, "quotes of " + instrument.Symbol);
            var tick = heard.Ticks.First(each => each.Instrument == instrument);
            Assert.Equal(2 * instrument.TickSize, tick.Ask - tick.Bid);
            Assert.Equal((1_000_000m, 1_000_000m), (tick.BidSize, tick.AskSize));
            Assert.InRange(tick.Time, DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow);
        }
    }

    [Theory]
    [InlineData(FaultKind.CloseMidFrame)]
    [InlineData(FaultKind.HeartbeatStop)]
    public async Task A_connection_that_breaks_or_falls_silent_is_made_anew_and_subscribed_again(FaultKind fault)
    {
        await using var source = await TiingoSimulator.Start(new ProviderOptions { ApiKey = Token });
        await using var feed = Feed(source);
        var heard = new Heard();
        await feed.Subscribe([Pair], DataKind.Ticks, heard, default);
        await Heard.Until(() => heard.Ticks.Any(), "a quote");
        source.Faults.Arm(fault);
        await Heard.Until(() => heard.Links.Any(link => link.State == LinkState.Down), "the break");
        await Heard.Until(() => heard.Links.Count(link => link.State == LinkState.Up) >= 2, "the connection");
        var before = heard.Ticks.Count();
        await Heard.Until(() => heard.Ticks.Count() > before, "a quote over the new connection");
        Assert.All(heard.Links, link => Assert.Equal(LinkKind.Prices, link.Link));
        Assert.DoesNotContain(Token, string.Concat(heard.Links.Select(link => link.Text)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_token_that_is_not_known_is_refused_and_not_shown()
    {
        await using var source = await TiingoSimulator.Start(new ProviderOptions { ApiKey = "another-token" });
        await using var feed = Feed(source);
        var refused = await Assert.ThrowsAsync<WorkbenchException>(() => feed.Subscribe([Pair], DataKind.Ticks, new Heard(), default));
        Assert.Equal("WB5060", refused.Code);
        Assert.DoesNotContain(Token, refused.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_it_does_not_stream_is_refused()
    {
        await using var feed = new TiingoFeed(new Uri("http://127.0.0.1:9"), Token, static instrument => instrument.Symbol);
        Assert.Equal("WB5061", (await Assert.ThrowsAsync<WorkbenchException>(() => feed.Subscribe([Pair], DataKind.Depth, new Heard(), default))).Code);
        var index = Of("US30", AssetClass.Cfd, 3);
        Assert.Equal("WB5062", (await Assert.ThrowsAsync<WorkbenchException>(() => feed.Subscribe([index], DataKind.Ticks, new Heard(), default))).Code);
    }

    // Messages as its documents show them.
    [Theory]
    [InlineData("EURNOK", AssetClass.Forex, """{"service":"fx","messageType":"A","data":["Q","eurnok","2019-07-05T15:49:15.157000+00:00",5000000.0,9.6764,9.678135,5000000.0,9.67987]}""", "2019-07-05T15:49:15.157Z", 9.6764, 9.67987, 5_000_000, 5_000_000)]
    [InlineData("NEOJPY", AssetClass.Crypto, """{"service":"crypto_data","messageType":"A","data":["Q","neojpy","2019-01-30T18:03:40.195515+00:00","bitfinex",38.11162867,787.82,787.83,42.4153887,787.84]}""", "2019-01-30T18:03:40.195515Z", 787.82, 787.84, 38.11162867, 42.4153887)]
    [InlineData("VXX", AssetClass.Equity, """{"service":"iex","messageType":"A","data":["Q","2019-01-30T13:33:45.383129+00:00",1548873225383129126,"vxx",100,36.02,36.025,36.03,300,null,null,0,1,null,null,null]}""", "2019-01-30T13:33:45.383129Z", 36.02, 36.03, 100, 300)]
    public void A_message_is_read_by_the_columns_of_its_market(string symbol, AssetClass of, string message, string time, double bid, double ask, double bidSize, double askSize)
    {
        var instrument = Of(symbol, of, 5) with { SizeScale = 8 };
        using var json = System.Text.Json.JsonDocument.Parse(message);
        var columns = TiingoMarket.Of(instrument).Columns;
        Assert.Equal(symbol, TiingoWire.TickerOf(json.RootElement, columns), ignoreCase: true);
        var tick = TiingoWire.Tick(json.RootElement, columns, instrument)!.Value;
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime, tick.Time);
        Assert.Equal(((decimal)bid, (decimal)ask, (decimal)bidSize, (decimal)askSize), (tick.Bid, tick.Ask, tick.BidSize, tick.AskSize));
    }

    static Instrument Of(string symbol, AssetClass of, int decimals) => new()
    {
        Symbol = symbol, AssetClass = of, PriceScale = decimals, QuoteCurrency = "USD", BaseCurrency = symbol.EndsWith("USD", StringComparison.Ordinal) ? symbol[..3] : symbol,
    };

    static TiingoFeed Feed(TiingoSimulator source) => new(source.BaseUri, Token, static instrument => instrument.Symbol.ToLowerInvariant(), silence: Short);
}
