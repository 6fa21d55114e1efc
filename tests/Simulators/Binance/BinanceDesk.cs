using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>What spot and futures have in common: an account on an exchange, calls that are known, faults and limits.</summary>
abstract class BinanceDesk(SimExchange exchange, SimClock clock, Faults faults, BinanceOptions options, BinanceLimits limits)
{
    /// <summary>Name of the one account.</summary>
    public const string Account = "main";

    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    readonly Random dice = new(options.Seed);
    readonly Lock diceGate = new();

    public SimExchange Exchange => exchange;

    public SimClock Clock => clock;

    public Faults Faults => faults;

    public BinanceOptions Options => options;

    public BinanceLimits Limits => limits;

    public EventLane Events { get; } = new(faults);

    public BookSequence Books { get; } = new(faults);

    public abstract IReadOnlyList<Endpoint> Endpoints { get; }

    /// <summary>What is said where the venue does not know what it did.</summary>
    public abstract BinanceRefusal UnknownOutcome { get; }

    /// <summary>What is said during maintenance.</summary>
    public abstract BinanceRefusal Closed { get; }

    /// <summary>The order that a cancel or an amendment means, for faults that get in between; null where there is none.</summary>
    public abstract SimOrder? Meant(Params sent);

    /// <summary>Faults that only this market has, met after something was done.</summary>
    public virtual void MeetOwnFaults()
    {
    }

    public virtual void OnChores() => Events.Release();

    public long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public string NewId()
    {
        lock (diceGate)
        {
            return string.Create(22, dice, (into, from) =>
            {
                for (var at = 0; at < into.Length; at++)
                {
                    into[at] = Letters[from.Next(Letters.Length)];
                }
            });
        }
    }

    public SimInstrument Instrument(Params sent)
    {
        var symbol = sent.Needed("symbol");
        return exchange.Instruments.FirstOrDefault(each => each.Symbol == symbol) ?? throw CommonErrors.BadSymbol();
    }

    public IEnumerable<SimInstrument> Instruments(Params sent) => sent.Has("symbol") ? [Instrument(sent)]
        : sent.Text("symbols") is { } list ? JsonNode.Parse(list)!.AsArray().Select(each => Params.OfRequest("symbol=" + each, "")).Select(Instrument)
        : exchange.Instruments;

    /// <summary>Orders and trades within the times asked for, as many as asked for.</summary>
    public static IEnumerable<T> Window<T>(IEnumerable<T> all, Params sent, Func<T, long> time, Func<T, long> id, string idName, int most, long longestMs)
    {
        var (from, to, first) = (sent.Long("startTime"), sent.Long("endTime"), sent.Long(idName));
        if (to - from > longestMs)
        {
            throw new BinanceRefusal(400, -1127, string.Create(CultureInfo.InvariantCulture, $"More than {longestMs / 3_600_000} hours between startTime and endTime."));
        }

        var limit = (int)Math.Clamp(sent.Long("limit") ?? 500, 1, most);
        var within = all.Where(each => (from is null || time(each) >= from) && (to is null || time(each) <= to) && (first is null || id(each) >= first)).ToList();
        return first is null && from is null ? within.TakeLast(limit) : within.Take(limit);
    }

    public JsonNode Ping(Params sent) => new JsonObject();

    public JsonNode Time(Params sent) => new JsonObject { ["serverTime"] = NowMs };

    protected static JsonArray Array(IEnumerable<JsonNode> nodes) => [.. nodes];

    protected static JsonArray Levels(IEnumerable<SimLevel> levels, Func<decimal, string> number) =>
        Array(levels.Select(level => new JsonArray(number(level.Price), number(level.Qty))));

    protected static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
