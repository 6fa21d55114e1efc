using System.Text.Json;
using System.Web;
using Workbench.Data.Instruments;

namespace Workbench.Data.Providers.Binance;

/// <summary>Binance's public history: bars, and prints one by one. It asks for no key.</summary>
public sealed class BinanceProvider : IDataProvider
{
    static readonly BarSpec[] Lengths = [Model.Bars.Minutes(1), Model.Bars.Minutes(5), Model.Bars.Minutes(15), Model.Bars.Minutes(30), Model.Bars.Hours(1), Model.Bars.Hours(4), Model.Bars.Days()];

    readonly ProviderHttp http;
    readonly BinanceMarket market;
    readonly InstrumentTable names;

    /// <param name="http">Client with the pipeline inside.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="key">Not asked.</param>
    /// <param name="market">Which of its markets.</param>
    /// <param name="names">What it calls instruments; default the names that ship.</param>
    public BinanceProvider(HttpClient http, Uri address, Func<string?> key, BinanceMarket market = BinanceMarket.Spot, InstrumentTable? names = null)
    {
        _ = key;
        this.market = market;
        this.names = names ?? InstrumentTable.BuiltIn;
        this.http = new ProviderHttp(http, address, ProfileOf(market).Name);
    }

    /// <summary>What it can do at spot.</summary>
    public static ProviderProfile Profile { get; } = new("binance", "Binance spot: bars and prints of coins")
    {
        Address = new Uri("https://api.binance.com"),
        Format = "binance-json",
        Offers = OffersSince(2017, 7),

        // GET /api/v3/exchangeInfo: REQUEST_WEIGHT 6,000 a minute.
        Limits = [Weight(6000)],
    };

    static readonly ProviderProfile FuturesProfile = Profile with
    {
        Name = "binance-futures",
        Summary = "Binance USD-M perpetuals: bars and prints of coins",
        Address = new Uri("https://fapi.binance.com"),
        Offers = OffersSince(2019, 9),

        // GET /fapi/v1/exchangeInfo: REQUEST_WEIGHT 2,400 a minute.
        Limits = [Weight(2400)],
    };

    ProviderProfile IDataProvider.Profile => ProfileOf(market);

    /// <summary>What it can do at one of its markets.</summary>
    public static ProviderProfile ProfileOf(BinanceMarket market) => market == BinanceMarket.Futures ? FuturesProfile : Profile;

    /// <inheritdoc/>
    public string? Refusal(DataWant want) => want.Kind == DataKind.Ticks
        ? $"{ProfileOf(market).Name} has a history of prints and none of quotes."
        : OfferCheck.Refusal(ProfileOf(market), want);

    /// <inheritdoc/>
    public IReadOnlyList<Piece> Plan(DataWant want, long now)
    {
        var symbol = names.NameAt(ProfileOf(market).Name, want.Instrument.Symbol) ?? want.Instrument.Symbol.Replace("-", "", StringComparison.Ordinal);
        var over = UtcNanos.Floor(now, want.Kind == DataKind.Bars ? want.Bars.NominalNanos : UtcNanos.Second);
        var range = want.Range with { From = Math.Max(want.Range.From, OfferCheck.Of(ProfileOf(market), want).Since) };
        return [.. TimeGrid.Cut(range, over, BinanceMap.StepOf(want)).Select(part => BinanceMap.Piece(market, want, symbol, part, over))];
    }

    /// <inheritdoc/>
    public async Task<byte[]> Fetch(Piece piece, CancellationToken cancel)
    {
        var answer = await Ask(piece.Request, cancel).ConfigureAwait(false);
        using var first = BinanceWire.Rows(answer);
        BinanceWire.Check(answer, first.RootElement);
        return piece.Request.Contains("aggTrades", StringComparison.Ordinal) && first.RootElement.GetArrayLength() == BinanceMap.Rows
            ? await Follow(piece, first, cancel).ConfigureAwait(false)
            : answer.Body;
    }

    /// <inheritdoc/>
    public async Task<string> Test(CancellationToken cancel)
    {
        var answer = await Ask(market == BinanceMarket.Spot ? "api/v3/time" : "fapi/v1/time", cancel).ConfigureAwait(false);
        answer.RefuseByStatus(answer.Said("msg"), ProviderFailure.Limited);
        return answer.Said("serverTime") is not null ? "It answers." : throw answer.Garbled("something that is no time");
    }

    /// <summary>An hour with more prints than an answer holds: on from the last one's number, until one is later than was asked for.</summary>
    async Task<byte[]> Follow(Piece piece, JsonDocument first, CancellationToken cancel)
    {
        var query = HttpUtility.ParseQueryString(piece.Request.Split('?')[1]);
        var end = long.Parse(query["endTime"]!, System.Globalization.CultureInfo.InvariantCulture);
        using var all = new MemoryStream();
        await using var writer = new Utf8JsonWriter(all);
        writer.WriteStartArray();
        var last = Write(writer, first.RootElement, end);
        for (var count = BinanceMap.Rows; last >= 0 && count == BinanceMap.Rows;)
        {
            var next = FormattableString.Invariant($"{piece.Request.Split('?')[0]}?symbol={query["symbol"]}&fromId={last + 1}&limit={BinanceMap.Rows}");
            var answer = await Ask(next, cancel).ConfigureAwait(false);
            using var rows = BinanceWire.Rows(answer);
            BinanceWire.Check(answer, rows.RootElement);
            count = rows.RootElement.GetArrayLength();
            last = Write(writer, rows.RootElement, end);
        }

        writer.WriteEndArray();
        await writer.FlushAsync(cancel).ConfigureAwait(false);
        return all.ToArray();
    }

    /// <summary>Number of the last print, or -1 where one lay behind the end.</summary>
    static long Write(Utf8JsonWriter writer, JsonElement rows, long end)
    {
        var last = -1L;
        foreach (var row in rows.EnumerateArray())
        {
            if (row.GetProperty("T").GetInt64() > end)
            {
                return -1;
            }

            row.WriteTo(writer);
            last = row.GetProperty("a").GetInt64();
        }

        return last;
    }

    // Weights by its documents: bars 2 at spot whatever the limit, 5 for 500 to 1,000 rows at futures; prints 4 and 20.
    Task<ProviderAnswer> Ask(string path, CancellationToken cancel)
    {
        var isPrints = path.Contains("aggTrades", StringComparison.Ordinal);
        var weight = (market, isPrints) switch { (BinanceMarket.Spot, true) => 4, (BinanceMarket.Spot, false) => 2, (_, true) => 20, _ => 5 };
        return http.Get(new ProviderRequest(isPrints ? "GET aggTrades" : "GET klines", path) { Weight = weight }, cancel);
    }

    static RateRule Weight(int limit) => new("weight", limit, TimeSpan.FromMinutes(1)) { FollowsClock = true, Reserve = 0.5, UsedHeader = "X-MBX-USED-WEIGHT-1M" };

    static Offer[] OffersSince(int year, int month)
    {
        var since = UtcNanos.From(new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc));
        return
        [
            new Offer(Capability.HistoricalBars) { Classes = [AssetClass.Crypto], Since = since, Bars = [.. Lengths.Select(bar => bar.Of(PriceSource.Last))] },
            new Offer(Capability.HistoricalTicks) { Classes = [AssetClass.Crypto], Since = since },
            new Offer(Capability.Volumes) { Classes = [AssetClass.Crypto], Since = since },
        ];
    }
}
