using Workbench.Brokers.Binance;
using Workbench.Simulators.Binance;
using Workbench.Simulators.Market;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>The adapter at the simulator: two programs by two writers, over real sockets.</summary>
sealed class SimDesk : IAsyncDisposable
{
    int orders;

    SimDesk(BinanceSimulator venue, BinanceMarket market, BinanceBroker broker)
    {
        (Venue, Market, Broker) = (venue, market, broker);
        Exchange = market == BinanceMarket.Spot ? venue.Spot : venue.Futures;
    }

    public BinanceSimulator Venue { get; }

    public BinanceMarket Market { get; }

    public BinanceBroker Broker { get; }

    public SimExchange Exchange { get; }

    public Heard Heard { get; } = new();

    public Instrument Btc { get; private set; } = null!;

    public static VenueKeys Keys { get; } = new() { Venue = "binance", Name = "sim", Key = "sim-key", Secret = "sim-secret" };

    public static async Task<SimDesk> Open(BinanceMarket market, bool listens = true, BinanceOptions? options = null, VenueKeys? keys = null)
    {
        var venue = await BinanceSimulator.Start(options);
        var broker = new BinanceBroker(new HttpClient(), keys ?? Keys, market, BinanceHosts.At(market, venue.BaseUri));
        var desk = new SimDesk(venue, market, broker);
        desk.Exchange.Quote("BTCUSDT", 60_000m, 60_001m, 3m, 3m);
        desk.Btc = (await broker.Instruments(["BTCUSDT"], default))[0];
        if (listens)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await broker.Listen([desk.Btc], desk.Heard, patience.Token);
        }

        return desk;
    }

    /// <summary>A limit order that rests below the market.</summary>
    public OrderRequest Resting(decimal qty = 0.02m, decimal price = 59_000m) => new()
    {
        ClOrdId = FormattableString.Invariant($"sim1x{++orders}"), Instrument = Btc, Side = Side.Buy, Type = OrderType.Limit, OrderQty = qty, Price = price,
    };

    public OrderRequest AtMarket(decimal qty = 0.02m, Side side = Side.Buy) => Resting(qty) with { Type = OrderType.Market, Price = 0m, Side = side };

    public OrderKey Key(OrderRequest order, string venueOrderId = "") => new(Btc, order.ClOrdId, venueOrderId);

    public async Task<SendResult> Send(OrderRequest order) => await Broker.Submit(Approved.Of(order), default);

    public async Task<VenueReport> Hears(OrderRequest order, ExecType type)
    {
        await Heard.Until(() => Of(order).Any(report => report.ExecType == type), $"{type} of {order.ClOrdId}, heard {string.Join(", ", Heard.Reports.Select(report => $"{report.ClOrdId} {report.ExecType} {report.Text}"))}");
        return Of(order).First(report => report.ExecType == type);
    }

    public IEnumerable<VenueReport> Of(OrderRequest order) => Heard.Reports.Where(report => report.ClOrdId == order.ClOrdId);

    public decimal Filled(OrderRequest order) => Of(order).Where(report => report.ExecType == ExecType.Trade).DistinctBy(report => report.TradeId).Sum(report => report.LastQty);

    /// <summary>An outsider takes so much of an order of ours that waits.</summary>
    public void Hit(string venueOrderId, decimal qty) => Exchange.Hit(long.Parse(venueOrderId, System.Globalization.CultureInfo.InvariantCulture), qty);

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await Venue.DisposeAsync();
    }
}
