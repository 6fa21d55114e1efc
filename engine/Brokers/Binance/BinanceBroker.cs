using Workbench.Brokers.Links;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>
/// Binance as a venue and a feed: one of its markets, under one pair of keys. It keeps its connections up and hands on what is
/// heard; of orders it knows nothing but what the venue just said.
/// </summary>
public sealed class BinanceBroker : IVenue, IFeed
{
    /// <summary>Streams of one connection: the venue allows 1,024, others were cut off above 200.</summary>
    const int StreamsEach = 200;

    readonly IBinanceMarket market;
    readonly BinanceHosts hosts;
    readonly TimeProvider time;
    readonly List<Link> links = [];
    IInbox? inbox;

    /// <summary>A market of Binance.</summary>
    /// <param name="http">Client with the resilience pipeline inside.</param>
    /// <param name="keys">Opens the account; market data need none.</param>
    /// <param name="which">Which market.</param>
    /// <param name="hosts">Where it is; null for the testnet.</param>
    /// <param name="time">Clock.</param>
    public BinanceBroker(HttpClient http, VenueKeys keys, BinanceMarket which, BinanceHosts? hosts = null, TimeProvider? time = null)
    {
        this.hosts = hosts ?? BinanceHosts.Testnet(which);
        this.time = time ?? TimeProvider.System;
        market = Market(http, keys, which, this.hosts, this.time);
    }

    public string Name => market.Capabilities.Venue;

    public VenueCapabilities Capabilities => market.Capabilities;

    public IReadOnlyList<DataKind> Kinds => market.Capabilities.Feeds;

    public Task<IReadOnlyList<Instrument>> Instruments(IReadOnlyList<string> symbols, CancellationToken cancel) => market.Instruments(symbols, cancel);

    public async Task<TimeSpan> ClockOffset(CancellationToken cancel) =>
        await market.Rest.Measure(cancel).ConfigureAwait(false) ?? throw BinanceErrors.Unanswered("GET time", "no answer");

    public Task<VenueAccount> Account(IReadOnlyList<Instrument> instruments, CancellationToken cancel) => market.Account(instruments, cancel);

    public Task Listen(IReadOnlyList<Instrument> instruments, IInbox inbox, CancellationToken cancel)
    {
        // Own events come for the whole account, and the session sifts them: an order of others is news too.
        this.inbox = inbox;
        return Start(LinkKind.Orders, inbox, (flows, stop) => market.Listen(inbox, flows, stop), cancel);
    }

    public async Task Subscribe(IReadOnlyList<Instrument> instruments, DataKind kind, IInbox inbox, CancellationToken cancel)
    {
        foreach (var some in instruments.Chunk(StreamsEach))
        {
            var feed = new BinanceFeed(market, hosts.Streams, some, kind, inbox, time);
            await Start(LinkKind.Prices, inbox, feed.Listen, cancel).ConfigureAwait(false);
        }
    }

    public async Task<SendResult> Submit(RiskApproved<OrderRequest> order, CancellationToken cancel) =>
        HandOn(await market.Submit(order.Value, cancel).ConfigureAwait(false));

    public async Task<SendResult> Cancel(OrderKey order, CancellationToken cancel) => HandOn(await market.Cancel(order, cancel).ConfigureAwait(false));

    public async Task<SendResult> Replace(OrderKey order, RiskApproved<OrderRequest> wanted, CancellationToken cancel) =>
        HandOn(await market.Replace(order, wanted.Value, cancel).ConfigureAwait(false));

    public Task<VenueOrder?> Query(OrderKey order, CancellationToken cancel) => market.Query(order, cancel);

    public Task<IReadOnlyList<VenueOrder>> OpenOrders(IReadOnlyList<Instrument> instruments, CancellationToken cancel) => market.OpenOrders(instruments, cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var link in links)
        {
            await link.DisposeAsync().ConfigureAwait(false);
        }

        links.Clear();
    }

    static IBinanceMarket Market(HttpClient http, VenueKeys keys, BinanceMarket which, BinanceHosts hosts, TimeProvider time)
    {
        var signer = BinanceSigner.Of(keys);
        var account = keys.Account.Length > 0 ? keys.Account : keys.Name;
        var rights = hosts.Keys is null ? null : new BinanceRest(http, hosts.Keys, "/api/v3/time", keys.Key, signer, time);
        var rest = new BinanceRest(http, hosts.Rest, which == BinanceMarket.Spot ? "/api/v3/time" : "/fapi/v1/time", keys.Key, signer, time);
        return which == BinanceMarket.Spot
            ? new BinanceSpotMarket(rest, rights, new BinanceSpotStream(rest, hosts.Events, time), account)
            : new BinanceFuturesMarket(rest, rights, new BinanceFuturesStream(rest, hosts.Events, time), account);
    }

    Task Start(LinkKind kind, IInbox told, Func<Action, CancellationToken, Task> connect, CancellationToken cancel)
    {
        var link = new Link(kind, told, time, connect);
        links.Add(link);
        return link.Start(cancel);
    }

    // Where nobody listens, as when a hung session is cancelled from outside, the text is all there is to tell.
    SendResult HandOn(BinanceSaid said)
    {
        foreach (var report in said.Reports)
        {
            inbox?.Post(report);
        }

        var refusal = said.Reports.FirstOrDefault(report => report.ExecType is ExecType.Rejected or ExecType.CancelRejected or ExecType.ReplaceRejected);
        return refusal is null ? said.Result : said.Result with { Text = refusal.Text };
    }
}
