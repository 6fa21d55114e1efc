using Workbench.Data.Instruments;

namespace Workbench.Data.Providers.AlphaVantage;

/// <summary>Alpha Vantage: intraday and daily bars of shares and currencies, news with sentiment. A free key gives 25 answers a day.</summary>
/// <param name="http">Client with the pipeline inside.</param>
/// <param name="address">Where it is.</param>
/// <param name="key">Knows its key, which it takes in the query only.</param>
/// <param name="names">What it calls instruments; default the names that ship.</param>
public sealed class AlphaVantageProvider(HttpClient http, Uri address, Func<string?> key, InstrumentTable? names = null) : IDataProvider
{
    readonly ProviderHttp http = new(http, address, Profile.Name);
    readonly InstrumentTable names = names ?? InstrumentTable.BuiltIn;
    Action<string> tell = static _ => { };

    /// <summary>
    /// What it can do with a free key; intraday of currencies needs a paid one, and reaches back a month (its documentation). Users report of 2026 that a
    /// free key has only the last hundred days of daily bars, which is said when they are asked for. How far news reach back is assumed.
    /// </summary>
    public static ProviderProfile Profile { get; } = new("alphavantage", "Alpha Vantage: bars of shares and currencies, news with sentiment; 25 answers a day")
    {
        Address = new Uri("https://www.alphavantage.co"),
        Format = "alphavantage-json",
        NewsFormat = "alphavantage-news",
        NeedsKey = true,
        Offers =
        [
            Bars(AssetClass.Equity, [Model.Bars.Days()], "key") with { Since = Year(1999) },
            Bars(AssetClass.Equity, Intraday, "key") with { Since = Year(2000) },
            Bars(AssetClass.Forex, [Model.Bars.Days()], "key"),
            Bars(AssetClass.Forex, Intraday, "paid") with { Reach = TimeSpan.FromDays(29) },
            new Offer(Capability.News) { Classes = [AssetClass.Equity, AssetClass.Forex, AssetClass.Crypto], Cost = "key", Since = Year(2022) },
            new Offer(Capability.Sentiment) { Classes = [AssetClass.Equity, AssetClass.Forex, AssetClass.Crypto], Cost = "key", Since = Year(2022) },
            new Offer(Capability.Volumes) { Classes = [AssetClass.Equity], Cost = "key" },
        ],

        // Its page "Support": 25 requests a day with a free key. Since December 2025 it answers one a second (finance-quote's issue 546); the 5 a
        // minute of earlier years are no more. That its day turns at midnight UTC is assumed.
        Limits =
        [
            new RateRule("second", 1, TimeSpan.FromSeconds(1)) { Reserve = 0 },
            new RateRule("day", 25, TimeSpan.FromDays(1)) { Reserve = 0, FollowsClock = true },
        ],
        Parallel = 1,
    };

    static BarSpec[] Intraday => [Model.Bars.Minutes(1), Model.Bars.Minutes(5), Model.Bars.Minutes(15), Model.Bars.Minutes(30), Model.Bars.Hours(1)];

    ProviderProfile IDataProvider.Profile => Profile;

    /// <inheritdoc/>
    public string? Refusal(DataWant want) => OfferCheck.Refusal(Profile, want);

    /// <inheritdoc/>
    public IReadOnlyList<Piece> Plan(DataWant want, long now)
    {
        var offer = OfferCheck.Of(Profile, want);
        var reach = offer.Reach is { } back ? UtcNanos.Floor(now - UtcNanos.From(back), UtcNanos.Day) : offer.Since;
        var symbol = Uri.EscapeDataString(names.NameAt(Profile.Name, want.Instrument.Symbol) ?? want.Instrument.Symbol);
        return [.. AlphaVantageMap.Pieces(want, symbol, want.Range with { From = Math.Max(want.Range.From, reach) }, now)];
    }

    /// <inheritdoc/>
    public Task<byte[]> Fetch(Piece piece, CancellationToken cancel) => piece.Request.Contains("NEWS_SENTIMENT", StringComparison.Ordinal)
        ? new AlphaVantageNews(request => Ask(request, isNews: true, cancel), sentence => tell(sentence)).Whole(piece.Request)
        : Ask(piece.Request, isNews: false, cancel);

    /// <inheritdoc/>
    public void Listen(Action<string> tell) => this.tell = tell;

    /// <inheritdoc/>
    public async Task<string> Test(CancellationToken cancel)
    {
        var request = new Piece("", "query?function=TIME_SERIES_DAILY&symbol=IBM&outputsize=compact&datatype=json", default);
        await Fetch(request, cancel).ConfigureAwait(false);
        return "It answers, and knows the key. That was one of the day's 25 answers.";
    }

    async Task<byte[]> Ask(string path, bool isNews, CancellationToken cancel)
    {
        var request = new ProviderRequest(isNews ? "GET news" : "GET series", path) { Secret = ("apikey", ProviderKey.Needed(key, Profile.Name)) };
        return AlphaVantageWire.Checked(await http.Get(request, cancel).ConfigureAwait(false), isNews);
    }

    static Offer Bars(AssetClass of, IReadOnlyList<BarSpec> lengths, string cost) =>
        new(Capability.HistoricalBars) { Classes = [of], Bars = [.. lengths.Select(bar => bar.Of(PriceSource.Last))], Cost = cost };

    static long Year(int year) => UtcNanos.From(new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc));
}
