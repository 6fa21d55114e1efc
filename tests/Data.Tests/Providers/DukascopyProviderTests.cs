using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Providers;
using Workbench.Data.Providers.Dukascopy;
using Workbench.Data.Tests.Importers;

namespace Workbench.Data.Tests.Providers;

public sealed class DukascopyProviderTests
{
    static readonly long Now = Fetching.At("2026-07-01");

    [Theory]
    [InlineData("GBPJPY", "", "2012-12-02T22:00Z", "2012-12-02T23:00Z", "datafeed/GBPJPY/2012/11/02/22h_ticks.bi5")]
    [InlineData("US500", "1m@ask", "2024-01-31", "2024-02-01", "datafeed/USA500IDXUSD/2024/00/31/ASK_candles_min_1.bi5")]
    [InlineData("BTCUSD", "1h@bid", "2023-01-05", "2023-01-06", "datafeed/BTCUSD/2023/00/BID_candles_hour_1.bi5")]
    [InlineData("BTCUSD", "1d@bid", "2022-03-01", "2022-04-01", "datafeed/BTCUSD/2022/BID_candles_day_1.bi5")]
    public void Files_are_asked_for_by_the_vendors_paths(string symbol, string bars, string from, string to, string request)
    {
        var piece = Assert.Single(Plan(DukascopyTransport.Bi5, Fetching.Want(symbol, bars.Length == 0 ? DataKind.Ticks : DataKind.Bars, bars, from, to)));
        Assert.Equal(request, piece.Request);
        Assert.Equal(request["datafeed/".Length..], piece.File);
    }

    [Theory]
    [InlineData("BTCUSD", "", "2023-02-20T12:00Z", "2023-02-20T13:00Z", "v1/ticks/BTC-USD/2023/2/20/12")]
    [InlineData("EURUSD", "1m@bid", "2026-06-10", "2026-06-11", "v1/candles/minute/EUR-USD/BID/2026/6/10")]
    [InlineData("US500", "1h@ask", "2023-01-05", "2023-01-06", "v1/candles/hour/USA500.IDX-USD/ASK/2023/1")]
    [InlineData("BTCUSD", "1d@bid", "2022-03-01", "2022-04-01", "v1/candles/day/BTC-USD/BID/2022")]
    public void The_newer_api_counts_months_from_one(string symbol, string bars, string from, string to, string request) =>
        Assert.Equal(request, Assert.Single(Plan(DukascopyTransport.Json, Fetching.Want(symbol, bars.Length == 0 ? DataKind.Ticks : DataKind.Bars, bars, from, to))).Request);

    [Theory]
    [InlineData("dukascopy", "", 0)]
    [InlineData("dukascopy", "not found", 404)]
    [InlineData("dukascopy-json", "not found", 404)]
    public async Task A_closed_hour_is_an_empty_answer(string name, string body, int status)
    {
        var answer = new LoopbackAnswer(System.Text.Encoding.ASCII.GetBytes(body), "text/html") { Status = status == 0 ? 200 : status };
        Assert.Empty(await Fetching.First(name, Samples.Of(name).Want, answer));
    }

    [Fact]
    public async Task Being_forbidden_means_asking_too_often_where_there_is_no_key() =>
        Assert.Equal(ProviderFailure.Limited, (await Fetching.Failure("dukascopy", Samples.Of("dukascopy").Want, LoopbackAnswer.Page(403))).Failure);

    [Fact]
    public async Task A_flipped_bit_is_noticed()
    {
        var (want, answer) = Samples.Of("dukascopy");
        var body = answer.Body.ToArray();
        body[^8] ^= 4;
        Assert.Equal(ProviderFailure.Garbled, (await Fetching.Failure("dukascopy", want, answer with { Body = body })).Failure);
    }

    [Fact]
    public void Points_of_another_size_are_refused_because_the_files_do_not_name_theirs()
    {
        using var http = new HttpClient();
        var provider = new DukascopyProvider(http, DukascopyProvider.Profile.Address, () => null);
        var want = Fetching.Want("BTCUSD", DataKind.Ticks, "", "2023-02-20T12:00Z", "2023-02-20T13:00Z");
        Assert.Null(provider.Refusal(want));
        var finer = want with { Instrument = InstrumentTable.BuiltIn.Find("BTCUSD", new InstrumentOverrides { Point = 0.01m }) };
        Assert.Contains("points of 0.1", provider.Refusal(finer), StringComparison.Ordinal);
    }

    [SharedDataFact]
    public async Task An_hour_of_ticks_is_fetched_and_read_one_by_one()
    {
        using var folder = new TempFolder();
        using var server = Recorded();
        await FetchAll("dukascopy", server, folder.Path, Fetching.Want("EURUSD", DataKind.Ticks, "", "2019-02-04", "2019-02-05"));
        var fetched = Importing.Ticks(Importing.Open("dukascopy-bi5", folder.Path, "EURUSD"));
        var recorded = Importing.Ticks(Importing.Open("dukascopy-bi5", SharedData.Path("dukascopy-bi5/EURUSD"), "EURUSD"));
        Assert.Equal(136_741, fetched.Count);
        Assert.Equal(recorded, fetched);
        Assert.Equal(24, server.Asked.Count);
    }

    // The vendor has worked over some days of 2020 since the files were recorded: of two in August it found half a day of ticks, of others a
    // few. The files still have them as they were. Of all other bars both ways have the same prices to the point and volumes to the unit.
    [SharedDataTheory]
    [InlineData("1h@bid", "2023-01-02", "2023-01-30", 730, "")]
    [InlineData("1d@bid", "2020-01-01", "2021-01-01", 364, "2020-08-12 2020-08-21 2020-08-23 2020-08-28 2020-08-29 2020-09-04 2020-09-06 2020-11-30")]
    public async Task Both_ways_give_the_same_bars_but_for_those_that_were_revised(string bars, string from, string to, int count, string revised)
    {
        using var folder = new TempFolder();
        using var server = Recorded();
        var want = Fetching.Want("BTCUSD", DataKind.Bars, bars, from, to);
        await FetchAll("dukascopy", server, folder.File("bi5"), want);
        await FetchAll("dukascopy-json", server, folder.File("json"), want);
        var files = Importing.Bars(Importing.Open("dukascopy-bi5", folder.File("bi5"), "BTCUSD")).ToDictionary(bar => bar.OpenNanos);
        var both = Importing.Bars(Importing.Open("dukascopy-json", folder.File("json"), "BTCUSD")).Where(bar => files.ContainsKey(bar.OpenNanos)).ToList();
        var others = both.Where(bar => Prices(bar) != Prices(files[bar.OpenNanos]) || !AreClose(bar.Volume, files[bar.OpenNanos].Volume)).ToList();
        Assert.Equal(count, both.Count);
        Assert.True(
            revised == string.Join(' ', others.Select(bar => UtcNanos.ToIso(bar.OpenNanos)[..10])),
            "other in json than in bi5:\n" + string.Join('\n', others.Select(bar => $"{Told(bar)}   {Told(files[bar.OpenNanos])}")));
    }

    [SharedDataFact]
    public async Task Sizes_of_ticks_in_json_are_units()
    {
        using var folder = new TempFolder();
        using var server = Recorded();
        await FetchAll("dukascopy-json", server, folder.Path, Fetching.Want("BTCUSD", DataKind.Ticks, "", "2023-02-20T12:00Z", "2023-02-20T13:00Z"));
        var ticks = Importing.Ticks(Importing.Open("dukascopy-json", folder.Path, "BTCUSD"));
        Assert.Equal(8_523, ticks.Count);
        Assert.Equal((24_849.4m, 24_921.5m, 13m, 1.48m), (ticks[0].Bid, ticks[0].Ask, ticks[0].BidSize, ticks[0].AskSize));
    }

    static (long, long, long, long, long) Prices(Bar bar) => (bar.OpenRaw, bar.HighRaw, bar.LowRaw, bar.CloseRaw, bar.CloseNanos);

    // Files hold volumes as floats of 24 bits, answers with six decimals of a million; each is then stored as the nearest unit.
    static bool AreClose(decimal one, decimal other) => Math.Abs(one - other) <= 1 + Math.Max(one, other) / (1 << 24);

    static string Told(Bar bar) => FormattableString.Invariant($"{UtcNanos.ToIso(bar.OpenNanos)} {bar.Open} {bar.High} {bar.Low} {bar.Close} {bar.Volume}");

    static IReadOnlyList<Piece> Plan(DukascopyTransport transport, DataWant want)
    {
        using var http = new HttpClient();
        var provider = new DukascopyProvider(http, DukascopyProvider.ProfileOf(transport).Address, () => null, transport);
        Assert.Null(provider.Refusal(want));
        return provider.Plan(want, Now);
    }

    /// <summary>The recorded files under the vendor's paths; what was not recorded is not there.</summary>
    static Loopback Recorded() => new(asked =>
    {
        var file = asked.Target.StartsWith("/datafeed/", StringComparison.Ordinal)
            ? SharedData.Path("dukascopy-bi5" + asked.Target["/datafeed".Length..])
            : SharedData.Path("dukascopy-json-api/" + asked.Target["/v1/".Length..].Replace('/', '-') + ".json");
        return File.Exists(file)
            ? new LoopbackAnswer(File.ReadAllBytes(file), file.EndsWith("json", StringComparison.Ordinal) ? "application/json" : "application/octet-stream")
            : LoopbackAnswer.Page(404);
    });

    static async Task FetchAll(string name, Loopback server, string folder, DataWant want)
    {
        using var http = new HttpClient();
        var provider = Fetching.Make(name, server, http);
        foreach (var piece in provider.Plan(want, Now))
        {
            var file = Path.Combine(folder, piece.File);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, await provider.Fetch(piece, CancellationToken.None));
        }
    }
}
