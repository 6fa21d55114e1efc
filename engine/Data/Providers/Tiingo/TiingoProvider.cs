using Workbench.Data.Instruments;

namespace Workbench.Data.Providers.Tiingo;

/// <summary>Tiingo: daily bars of shares and funds, intraday bars of IEX, currencies and coins, news.</summary>
/// <param name="http">Client with the pipeline inside.</param>
/// <param name="address">Where it is.</param>
/// <param name="key">Knows its token, which travels in a header.</param>
/// <param name="names">What it calls instruments; default the names that ship.</param>
public sealed class TiingoProvider(HttpClient http, Uri address, Func<string?> key, InstrumentTable? names = null) : IDataProvider
{
    static readonly BarSpec[] Intraday = [Model.Bars.Minutes(1), Model.Bars.Minutes(5), Model.Bars.Minutes(15), Model.Bars.Minutes(30), Model.Bars.Hours(1)];
    static readonly AssetClass[] Classes = [AssetClass.Equity, AssetClass.Forex, AssetClass.Crypto];

    readonly ProviderHttp http = new(http, address, Profile.Name);
    readonly InstrumentTable names = names ?? InstrumentTable.BuiltIn;
    Action<string> tell = static _ => { };

    /// <summary>What it can do. News is for paying customers.</summary>
    public static ProviderProfile Profile { get; } = new("tiingo", "Tiingo: bars of shares, currencies and coins, news, live quotes")
    {
        Address = new Uri("https://api.tiingo.com"),
        Format = "tiingo-json",
        NewsFormat = "tiingo-news",
        NeedsKey = true,
        Offers =
        [
            Bars(AssetClass.Equity, [Model.Bars.Days()]) with { Since = Year(1962) },
            Bars(AssetClass.Equity, Intraday) with { Since = Year(2017) },
            Bars(AssetClass.Forex, [.. Intraday, Model.Bars.Days()]) with { Since = Year(2020) },
            Bars(AssetClass.Crypto, [.. Intraday, Model.Bars.Days()]) with { Since = Year(2014) },
            new Offer(Capability.News) { Classes = Classes, Since = Year(2014), Cost = "paid" },
            new Offer(Capability.Quotes) { Classes = Classes, Cost = "key" },
            new Offer(Capability.Ticks) { Classes = Classes, Cost = "key" },
            new Offer(Capability.Streaming) { Classes = Classes, Cost = "key" },
            new Offer(Capability.Volumes) { Classes = [AssetClass.Equity, AssetClass.Crypto], Cost = "key" },
        ],

        // A free account has 50 requests an hour and 1,000 a day, as its users tell; its page on prices could not be read. The 500 symbols a month are not counted here.
        Limits =
        [
            new RateRule("hour", 50, TimeSpan.FromHours(1)) { Reserve = 0 },
            new RateRule("day", 1000, TimeSpan.FromDays(1)) { Reserve = 0, FollowsClock = true },
        ],
    };

    ProviderProfile IDataProvider.Profile => Profile;

    /// <inheritdoc/>
    public string? Refusal(DataWant want) => OfferCheck.Refusal(Profile, want);

    /// <inheritdoc/>
    public IReadOnlyList<Piece> Plan(DataWant want, long now)
    {
        var range = want.Range with { From = Math.Max(want.Range.From, OfferCheck.Of(Profile, want).Since) };
        var ticker = TiingoMap.TickerOf(want.Instrument, names);
        return [.. TimeGrid.Cut(range, now, TiingoMap.StepOf(want)).Select(part => TiingoMap.Piece(want, ticker, part))];
    }

    /// <inheritdoc/>
    public async Task<byte[]> Fetch(Piece piece, CancellationToken cancel)
    {
        return piece.Request.StartsWith("tiingo/news", StringComparison.Ordinal)
            ? await new TiingoNews(News, sentence => tell(sentence)).Whole(piece.Request).ConfigureAwait(false)
            : TiingoWire.Rows(await Ask("GET prices", piece.Request, cancel).ConfigureAwait(false), "date");

        // A plan without news is no wrong token: it must not put the prices to rest with it.
        async Task<byte[]> News(string request) => TiingoWire.Rows(await Ask("GET news", request, cancel).ConfigureAwait(false), "publishedDate", ProviderFailure.NotThere);
    }

    /// <inheritdoc/>
    public void Listen(Action<string> tell) => this.tell = tell;

    /// <inheritdoc/>
    public async Task<string> Test(CancellationToken cancel)
    {
        var answer = await Ask("GET test", "api/test", cancel).ConfigureAwait(false);
        answer.RefuseByStatus(answer.Said("detail"));
        using var document = answer.Json();
        return "It answers, and knows the token.";
    }

    Task<ProviderAnswer> Ask(string call, string path, CancellationToken cancel) =>
        http.Get(new ProviderRequest(call, path) { Header = ("Authorization", "Token " + ProviderKey.Needed(key, Profile.Name)) }, cancel);

    static Offer Bars(AssetClass of, IReadOnlyList<BarSpec> lengths) =>
        new(Capability.HistoricalBars) { Classes = [of], Bars = [.. lengths.Select(bar => bar.Of(PriceSource.Last))], Cost = "key" };

    static long Year(int year) => UtcNanos.From(new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc));
}
