using System.Globalization;
using System.Text.Json;
using Workbench.Data.Importers;
using Workbench.Data.Instruments;
using Workbench.Data.Providers;
using Workbench.Data.Tests.Importers;

namespace Workbench.Data.Tests.Providers;

public sealed class AlphaVantageProviderTests
{
    [Theory]
    [InlineData("""{"Note":"Thank you for using Alpha Vantage! Our standard API call frequency is 5 calls per minute."}""", ProviderFailure.Limited)]
    [InlineData("""{"Information":"We have detected your API key as S3CR3T-K3Y-0123456789 and our standard API rate limit is 25 requests per day."}""", ProviderFailure.Limited)]
    [InlineData("""{"Information":"Thank you! This is a premium endpoint."}""", ProviderFailure.NotThere)]
    [InlineData("""{"Error Message":"Invalid API call. Please retry or visit the documentation."}""", ProviderFailure.NotThere)]
    [InlineData("""{"Error Message":"the parameter apikey is invalid or missing."}""", ProviderFailure.Unauthorized)]
    [InlineData("""{"Meta Data":{}}""", ProviderFailure.Garbled)]
    [InlineData("[]", ProviderFailure.Garbled)]
    public async Task A_sentence_with_status_200_is_understood_and_told_without_the_key(string body, ProviderFailure failure) =>
        Assert.Equal(failure, (await Fetching.Failure("alphavantage", Samples.Of("alphavantage").Want, LoopbackAnswer.Json(body))).Failure);

    [Fact]
    public async Task The_key_joins_the_query_at_the_last_moment()
    {
        var (want, answer) = Samples.Of("alphavantage");
        using var server = new Loopback(_ => answer);
        using var http = new HttpClient();
        var provider = Fetching.Make("alphavantage", server, http);
        var piece = Assert.Single(provider.Plan(want, Fetching.At("2026-07-01")));
        await provider.Fetch(piece, CancellationToken.None);
        Assert.Equal("query?function=TIME_SERIES_INTRADAY&symbol=MSFT&interval=1min&month=2024-01&outputsize=full&adjusted=false&extended_hours=true&datatype=json", piece.Request);
        Assert.Equal($"/{piece.Request}&apikey={Fetching.Key}", Assert.Single(server.Asked).Target);
        Assert.Equal(Fetching.At("2024-01-01T05:00Z"), piece.Range.From);
    }

    [SharedDataFact]
    public void The_extended_file_is_read_line_by_line()
    {
        var file = SharedData.Path("alphavantage/mock_time_series_extended.csv");
        var lines = File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Reverse().ToList();

        // Off the session prices have up to six decimals.
        var share = InstrumentTable.BuiltIn.Find("MSFT", new InstrumentOverrides { Point = 0.000001m });
        var bars = Importing.Bars(Assert.Single(ImportFormats.Open("alphavantage-csv", file, share, new ImportOptions())));
        Assert.Equal((11_190, 11_190), (lines.Count, bars.Count));
        Assert.Equal(
            lines.Select(line => (Time(line[0]), Number(line[1]), Number(line[2]), Number(line[3]), Number(line[4]), Number(line[5]))),
            bars.Select(bar => (bar.CloseNanos, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume)));
        static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

        // The file lies behind the end of daylight saving: New York is five hours behind.
        static long Time(string text) => Fetching.At(text.Replace(' ', 'T') + "-05:00");
    }

    [SharedDataFact]
    public void An_answer_in_json_is_read_value_by_value()
    {
        var file = SharedData.Path("alphavantage/mock_time_series.json");
        using var truth = JsonDocument.Parse(File.ReadAllBytes(file));
        var rows = truth.RootElement.GetProperty("Time Series (1min)").EnumerateObject().Reverse().ToList();
        var share = InstrumentTable.BuiltIn.Find("MSFT", new InstrumentOverrides { Point = 0.0001m });
        var tape = Assert.Single(ImportFormats.Open("alphavantage-json", file, share, new ImportOptions()));
        Assert.Equal("1m@last", tape.Name);
        Assert.Equal(
            rows.Select(row => (Fetching.At(row.Name.Replace(' ', 'T') + "-05:00"), Of(row, "1. open"), Of(row, "2. high"), Of(row, "3. low"), Of(row, "4. close"), Of(row, "5. volume"))),
            Importing.Bars(tape).Select(bar => (bar.OpenNanos, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume)));
        static decimal Of(JsonProperty row, string name) => decimal.Parse(row.Value.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
    }
}
