using System.Globalization;
using System.Web;
using Workbench.Data.Instruments;

namespace Workbench.Data.Providers.Yahoo;

/// <summary>Yahoo's charts: bars of prints with volume, and the dividends and splits within them (<see cref="Importers.Yahoo.YahooActions"/>). It asks for no key.</summary>
/// <param name="http">Client with the pipeline inside.</param>
/// <param name="address">Where it is.</param>
/// <param name="key">Not asked.</param>
/// <param name="names">What it calls instruments; default the names that ship.</param>
public sealed class YahooProvider(HttpClient http, Uri address, Func<string?> key, InstrumentTable? names = null) : IDataProvider
{
    readonly ProviderHttp http = new(http, address, Profile.Name);
    readonly InstrumentTable names = names ?? InstrumentTable.BuiltIn;

    /// <summary>What it can do. How far back it reaches it says itself, in the text of its refusals (422): 730, 60 and 30 days; one less is sure to be within.</summary>
    public static ProviderProfile Profile { get; } = new("yahoo", "Yahoo's charts: bars of shares, funds, indices, currencies, coins; dividends and splits")
    {
        Address = new Uri("https://query1.finance.yahoo.com"),
        Format = "yahoo-json",
        Offers =
        [
            Bars([Model.Bars.Days()], null),
            Bars([Model.Bars.Hours(1)], TimeSpan.FromDays(729)),
            Bars([Model.Bars.Minutes(5), Model.Bars.Minutes(15), Model.Bars.Minutes(30)], TimeSpan.FromDays(59)),
            Bars([Model.Bars.Minutes(1)], TimeSpan.FromDays(29)),
            new Offer(Capability.Volumes) { Classes = [AssetClass.Equity, AssetClass.Crypto, AssetClass.Cfd] },
        ],

        // It publishes none. Assumed: who asks more than about 2,000 times an hour is turned away with 429.
        Limits = [new RateRule("requests", 2, TimeSpan.FromSeconds(1)) { Reserve = 0 }, new RateRule("hour", 1800, TimeSpan.FromHours(1)) { Reserve = 0 }],
    };

    ProviderProfile IDataProvider.Profile => Profile;

    /// <inheritdoc/>
    public string? Refusal(DataWant want)
    {
        _ = key;
        return OfferCheck.Refusal(Profile, want)
            ?? (YahooMap.SymbolOf(want.Instrument, names) is null ? $"Nobody knows what Yahoo calls {want.Instrument.Symbol}." : null);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Piece> Plan(DataWant want, long now)
    {
        var symbol = YahooMap.SymbolOf(want.Instrument, names)!;
        var length = want.Bars.NominalNanos;

        // Where Yahoo reaches back to moves with the clock; by whole days, so that what was fetched today is known again an hour later.
        var reach = OfferCheck.Of(Profile, want).Reach is { } back ? UtcNanos.Floor(now - UtcNanos.From(back), UtcNanos.Day) : long.MinValue;
        var over = UtcNanos.Floor(now, length);
        return
        [
            .. TimeGrid.Cut(want.Range with { From = Math.Max(want.Range.From, reach) }, over, YahooMap.StepOf(want.Bars))
                .Select(part => part with { From = Math.Max(part.From, reach) })
                .Select(part => YahooMap.Chart(want, symbol, part, part.From, over)),
        ];
    }

    /// <inheritdoc/>
    public async Task<byte[]> Fetch(Piece piece, CancellationToken cancel)
    {
        var answer = await http.Get(new ProviderRequest("GET chart", piece.Request), cancel).ConfigureAwait(false);
        var path = piece.Request.Split('?');
        var symbol = Uri.UnescapeDataString(path[0][(path[0].LastIndexOf('/') + 1)..]);
        return YahooWire.Chart(answer, symbol, HttpUtility.ParseQueryString(path[1])["interval"]!);
    }

    /// <inheritdoc/>
    public async Task<string> Test(CancellationToken cancel)
    {
        var day = UtcNanos.From(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var want = new DataWant(names.Find("EURUSD"), DataKind.Bars, Model.Bars.Days().Of(PriceSource.Last), new TimeRange(day, day + UtcNanos.Day));
        var body = await Fetch(Plan(want, day + 8 * UtcNanos.Day)[0], cancel).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"It answers: a week of EURUSD is {body.Length} bytes.");
    }

    static Offer Bars(IReadOnlyList<BarSpec> lengths, TimeSpan? reach) => new(Capability.HistoricalBars)
    {
        Classes = [AssetClass.Equity, AssetClass.Forex, AssetClass.Crypto, AssetClass.Cfd],
        Bars = [.. lengths.Select(bar => bar.Of(PriceSource.Last))],
        Reach = reach,
    };
}
