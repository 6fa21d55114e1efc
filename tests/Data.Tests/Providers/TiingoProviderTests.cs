using System.Text.RegularExpressions;
using Workbench.Data.Providers;
using Workbench.Data.Tests.Importers;

namespace Workbench.Data.Tests.Providers;

public sealed partial class TiingoProviderTests
{
    [Theory]
    [InlineData("GOOGL", "1d@last", "tiingo/daily/googl/prices?startDate=2024-01-01&endDate=2024-12-31&format=json&resampleFreq=daily")]
    [InlineData("BRK.B", "30m@last", "iex/brk-b/prices?startDate=2024-03-01&endDate=2024-03-31&format=json&resampleFreq=30min&columns=open,high,low,close,volume")]
    [InlineData("EURUSD", "1h@last", "tiingo/fx/eurusd/prices?startDate=2024-03-01&endDate=2024-03-31&resampleFreq=1hour")]
    [InlineData("BTCUSD", "1d@last", "tiingo/crypto/prices?tickers=btcusd&startDate=2024-01-01&endDate=2024-12-31&resampleFreq=1day")]
    public async Task Each_market_has_its_path_and_the_token_travels_in_a_header(string symbol, string bars, string request)
    {
        using var server = new Loopback(_ => LoopbackAnswer.Json("[]"));
        using var http = new HttpClient();
        var provider = Fetching.Make("tiingo", server, http);
        await provider.Fetch(Assert.Single(provider.Plan(Fetching.Want(symbol, DataKind.Bars, bars, "2024-03-05", "2024-03-06"), Fetching.At("2026-07-01"))), CancellationToken.None);
        var asked = Assert.Single(server.Asked);
        Assert.Equal("/" + request, asked.Target);
        Assert.Contains($"Authorization: Token {Fetching.Key}", asked.Headers);
    }

    [Theory]
    [InlineData(404, """{"detail":"Not found."}""", ProviderFailure.NotThere)]
    [InlineData(403, """{"detail":"You do not have permission to access the News API"}""", ProviderFailure.Unauthorized)]
    [InlineData(200, """{"detail":"Error: You have run over your hourly request allocation."}""", ProviderFailure.Limited)]
    [InlineData(200, """{"detail":"Invalid token."}""", ProviderFailure.Unauthorized)]
    [InlineData(200, """[{"close":1}]""", ProviderFailure.Garbled)]
    public async Task A_detail_is_a_refusal(int status, string body, ProviderFailure failure) =>
        Assert.Equal(failure, (await Fetching.Failure("tiingo", Samples.Of("tiingo").Want, LoopbackAnswer.Json(body, status))).Failure);

    [SharedDataFact]
    public async Task Recorded_days_are_the_same_in_json_and_in_csv()
    {
        var bodies = Bodies("ticker_price_pandas_daily_equivalent_requesting_json_or_csv.yaml");
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("a.json"), await Fetching.First("tiingo", Samples.Of("tiingo").Want, LoopbackAnswer.Json(bodies[0])));
        await File.WriteAllTextAsync(folder.File("a.csv"), bodies[1]);
        var json = Importing.Bars(Importing.Open("tiingo-json", folder.File("a.json"), "GOOGL"));
        var csv = Importing.Bars(Importing.Open("tiingo-csv", folder.File("a.csv"), "GOOGL"));
        Assert.Equal(10, json.Count);
        Assert.Equal(json.Select(Values), csv.Select(Values));
        Assert.Equal((1103.45m, 1113.58m, 1101.8m, 1110.29m, 1_493_389m), (json[0].Open, json[0].High, json[0].Low, json[0].Close, json[0].Volume));
        Assert.Equal(Fetching.At("2018-01-05T14:30Z"), json[0].OpenNanos);
    }

    [SharedDataFact]
    public async Task Recorded_half_hours_are_read()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("a.json"), Bodies("intraday_price.yaml")[0]);
        var tape = Importing.Open("tiingo-json", folder.File("a.json"), "GOOGL");
        Assert.Equal("30m@last", tape.Name);
        var bars = Importing.Bars(tape);
        Assert.Equal((Fetching.At("2018-01-02T14:30Z"), 1057.47m, 1061.91m, 1054.17m, 1061.91m), (bars[0].OpenNanos, bars[0].Open, bars[0].High, bars[0].Low, bars[0].Close));
    }

    static (long, long, long, long, long, long) Values(Bar bar) => (bar.OpenNanos, bar.OpenRaw, bar.HighRaw, bar.LowRaw, bar.CloseRaw, bar.VolumeRaw);

    /// <summary>Bodies of a recorded exchange: text in single quotes, where two stand for one, a line's end for a space and an empty line for a line's end.</summary>
    static List<string> Bodies(string file) =>
    [
        .. Body().Matches(File.ReadAllText(SharedData.Path("tiingo-vcr/" + file)).ReplaceLineEndings("\n"))
            .Select(match => Fold().Replace(match.Groups["text"].Value, fold => fold.Value.Count(letter => letter == '\n') > 1 ? "\n" : " ").Replace("''", "'", StringComparison.Ordinal)),
    ];

    [GeneratedRegex(@"string: '(?<text>(?:[^']|'')*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    [GeneratedRegex(@" *\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Fold();
}
