using System.Globalization;
using Workbench.Data.Instruments;

namespace Workbench.Data.Providers.Dukascopy;

/// <summary>Dukascopy's history: ticks with sizes, and minute, hour and day bars of bid and ask. It asks for no key.</summary>
public sealed class DukascopyProvider : IDataProvider
{
    // What its own description of EUR/USD and BTC/USD gives as the first tick; of metals and indices what its files begin with.
    static readonly long ForexSince = UtcNanos.From(new DateTime(2003, 5, 4, 0, 0, 0, DateTimeKind.Utc));
    static readonly long CfdSince = UtcNanos.From(new DateTime(2003, 5, 5, 0, 0, 0, DateTimeKind.Utc));
    static readonly long CryptoSince = UtcNanos.From(new DateTime(2017, 5, 7, 0, 0, 0, DateTimeKind.Utc));

    readonly ProviderHttp http;
    readonly DukascopyTransport transport;
    readonly InstrumentTable names;

    /// <param name="http">Client with the pipeline inside.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="key">Not asked.</param>
    /// <param name="transport">Which of its two ways.</param>
    /// <param name="names">What it calls instruments; default the names that ship.</param>
    public DukascopyProvider(HttpClient http, Uri address, Func<string?> key, DukascopyTransport transport = DukascopyTransport.Bi5, InstrumentTable? names = null)
    {
        _ = key;
        this.transport = transport;
        this.names = names ?? InstrumentTable.BuiltIn;
        this.http = new ProviderHttp(http, address, ProfileOf(transport).Name);
    }

    /// <summary>What it can do over the tree of .bi5 files.</summary>
    public static ProviderProfile Profile { get; } = new("dukascopy", "Dukascopy's files: ticks and bars of bid and ask; currencies, metals, indices, coins")
    {
        Address = new Uri("https://datafeed.dukascopy.com"),
        Format = "dukascopy-bi5",
        Offers = [.. OffersFor(AssetClass.Forex, ForexSince), .. OffersFor(AssetClass.Cfd, CfdSince), .. OffersFor(AssetClass.Crypto, CryptoSince)],

        // It publishes none. Ten a second is what its own web page asks for.
        Limits = [new RateRule("requests", 10, TimeSpan.FromSeconds(1)) { Reserve = 0 }],
        Parallel = 4,
    };

    static readonly ProviderProfile JsonProfile = Profile with
    {
        Name = "dukascopy-json",
        Summary = "Dukascopy's newer API: the same history as differences in JSON",
        Address = new Uri("https://jetta.dukascopy.com"),
        Format = "dukascopy-json",
    };

    ProviderProfile IDataProvider.Profile => ProfileOf(transport);

    /// <summary>What it can do over one of its ways.</summary>
    public static ProviderProfile ProfileOf(DukascopyTransport transport) => transport == DukascopyTransport.Json ? JsonProfile : Profile;

    /// <inheritdoc/>
    public string? Refusal(DataWant want)
    {
        if (want.Kind == DataKind.Trades)
        {
            return $"{ProfileOf(transport).Name} has quotes and no trades.";
        }

        // The files hold whole points and say nowhere how large one is.
        var known = names.TryFind(want.Instrument.Symbol);
        return OfferCheck.Refusal(ProfileOf(transport), want) ?? (transport == DukascopyTransport.Bi5 && known is not null && known.TickSize != want.Instrument.TickSize
            ? string.Create(CultureInfo.InvariantCulture, $"Dukascopy writes {known.Symbol} in points of {known.TickSize}, and it is wanted in points of {want.Instrument.TickSize}.")
            : null);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Piece> Plan(DataWant want, long now)
    {
        var since = OfferCheck.Of(Profile, want).Since;
        var range = want.Range with { From = Math.Max(want.Range.From, since) };
        return [.. TimeGrid.Cut(range, now, DukascopyMap.StepOf(want)).Select(part => transport == DukascopyTransport.Bi5
            ? DukascopyMap.Bi5(want, part, names)
            : DukascopyMap.Json(want, part, names))];
    }

    /// <inheritdoc/>
    public async Task<byte[]> Fetch(Piece piece, CancellationToken cancel)
    {
        var isTicks = piece.Request.Contains("ticks", StringComparison.Ordinal);
        var answer = await http.Get(new ProviderRequest(isTicks ? "GET ticks" : "GET candles", piece.Request), cancel).ConfigureAwait(false);
        return transport == DukascopyTransport.Bi5 ? DukascopyWire.Bi5(answer, isTicks) : DukascopyWire.Json(answer, isTicks);
    }

    /// <inheritdoc/>
    public async Task<string> Test(CancellationToken cancel)
    {
        var day = UtcNanos.From(new DateTime(2024, 1, 3, 0, 0, 0, DateTimeKind.Utc));
        var want = new DataWant(names.Find("EURUSD"), DataKind.Bars, Bars.Minutes(1).Of(PriceSource.Bid), new TimeRange(day, day + UtcNanos.Day));
        var body = await Fetch(Plan(want, want.Range.To)[0], cancel).ConfigureAwait(false);
        return body.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"It answers: the minutes of EURUSD of 3 January 2024 are {body.Length} bytes.")
            : throw new ProviderException(ProviderFailure.NotThere, $"{ProfileOf(transport).Name} answers that there was nothing of EURUSD on 3 January 2024: is the address right?");
    }

    static IEnumerable<Offer> OffersFor(AssetClass of, long since)
    {
        BarSpec[] lengths = [Bars.Minutes(1), Bars.Hours(1), Bars.Days()];
        yield return new Offer(Capability.HistoricalTicks) { Classes = [of], Since = since };
        yield return new Offer(Capability.HistoricalBars) { Classes = [of], Since = since, Bars = [.. lengths.Select(bar => bar.Of(PriceSource.Bid)), .. lengths.Select(bar => bar.Of(PriceSource.Ask))] };
        yield return new Offer(Capability.Volumes) { Classes = [of], Since = since };
    }
}
