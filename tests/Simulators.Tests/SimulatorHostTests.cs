using System.Net.Http.Json;
using System.Text.Json;
using Workbench.Simulators.Binance;

namespace Workbench.Simulators.Tests;

/// <summary>What tests in other processes use: the control endpoints, which are the same for every venue.</summary>
public sealed class SimulatorHostTests : IAsyncLifetime
{
    readonly HttpClient http = new();
    BinanceSimulator simulator = null!;

    public async Task InitializeAsync()
    {
        simulator = await BinanceSimulator.Start();
        http.BaseAddress = simulator.BaseUri;
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await simulator.DisposeAsync();
    }

    [Fact]
    public async Task Faults_are_armed_listed_and_cleared_from_outside()
    {
        (await http.PostAsJsonAsync("/sim/faults", new { kind = "Delay", count = 2, value = 5 })).EnsureSuccessStatusCode();
        Assert.Equal([new Fault(FaultKind.Delay, 2, 5)], simulator.Faults.Pending);

        await http.DeleteAsync(new Uri("/sim/faults", UriKind.Relative));

        Assert.Empty(simulator.Faults.Pending);
    }

    [Fact]
    public async Task A_fault_that_is_not_known_is_refused()
    {
        Assert.False((await http.PostAsJsonAsync("/sim/faults", new { kind = "Nonsense" })).IsSuccessStatusCode);
        Assert.False((await http.PostAsJsonAsync("/sim/faults", new { kind = "Venue", name = "Nonsense" })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_quote_and_a_trade_from_outside_move_the_market()
    {
        (await http.PostAsJsonAsync("/sim/quote", new { exchange = "futures", symbol = "BTCUSDT", bid = 100, ask = 101, bidSize = 1, askSize = 2 })).EnsureSuccessStatusCode();
        (await http.PostAsJsonAsync("/sim/print", new { symbol = "BTCUSDT", price = 59000, qty = 1, buyerIsMaker = true })).EnsureSuccessStatusCode();

        Assert.Equal((100m, 2m), (simulator.Futures.Depth("BTCUSDT").Bids[0].Price, simulator.Futures.Depth("BTCUSDT").Asks[0].Qty));
        Assert.Equal(59000m, simulator.Spot.Depth("BTCUSDT").Last);
    }

    [Fact]
    public async Task The_truth_is_told_to_who_asks()
    {
        simulator.Spot.Deposit("main", "USDT", 1m);

        var state = await http.GetFromJsonAsync<JsonElement>("/sim/state");

        var usdt = state.GetProperty("spot")[0].GetProperty("balances").EnumerateArray().Single(each => each.GetProperty("asset").GetString() == "USDT");
        Assert.Equal(100_001m, usdt.GetProperty("total").GetDecimal());
    }

    [Fact]
    public async Task A_walk_moves_the_market_by_itself()
    {
        await using var walking = await BinanceSimulator.Start(new BinanceOptions { WalkPerSecond = 100, Seed = 5 });
        var start = walking.Spot.Depth("BTCUSDT").UpdateId;

        await Ear.Until(() => walking.Spot.Depth("BTCUSDT").UpdateId > start + 20, "twenty steps");
    }
}
