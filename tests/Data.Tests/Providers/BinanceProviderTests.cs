using System.Globalization;
using Workbench.Data.Importers;
using Workbench.Data.Providers;
using Workbench.Data.Tests.Importers;

namespace Workbench.Data.Tests.Providers;

public sealed class BinanceProviderTests
{
    [Theory]
    [InlineData(400, """{"code":-1121,"msg":"Invalid symbol."}""", ProviderFailure.NotThere)]
    [InlineData(403, "{}", ProviderFailure.Limited)]
    [InlineData(418, """{"code":-1003,"msg":"Way too much request weight used; IP banned until 1659146400000."}""", ProviderFailure.Limited)]
    [InlineData(200, "[[1,2]]", ProviderFailure.Garbled)]
    public async Task Refusals_are_understood(int status, string body, ProviderFailure failure) =>
        Assert.Equal(failure, (await Fetching.Failure("binance", Samples.Of("binance").Want, LoopbackAnswer.Json(body, status))).Failure);

    [Theory]
    [InlineData("binance", "api/v3/klines?interval=1m&symbol=BTCUSDT&startTime=1704844800000&endTime=1704887999999&limit=1000")]
    [InlineData("binance-futures", "fapi/v1/klines?interval=1m&symbol=BTCUSDT&startTime=1704844800000&endTime=1704887999999&limit=1000")]
    public void Bars_are_asked_for_by_the_half_day(string name, string request)
    {
        using var http = new HttpClient();
        var provider = KnownProviders.TryFind(name)!.Make(http, new Uri("http://127.0.0.1"), () => null, Data.Instruments.InstrumentTable.BuiltIn);
        Assert.Equal(request, Assert.Single(provider.Plan(Samples.Of(name).Want, Fetching.At("2026-07-01"))).Request);
    }

    [Fact]
    public async Task Bars_are_read()
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("a.json"), Samples.Of("binance").Answer.Body);
        var tape = Importing.Open("binance-json", folder.File("a.json"), "BTCUSDT");
        Assert.Equal("1m@last", tape.Name);
        Assert.Equal([(Fetching.At("2024-01-10"), 46_105.25m, 12.5m), (Fetching.At("2024-01-10T00:01Z"), 46_129.75m, 7.25m)], Importing.Bars(tape).Select(bar => (bar.OpenNanos, bar.Close, bar.Volume)));
    }

    [Fact]
    public async Task An_hour_with_more_prints_than_an_answer_holds_is_followed_to_its_end()
    {
        const int Prints = 2_345;
        var start = Fetching.At("2024-01-10") / UtcNanos.Millisecond;
        using var server = new Loopback(asked =>
        {
            var from = asked.Target.Contains("fromId=", StringComparison.Ordinal) ? int.Parse(asked.Target.Split("fromId=")[1].Split('&')[0], CultureInfo.InvariantCulture) : 0;
            return LoopbackAnswer.Json("[" + string.Join(',', Enumerable.Range(from, 1000).Select(Print)) + "]");
        });
        using var http = new HttpClient();
        using var folder = new TempFolder();
        var provider = Fetching.Make("binance", server, http);
        var piece = Assert.Single(provider.Plan(Fetching.Want("BTCUSDT", DataKind.Trades, "", "2024-01-10", "2024-01-10T01:00Z"), Fetching.At("2026-07-01")));
        await File.WriteAllBytesAsync(folder.File("a.json"), await provider.Fetch(piece, CancellationToken.None));
        var trades = Importing.Trades(Importing.Open("binance-json", folder.File("a.json"), "BTCUSDT"));
        Assert.Equal(Prints, trades.Count);
        Assert.Equal((Side.Sell, Side.Buy, 40_000.25m, 0.5m), (trades[0].Aggressor, trades[1].Aggressor, trades[0].Price, trades[0].Size));

        // From the 2,345th on they lie behind the hour.
        string Print(int id) => FormattableString.Invariant(
            $$"""{"a":{{id}},"p":"40000.25","q":"0.5","f":{{id}},"l":{{id}},"T":{{start + (id < Prints ? id : 3_600_000 + id)}},"m":{{(id % 2 == 0 ? "true" : "false")}},"M":true}""");
    }
}
