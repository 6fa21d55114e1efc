using Workbench.Brokers.Oanda;
using Workbench.Simulators;
using Workbench.Simulators.Oanda;
using SimOptions = Workbench.Simulators.Oanda.OandaOptions;

namespace Workbench.Brokers.Tests.Oanda;

/// <summary>The adapter at the simulated venue, over real sockets: an account, a quote of 1.10000 / 1.10010 in EURUSD, and an inbox that listens.</summary>
sealed class SimulatedDesk : IAsyncDisposable
{
    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(3) };
    int sent;

    SimulatedDesk(OandaSimulator venue, VenueKeys keys, Workbench.Brokers.Oanda.OandaOptions options)
    {
        Venue = venue;
        Broker = new OandaBroker(keys, OandaHosts.At(venue.RestUri, venue.StreamUri), http, TimeProvider.System, options);
    }

    public OandaSimulator Venue { get; }

    public OandaBroker Broker { get; }

    public HeardInbox Inbox { get; } = new();

    public Instrument EurUsd { get; private set; } = null!;

    public Faults Faults => Venue.Faults;

    public static async Task<SimulatedDesk> Open(SimOptions? simulated = null, Workbench.Brokers.Oanda.OandaOptions? options = null)
    {
        var chosen = (simulated ?? new SimOptions()) with { WalkPerSecond = 0, Heartbeat = TimeSpan.FromMilliseconds(200) };
        var venue = await OandaSimulator.Start(chosen);
        var keys = new VenueKeys { Venue = "oanda", Name = "sim", Key = chosen.ApiKey, Account = chosen.AccountID, Environment = "sim" };
        var desk = new SimulatedDesk(venue, keys, options ?? new Workbench.Brokers.Oanda.OandaOptions { TransactionSilence = TimeSpan.FromSeconds(3), PriceSilence = TimeSpan.FromSeconds(3) });
        desk.Quote(1.10000m);
        desk.EurUsd = (await desk.Broker.Instruments(["EURUSD"], default))[0];
        return desk;
    }

    public static async Task<SimulatedDesk> Listening(SimOptions? simulated = null, Workbench.Brokers.Oanda.OandaOptions? options = null)
    {
        var desk = await Open(simulated, options);
        await desk.Broker.Listen([desk.EurUsd], desk.Inbox, default);
        return desk;
    }

    public void Quote(decimal bid, decimal? size = null) => Venue.Quote("EUR_USD", bid, bid + 0.00010m, size);

    public OrderRequest Market(Side side, decimal qty) => new() { ClOrdId = NextId(), Instrument = EurUsd, Side = side, Type = OrderType.Market, OrderQty = qty };

    public OrderRequest Limit(Side side, decimal qty, decimal price) => Market(side, qty) with { Type = OrderType.Limit, Price = price };

    public OrderRequest Stop(Side side, decimal qty, decimal stop) => Market(side, qty) with { Type = OrderType.Stop, StopPx = stop };

    public Task<SendResult> Send(OrderRequest order) => Broker.Submit(Approved.Of(order), default);

    public OrderKey Key(OrderRequest order) => new(EurUsd, order.ClOrdId, "");

    public Task<VenueOrder?> Query(OrderRequest order) => Broker.Query(Key(order), default);

    public async Task<VenueReport> Told(OrderRequest order, ExecType what)
    {
        await Inbox.Until(heard => heard.Of(order.ClOrdId).Any(each => each.ExecType == what));
        return Inbox.Of(order.ClOrdId).First(each => each.ExecType == what);
    }

    public async Task<decimal> Held() => (await Broker.Account([EurUsd], default)).Positions.SingleOrDefault()?.Qty ?? 0m;

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await Venue.DisposeAsync();
        http.Dispose();
    }

    string NextId() => "desk" + Interlocked.Increment(ref sent).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
