using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Oanda;

/// <summary>
/// OANDA v20 on loopback: REST and both streams at one address. Prices come from the exchange behind it, orders do not go there:
/// OANDA deals on its own prices, and counts in trades.
/// </summary>
public sealed class OandaSimulator : SimulatorHost
{
    readonly OandaOptions options;
    readonly SimExchange market;
    readonly OandaCandles candles = new();

    OandaSimulator(OandaOptions options) : base(options)
    {
        this.options = options;
        market = new SimExchange(Clock, options.Tradeable.Select(Stand));
        Account = new OandaAccount(options, Clock, Faults);
        foreach (var instrument in options.Tradeable)
        {
            var first = PriceOf(instrument.Name);
            Account.OnPrice(first);
            candles.Imagine(first, options.HistoryMinutes, instrument, new Random(options.Seed));
        }

        market.Subscribe(OnEvent);
    }

    /// <summary>The account behind it, to look at and to move from within.</summary>
    public OandaAccount Account { get; }

    /// <summary>Address of the REST interface.</summary>
    public Uri RestUri => BaseUri;

    /// <summary>Address of the streams: the same here, another host at the venue.</summary>
    public Uri StreamUri => BaseUri;

    public override IReadOnlyDictionary<string, SimExchange> Exchanges => new Dictionary<string, SimExchange> { ["oanda"] = market };

    public static async Task<OandaSimulator> Start(OandaOptions? options = null)
    {
        var venue = new OandaSimulator(options ?? new OandaOptions());
        await venue.StartAsync().ConfigureAwait(false);
        return venue;
    }

    /// <summary>What others offer from now on, at each step of the ladder the same size.</summary>
    public void Quote(string instrument, decimal bid, decimal ask, decimal? size = null)
    {
        var depth = size ?? options.Tradeable.First(each => each.Name == instrument).Depth;
        market.Quote(instrument, bid, ask, depth, depth);
    }

    protected override void Map(WebApplication routes)
    {
        var gate = new OandaGate(options, Clock, Faults);
        new OandaRoutes(Account, new OandaCandleCall(options, candles, Clock), gate).Map(routes);
        new OandaStreams(options, Account, gate, Faults, Stopping).Map(routes);
        routes.MapPost("/sim/halt", async http =>
        {
            var wanted = JsonSerializer.DeserializeAsync<HaltOrder>(http.Request.Body, JsonSerializerOptions.Web, http.RequestAborted);
            var (instrument, isHalted) = (await wanted.ConfigureAwait(false))!;
            Account.Halt(instrument, isHalted);
        });
    }

    protected override bool Knows(string venueFault) => OandaFaults.All.Contains(venueFault);

    protected override void OnChores() => Account.LookAtClock();

    void OnEvent(SimEvent happened)
    {
        if (happened is QuoteChanged quote)
        {
            var price = PriceOf(quote.Symbol);
            candles.Add(price);
            Account.OnPrice(price);
        }
    }

    OandaPrice PriceOf(string instrument)
    {
        var depth = market.Depth(instrument);
        var rule = options.Tradeable.First(each => each.Name == instrument);
        return new OandaPrice
        {
            Instrument = instrument,
            Time = OandaTime.From(Clock.GetUtcNow()),
            Bids = Ladder(depth.Bids, rule),
            Asks = Ladder(depth.Asks, rule),
            Tradeable = Account?.Price(instrument)?.Tradeable ?? true,
        };
    }

    List<PriceBucket> Ladder(IReadOnlyList<SimLevel> levels, OandaInstrument rule) => levels
        .Select(level => (Price: rule.Price(level.Price), Units: Math.Max(level.Qty, rule.Depth * options.LeastDepth)))
        .Select(step => new PriceBucket(step.Price, (int)Math.Min(int.MaxValue, step.Units))).ToList();

    static SimInstrument Stand(OandaInstrument rule) =>
        new(rule.Name, rule.Base, rule.Quote, Step(rule.DisplayPrecision), Step(rule.TradeUnitsPrecision), rule.MinimumTradeSize, rule.StartPrice)
        {
            StartSize = rule.Depth,
        };

    static decimal Step(int decimals) => new(1, 0, 0, false, (byte)decimals);

    sealed record HaltOrder(string Instrument, bool Halted = true);
}
