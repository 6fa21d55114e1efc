using System.Net;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.Yahoo;

namespace Workbench.Simulators.Tests.Providers;

/// <summary>Yahoo's charts: each recorded request gets its recorded bars and events, any stretch of them its part.</summary>
public sealed class YahooTests
{
    [SharedDataFact]
    public async Task Each_recorded_request_gets_its_recorded_bars_and_events()
    {
        await using var provider = await YahooSimulator.Start(new ProviderOptions { Recorded = SharedData.Root });
        using var asker = new Asker(provider);
        var files = Directory.GetFiles(SharedData.Path("yahoo-chart-json"), "*.json").Where(file => !file.Contains(".fake.", StringComparison.Ordinal)).ToList();
        Assert.Equal(38, files.Count);
        foreach (var file in files)
        {
            var pair = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
            var (expected, answer) = (pair["response"]!["bodyJson"]!, await asker.Json(new Uri((string)pair["request"]!["url"]!).PathAndQuery));
            var (bars, told) = (expected["chart"]?["result"]?[0], answer["chart"]?["result"]?[0]);
            Assert.True(JsonNode.DeepEquals(bars?["timestamp"], told?["timestamp"]), file);
            Assert.True(JsonNode.DeepEquals(bars?["indicators"], told?["indicators"]), file);
            Assert.True(JsonNode.DeepEquals(bars?["events"], told?["events"]), file);
            Assert.True(bars is not null || JsonNode.DeepEquals(expected, answer), file);
        }
    }

    [SharedDataFact]
    public async Task A_part_of_a_recorded_series_is_its_part()
    {
        await using var provider = await YahooSimulator.Start(new ProviderOptions { Recorded = SharedData.Root });
        using var asker = new Asker(provider);
        var result = (await asker.Json("/v8/finance/chart/AAPL?period1=1598832000&period2=1599004800&interval=1d&events=div%7Csplit"))["chart"]!["result"]![0]!;
        Assert.Equal([1598880600, 1598967000], result["timestamp"]!.AsArray().Select(each => (long)each!));
        Assert.Equal([129.0399932861328, 134.17999267578125], result["indicators"]!["quote"]![0]!["close"]!.AsArray().Select(each => (double)each!));
        Assert.Equal("4:1", (string?)result["events"]!["splits"]!["1598880600"]!["splitRatio"]);
        Assert.Null(result["events"]!["dividends"]);
    }

    [Fact]
    public async Task Drawn_days_are_stamped_with_the_opening_bell()
    {
        await using var provider = await YahooSimulator.Start();
        using var asker = new Asker(provider);

        // 8 to 11 March 2024: New York's clocks go forward in between.
        var result = (await asker.Json("/v8/finance/chart/SPY?period1=1709856000&period2=1710201600&interval=1d"))["chart"]!["result"]![0]!;
        Assert.Equal([1709908200, 1710163800], result["timestamp"]!.AsArray().Select(each => (long)each!));
        var quote = result["indicators"]!["quote"]![0]!;
        Assert.All([0, 1], at => Assert.True((double)quote["low"]![at]! <= (double)quote["close"]![at]! && (double)quote["close"]![at]! <= (double)quote["high"]![at]!));
    }

    [Fact]
    public async Task Dividends_lower_the_adjusted_closes_before_them()
    {
        await using var provider = await YahooSimulator.Start(new ProviderOptions { Time = new ManualTime { Now = new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero) } });
        using var asker = new Asker(provider);
        var result = (await asker.Json("/v8/finance/chart/AAPL?period1=1706745600&period2=1709251200&interval=1d&events=div"))["chart"]!["result"]![0]!;
        var ex = long.Parse(Assert.Single(result["events"]!["dividends"]!.AsObject()).Key, System.Globalization.CultureInfo.InvariantCulture);
        var (quote, adjusted) = (result["indicators"]!["quote"]![0]!["close"]!, result["indicators"]!["adjclose"]![0]!["adjclose"]!);
        Assert.All(result["timestamp"]!.AsArray().Select((time, at) => ((long)time!, at)), day =>
            Assert.Equal(day.Item1 < ex, (double)adjusted[day.at]! < (double)quote[day.at]!));
    }

    [Theory]
    [InlineData("NOSUCH?period1=1709856000&period2=1710201600&interval=1d", HttpStatusCode.NotFound, "Not Found")]
    [InlineData("EURUSD?period1=1709856000&period2=1710201600&interval=1d", HttpStatusCode.NotFound, "Not Found")]
    [InlineData("SPY?period1=1609459200&period2=1609545600&interval=1m", HttpStatusCode.UnprocessableEntity, "Unprocessable Entity")]
    [InlineData("SPY?period1=1709856000&period2=1710201600&interval=7m", HttpStatusCode.UnprocessableEntity, "Unprocessable Entity")]
    [InlineData("SPY?period1=1710201600&period2=1709856000&interval=1d", HttpStatusCode.BadRequest, "Bad Request")]
    public async Task A_refusal_has_the_vendors_form(string call, HttpStatusCode status, string code)
    {
        await using var provider = await YahooSimulator.Start();
        using var asker = new Asker(provider);
        var answer = (await asker.Json("/v8/finance/chart/" + call, status))["chart"]!;
        Assert.Null(answer["result"]);
        Assert.Equal(code, (string?)answer["error"]!["code"]);
    }
}
