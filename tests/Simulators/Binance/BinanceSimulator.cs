using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>Binance on loopback: spot and USD-M futures at one port, told apart by their paths. See README.md for what differs from the venue.</summary>
public sealed class BinanceSimulator : SimulatorHost
{
    readonly BinanceOptions options;
    readonly BinanceSignature signature;
    readonly SpotDesk spot;
    readonly MarketFeed spotFeed;
    readonly SpotMarketWords spotWords = new();
    readonly FuturesDesk futures;
    readonly MarketFeed futuresFeed;
    readonly FuturesMarketWords futuresWords = new();
    readonly StreamList streams;
    readonly List<SpotSocketApi> sessions = [];

    BinanceSimulator(BinanceOptions options)
        : base(options)
    {
        this.options = options;
        signature = new BinanceSignature(options.ApiSecret, options.PublicKeyPem);
        streams = new StreamList(Faults);
        Spot = new SimExchange(Clock, options.Instruments ?? BinanceDefaults.Spot, new SimExchangeOptions { FirstOrderId = 1_000_001, FirstTradeId = 500_001 });
        Spot.OpenAccount(BinanceDesk.Account, SimAccountKind.Spot, options.Funds ?? BinanceDefaults.SpotFunds);
        spot = new SpotDesk(Spot, Clock, Faults, options);
        spotFeed = new MarketFeed(spot, spotWords);
        Futures = new SimExchange(Clock, options.FuturesInstruments ?? BinanceDefaults.Futures, new SimExchangeOptions { FirstOrderId = 8_000_001, FirstTradeId = 900_001 });
        Futures.OpenAccount(BinanceDesk.Account, SimAccountKind.Netting, options.FuturesFunds ?? BinanceDefaults.FuturesFunds, "USDT", options.Leverage);
        futures = new FuturesDesk(Futures, Clock, Faults, options);
        futuresFeed = new MarketFeed(futures, futuresWords);
        Faults.Armed += OnArmed;
    }

    /// <summary>The market behind spot.</summary>
    public SimExchange Spot { get; }

    /// <summary>The market behind USD-M futures.</summary>
    public SimExchange Futures { get; }

    /// <summary>Base of REST calls, spot under /api and futures under /fapi.</summary>
    public Uri RestUri => BaseUri;

    /// <summary>Base of market streams of spot: /ws and /stream follow.</summary>
    public Uri StreamUri => new($"ws://127.0.0.1:{Port}");

    /// <summary>Base of streams of futures: /public, /market or /private, then /ws or /stream.</summary>
    public Uri FuturesStreamUri => new($"ws://127.0.0.1:{Port}");

    /// <summary>The WebSocket API of spot.</summary>
    public Uri SocketApiUri => new($"ws://127.0.0.1:{Port}/ws-api/v3");

    public override IReadOnlyDictionary<string, SimExchange> Exchanges => new Dictionary<string, SimExchange> { ["spot"] = Spot, ["futures"] = Futures };

    public override IReadOnlyDictionary<string, int> Listeners =>
        new Dictionary<string, int> { ["spot"] = spot.Events.Listeners, ["futures"] = futures.Events.Listeners };

    /// <summary>Starts one; it runs until it is disposed.</summary>
    public static async Task<BinanceSimulator> Start(BinanceOptions? options = null)
    {
        var simulator = new BinanceSimulator(options ?? new BinanceOptions());
        await simulator.StartAsync().ConfigureAwait(false);
        return simulator;
    }

    protected override bool Knows(string venueFault) => venueFault is BinanceFaults.ServerShutdown or BinanceFaults.ListenKeyExpired or BinanceFaults.ThrottledButAlive;

    protected override void OnChores()
    {
        spot.OnChores();
        spotFeed.OnChores();
        futures.OnChores();
        futuresFeed.OnChores();
    }

    protected override void Map(WebApplication routes)
    {
        var gate = new BinanceGate(spot, signature);
        var rest = new BinanceRest(spot, gate);
        routes.Map("/api/{**path}", rest.ServeAsync);
        routes.Map("/ws-api/v3", http => ServeSocketApiAsync(http, gate));
        routes.Map("/ws/{**streams}", http => ServeFeedAsync(http, spotFeed, spotWords, ""));
        routes.Map("/stream", http => ServeFeedAsync(http, spotFeed, spotWords, ""));

        var futuresRest = new BinanceRest(futures, new BinanceGate(futures, signature));
        routes.Map("/fapi/{**path}", futuresRest.ServeAsync);
        foreach (var path in new[] { "public", "market" })
        {
            routes.Map($"/{path}/ws/{{**streams}}", http => ServeFeedAsync(http, futuresFeed, futuresWords, path));
            routes.Map($"/{path}/stream", http => ServeFeedAsync(http, futuresFeed, futuresWords, path));
        }

        routes.Map("/private/ws/{**key}", ServePrivateAsync);
        routes.Map("/private/stream", ServePrivateAsync);
    }

    static bool IsCombined(HttpContext http) => http.Request.Path.Value!.EndsWith("/stream", StringComparison.Ordinal);

    TimeSpan HeartbeatOf(MarketFeed feed) => feed == spotFeed ? TimeSpan.FromSeconds(20) : TimeSpan.FromMinutes(3);

    async Task ServeFeedAsync(HttpContext http, MarketFeed feed, IMarketWords words, string path)
    {
        if (Open(http, HeartbeatOf(feed)) is not { } stream)
        {
            return;
        }

        var wanted = IsCombined(http) ? http.Request.Query["streams"].ToString() : http.Request.RouteValues["streams"] as string;
        var session = new FeedSession(feed, words, stream, Clock, path, IsCombined(http));
        feed.Join(session);
        session.Listen((wanted ?? "").Split('/'));
        await RunAsync(stream, session.OnText, () => feed.Leave(session)).ConfigureAwait(false);
    }

    // The key stands in the path, or in the query under either name.
    async Task ServePrivateAsync(HttpContext http)
    {
        if (Open(http, TimeSpan.FromMinutes(3)) is not { } stream)
        {
            return;
        }

        var query = http.Request.Query;
        var key = http.Request.RouteValues["key"] as string ?? query["listenKey"].FirstOrDefault() ?? query["streams"].FirstOrDefault();
        var session = new PrivateSession(futures, stream, IsCombined(http), query["events"]);
        session.Listen(key);
        await RunAsync(stream, session.OnText, session.Leave).ConfigureAwait(false);
    }

    async Task ServeSocketApiAsync(HttpContext http, BinanceGate gate)
    {
        spot.Limits.Charge(2);
        if (Open(http, TimeSpan.FromSeconds(20)) is not { } stream)
        {
            return;
        }

        var session = new SpotSocketApi(spot, gate, signature, stream);
        lock (sessions)
        {
            sessions.Add(session);
        }

        await RunAsync(stream, session.OnText, () => Forget(session)).ConfigureAwait(false);
    }

    void Forget(SpotSocketApi session)
    {
        session.Leave();
        lock (sessions)
        {
            sessions.Remove(session);
        }
    }

    StreamConnection? Open(HttpContext http, TimeSpan heartbeat)
    {
        if (Faults.Take(FaultKind.Maintenance))
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return null;
        }

        return SimSocket.Accept(http) is { } socket
            ? new StreamConnection(socket, Faults, options.Heartbeat ?? heartbeat, options.PongWithin)
            : null;
    }

    async Task RunAsync(StreamConnection stream, Action<string> onText, Action leave)
    {
        streams.Add(stream);
        try
        {
            await stream.RunAsync(onText, Stopping).ConfigureAwait(false);
        }
        finally
        {
            streams.Remove(stream);
            leave();
        }
    }

    void OnArmed(Fault fault)
    {
        if (fault.Kind == FaultKind.TokenExpired)
        {
            SpotSocketApi[] all;
            lock (sessions)
            {
                all = [.. sessions];
            }

            System.Array.ForEach(all, session => session.Revoke());
        }

        if (fault.Name == BinanceFaults.ListenKeyExpired && Faults.Take(FaultKind.Venue, BinanceFaults.ListenKeyExpired))
        {
            futures.ExpireKey(now: true);
        }

        if (fault.Name == BinanceFaults.ServerShutdown && Faults.Take(FaultKind.Venue, BinanceFaults.ServerShutdown))
        {
            streams.ForEach(stream =>
            {
                stream.Send($"{{\"e\":\"serverShutdown\",\"E\":{spot.NowMs}}}");
                stream.Close("server shutdown");
            });
        }
    }
}
