using Workbench.Data.Instruments;

namespace Workbench.Data.Providers.Oanda;

/// <summary>OANDA's history, for who has an account there: bars of bid and ask, their volume the number of price changes.</summary>
/// <param name="http">Client with the pipeline inside.</param>
/// <param name="address">Where it is; the practice host answers with the same prices as the live one.</param>
/// <param name="key">Knows the account's token, which travels in a header.</param>
/// <param name="names">What it calls instruments; default the names that ship.</param>
public sealed class OandaProvider(HttpClient http, Uri address, Func<string?> key, InstrumentTable? names = null) : IDataProvider
{
    readonly ProviderHttp http = new(http, address, Profile.Name);
    readonly InstrumentTable names = names ?? InstrumentTable.BuiltIn;

    /// <summary>What it can do.</summary>
    public static ProviderProfile Profile { get; } = new("oanda", "OANDA: bars of bid and ask of currencies, metals, indices, with an account")
    {
        Address = new Uri("https://api-fxpractice.oanda.com"),
        Format = "oanda-json",
        NeedsKey = true,
        Offers =
        [
            new Offer(Capability.HistoricalBars)
            {
                Classes = [AssetClass.Forex, AssetClass.Cfd],
                Cost = "account",
                Since = UtcNanos.From(new DateTime(2005, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
                Bars = [.. Lengths.Select(bar => bar.Of(PriceSource.Bid)), .. Lengths.Select(bar => bar.Of(PriceSource.Ask))],
            },
        ],

        // Its pages: "Development Guide" answers 120 a second of an address, "Best Practices" asks for no more than 100 on a connection.
        Limits = [new RateRule("requests", 100, TimeSpan.FromSeconds(1)) { Reserve = 0.5 }],
    };

    static BarSpec[] Lengths =>
    [
        Model.Bars.Seconds(5), Model.Bars.Minutes(1), Model.Bars.Minutes(5), Model.Bars.Minutes(15), Model.Bars.Minutes(30),
        Model.Bars.Hours(1), Model.Bars.Hours(4), Model.Bars.Days(),
    ];

    ProviderProfile IDataProvider.Profile => Profile;

    /// <inheritdoc/>
    public string? Refusal(DataWant want) => OfferCheck.Refusal(Profile, want);

    /// <inheritdoc/>
    public IReadOnlyList<Piece> Plan(DataWant want, long now)
    {
        var over = UtcNanos.Floor(now, want.Bars.NominalNanos);
        var range = want.Range with { From = Math.Max(want.Range.From, OfferCheck.Of(Profile, want).Since) };
        var name = OandaMap.NameOf(want.Instrument, names);
        return [.. TimeGrid.Cut(range, over, OandaMap.StepOf(want.Bars)).Select(part => OandaMap.Piece(want, name, part, over))];
    }

    /// <inheritdoc/>
    public async Task<byte[]> Fetch(Piece piece, CancellationToken cancel) => OandaWire.Bars(await Ask("GET candles", piece.Request, cancel).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<string> Test(CancellationToken cancel)
    {
        var answer = await Ask("GET accounts", "v3/accounts", cancel).ConfigureAwait(false);
        answer.RefuseByStatus(answer.Said("errorMessage"));
        return answer.Said("accounts") is not null ? "It answers, and knows the token." : throw answer.Garbled("something that is no list of accounts");
    }

    Task<ProviderAnswer> Ask(string call, string path, CancellationToken cancel) =>
        http.Get(new ProviderRequest(call, path) { Header = ("Authorization", "Bearer " + ProviderKey.Needed(key, Profile.Name)) }, cancel);
}
