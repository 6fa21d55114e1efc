using Workbench.Data.Importers;
using Workbench.Data.Providers;
using Workbench.Data.Tests.Importers;

namespace Workbench.Data.Tests.Providers;

public sealed class OandaProviderTests
{
    [Theory]
    [InlineData("EURUSD", "1m@ask", "v3/instruments/EUR_USD/candles?price=BA&granularity=M1&from=2024-01-10T00%3A00%3A00Z&to=2024-01-11T00%3A00%3A00Z")]
    [InlineData("US500", "1d@bid", "v3/instruments/SPX500_USD/candles?price=BA&granularity=D&from=2024-01-01T00%3A00%3A00Z&to=2025-01-01T00%3A00%3A00Z")]
    public void Bid_and_ask_are_asked_for_at_once(string symbol, string bars, string request)
    {
        using var http = new HttpClient();
        var provider = KnownProviders.TryFind("oanda")!.Make(http, new Uri("http://127.0.0.1"), () => Fetching.Key, Data.Instruments.InstrumentTable.BuiltIn);
        Assert.Equal(request, Assert.Single(provider.Plan(Fetching.Want(symbol, DataKind.Bars, bars, "2024-01-10", "2024-01-11"), Fetching.At("2026-07-01"))).Request);
    }

    [Fact]
    public async Task An_unknown_instrument_is_not_there()
    {
        var error = await Fetching.Failure("oanda", Samples.Of("oanda").Want, LoopbackAnswer.Json("""{"errorMessage":"Invalid value specified for 'instrument'"}""", 400));
        Assert.Equal(ProviderFailure.NotThere, error.Failure);
        Assert.Contains("Invalid value", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1m@bid", 1.09305)]
    [InlineData("1m@ask", 1.09320)]
    public async Task A_bar_of_each_side_is_read_and_one_that_runs_is_not(string bars, double close)
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("a.json"), Samples.Of("oanda").Answer.Body);
        var read = Importing.Bars(Importing.Open("oanda-json", folder.File("a.json"), "EURUSD", new ImportOptions { Timeframe = BarSpec.Parse(bars, null) }));
        Assert.Equal(((decimal)close, 53m, Fetching.At("2024-01-10T00:01Z")), (Assert.Single(read).Close, read[0].Volume, read[0].CloseNanos));
    }
}
