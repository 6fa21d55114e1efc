using System.Text.Json;
using Workbench.Data.Importers.Yahoo;
using Workbench.Data.Providers;
using Workbench.Data.Tests.Importers;

namespace Workbench.Data.Tests.Providers;

public sealed class YahooProviderTests
{
    [Theory]
    [InlineData("EURUSD", "EURUSD%3DX")]
    [InlineData("BTCUSD", "BTC-USD")]
    [InlineData("US500", "%5EGSPC")]
    [InlineData("AAPL", "AAPL")]
    [InlineData("BRK.B", "BRK-B")]
    public void Symbols_are_asked_for_as_yahoo_spells_them(string symbol, string asked) =>
        Assert.StartsWith($"v8/finance/chart/{asked}?", Assert.Single(Plan(symbol, "1d@last", "2024-03-01", "2024-03-05")).Request, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_asked_beyond_what_yahoo_reaches_back_to_nor_a_bar_that_still_runs()
    {
        var pieces = Plan("AAPL", "1m@last", "2020-01-01", "2027-01-01");
        Assert.Equal(Fetching.At("2026-06-02"), pieces[0].Range.From);
        Assert.Contains("period2=1782913620&interval=1m&", pieces[^1].Request, StringComparison.Ordinal);
        Assert.All(pieces, piece => Assert.True(piece.Range.Length <= 7 * UtcNanos.Day));
    }

    [Theory]
    [InlineData(404, """{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found, symbol may be delisted"}}}""", ProviderFailure.NotThere, "delisted")]
    [InlineData(200, """{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found, symbol may be delisted"}}}""", ProviderFailure.NotThere, "delisted")]
    [InlineData(422, """{"chart":{"result":null,"error":{"code":"Unprocessable Entity","description":"1m data not available for startTime=1 and endTime=2."}}}""", ProviderFailure.NotThere, "1m data")]
    [InlineData(403, "{}", ProviderFailure.Limited, "403")]
    [InlineData(200, """{"chart":{"result":[],"error":null}}""", ProviderFailure.Garbled, "no chart")]
    [InlineData(200, """{"chart":{"result":[{"meta":{"symbol":"GBPUSD=X","dataGranularity":"1d"}}],"error":null}}""", ProviderFailure.Garbled, "GBPUSD=X")]
    [InlineData(200, """{"chart":{"result":[{"meta":{"symbol":"EURUSD=X","dataGranularity":"1mo"}}],"error":null}}""", ProviderFailure.Garbled, "1mo")]
    public async Task A_refusal_in_any_clothes_is_understood(int status, string body, ProviderFailure failure, string text)
    {
        var error = await Fetching.Failure("yahoo", Samples.Of("yahoo").Want, LoopbackAnswer.Json(body, status));
        Assert.Equal(failure, error.Failure);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_without_bars_is_an_answer()
    {
        var answer = LoopbackAnswer.Json("""{"chart":{"result":[{"meta":{"symbol":"EURUSD=X","dataGranularity":"1d"},"indicators":{"quote":[{}]}}],"error":null}}""");
        Assert.Equal(answer.Body, await Fetching.First("yahoo", Samples.Of("yahoo").Want, answer));
    }

    [SharedDataFact]
    public async Task A_year_of_msft_is_read_value_by_value_with_its_dividends()
    {
        var recorded = Recorded("historical-via-chart-MSFT-dividends-2021-02-01-to-2022-01-31.csv.json");
        using var folder = new TempFolder();
        var file = folder.File("MSFT-1d-20210101.json");
        await File.WriteAllBytesAsync(file, await Fetching.First("yahoo", Fetching.Want("MSFT", DataKind.Bars, "1d@last", "2021-02-01", "2021-12-31"), recorded));
        var bars = Importing.Bars(Importing.Open("yahoo-json", file, "MSFT"));
        using var truth = JsonDocument.Parse(recorded.Body);
        var result = truth.RootElement.GetProperty("chart").GetProperty("result")[0];
        var stamps = result.GetProperty("timestamp").EnumerateArray().Select(stamp => stamp.GetInt64()).ToList();
        var closes = result.GetProperty("indicators").GetProperty("quote")[0].GetProperty("close").EnumerateArray().Select(close => Math.Round(close.GetDecimal(), 2, MidpointRounding.AwayFromZero));
        Assert.Equal(stamps.Select(stamp => stamp * UtcNanos.Second), bars.Select(bar => bar.OpenNanos));
        Assert.Equal(closes, bars.Select(bar => bar.Close));
        Assert.Equal(
            [("2021-02-17", 0.56m), ("2021-05-19", 0.56m), ("2021-08-18", 0.56m), ("2021-11-17", 0.62m)],
            YahooActions.Read(file).Dividends.Select(row => (UtcNanos.ToIso(row.Time)[..10], row.Amount)));
    }

    [SharedDataFact]
    public void Splits_are_read()
    {
        var actions = YahooActions.Read(SharedData.Path("yahoo-chart-json/chart-AAPL-2020-08-31-to-2020-11-07.json"));
        Assert.Equal(new YahooSplit(1_598_880_600 * UtcNanos.Second, 4, 1), Assert.Single(actions.Splits));
        Assert.Equal(new YahooDividend(1_604_673_000 * UtcNanos.Second, 0.205m), Assert.Single(actions.Dividends));
    }

    [SharedDataFact]
    public void A_share_without_dividends_has_none()
    {
        var actions = YahooActions.Read(SharedData.Path("yahoo-chart-json/historical-via-chart-dividends-TSLA-no-dividends.json"));
        Assert.Empty(actions.Dividends);
    }

    static IReadOnlyList<Piece> Plan(string symbol, string bars, string from, string to)
    {
        using var http = new HttpClient();
        var provider = KnownProviders.TryFind("yahoo")!.Make(http, new Uri("http://127.0.0.1"), () => null, Data.Instruments.InstrumentTable.BuiltIn);
        var want = Fetching.Want(symbol, DataKind.Bars, bars, from, to);
        Assert.Null(provider.Refusal(want));
        return provider.Plan(want, Fetching.At("2026-07-01T13:47:11Z"));
    }

    static LoopbackAnswer Recorded(string file)
    {
        using var exchange = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("yahoo-chart-json/" + file)));
        var response = exchange.RootElement.GetProperty("response");
        return LoopbackAnswer.Json(response.TryGetProperty("body", out var body) ? body.GetString()! : response.GetProperty("bodyJson").GetRawText());
    }
}
