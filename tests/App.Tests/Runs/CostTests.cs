using System.Globalization;
using System.Text.Json;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Runs;

/// <summary>Costs, cash, currency and seed: what the options say is what is booked, by hand to the last digit.</summary>
[Collection(LabCollection.Name)]
public sealed class CostTests(Lab lab)
{
    // Buys 1,000 on the first tick, sells on the third: filled on the second and the fourth.
    const string OneTrade = """
            int n;
            public override void OnTick(in Tick tick)
            {
                if (++n == 1) Buy(1000m, tag: "in");
                if (n == 3) Sell(1000m, tag: "out");
            }
        """;

    const string FourTicks = "time,bid,ask\n2024-03-04 10:00:00,150.000,150.010\n2024-03-04 10:00:01,150.020,150.030\n2024-03-04 10:00:02,150.100,150.110\n2024-03-04 10:00:03,151.040,151.050\n2024-03-04 10:00:04,151.000,151.010\n";

    [Fact]
    public void A_fee_rate_is_a_share_of_each_fills_notional()
    {
        using var shell = WithTicks("GBPJPY");
        var json = Run(shell, "--cash", "500000", "--fee-rate", "0.0001");
        Assert.Equal(0.0001m * 1000m * (150.030m + 151.040m), Money(json, "costs", "commission"));
        Assert.Equal(500_000m + 1000m * (151.040m - 150.030m) - 0.0001m * 1000m * (150.030m + 151.040m), Money(json, "equity", "end"));
        Assert.Equal(1000m * 0.005m * 2m, Money(json, "costs", "spread"));
        Assert.Equal("JPY", json.GetProperty("equity").GetProperty("currency").GetString());
    }

    [Fact]
    public void A_configuration_sets_commission_by_instrument()
    {
        using var shell = WithTicks("GBPJPY");
        var config = shell.Write("costs.json", """{"commission":{"default":{"fixed":99},"GBPJPY":{"perUnit":0.5,"fixed":7,"minimum":600}}}""");
        Assert.Equal(1200m, Money(Run(shell, "--config", config), "costs", "commission"));
        var cheaper = shell.Write("costs.json", """{"commission":{"default":{"fixed":99},"EURUSD":{"rate":0.5}}, "limitFill":"touch"}""");
        var json = Run(shell, "--config", cheaper);
        Assert.Equal(198m, Money(json, "costs", "commission"));
        Assert.Equal("touch", json.GetProperty("config").GetProperty("limitFill").GetString());
    }

    [Fact]
    public void A_currency_without_rates_is_refused_and_the_pair_named()
    {
        using var shell = WithTicks("GBPJPY");
        shell.Run("backtest", Script(shell), "--data", "GBPJPY", "--currency", "USD").Refused("WB4001", ExitCode.Data).Saying("USDJPY");
        Assert.Empty(Directory.Exists(shell.Runs) ? Directory.GetFileSystemEntries(shell.Runs) : []);
    }

    [Fact]
    public void A_profit_is_converted_at_the_rate_of_its_own_time()
    {
        using var shell = WithTicks("GBPJPY");
        // The mid is 120 when the position is opened, 100 when it is closed, 80 afterwards.
        Import(shell, "USDJPY", "time,bid,ask\n2024-03-04 09:59:00,119.990,120.010\n2024-03-04 10:00:02,99.990,100.010\n2024-03-04 10:00:04,79.990,80.010\n");
        var json = Run(shell, "--currency", "USD", "--fee-rate", "0.0001");
        var profit = 1000m * (151.040m - 150.030m) / 100m;
        var fees = 0.0001m * 1000m * 150.030m / 120m + 0.0001m * 1000m * 151.040m / 100m;
        Assert.Equal(100_000m + profit - fees, Money(json, "equity", "end"), 9);
        Assert.Equal(["GBPJPY", "USDJPY"], json.GetProperty("data").EnumerateArray().Select(data => data.GetProperty("instrument").GetString()));
    }

    [Fact]
    public void Rates_are_read_no_further_than_the_data_that_the_run_names()
    {
        using var shell = WithTicks("GBPJPY");
        Import(shell, "USDJPY", "time,bid,ask\n2023-03-04 10:00:00,129.990,130.010\n2024-03-04 09:59:00,119.990,120.010\n2025-03-04 10:00:00,89.990,90.010\n");
        var json = Run(shell, "--currency", "USD");
        Assert.Equal(json.GetProperty("data").EnumerateArray().Sum(data => data.GetProperty("count").GetInt64()), json.GetProperty("events").GetInt64());
        Assert.StartsWith("2024-03-04", json.GetProperty("lastEvent").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_repeats_the_dice_and_another_one_throws_others()
    {
        using var shell = lab.FreshWithData();
        var script = Scripts.Of(shell, "    public override void OnTick(in Tick tick) { if (Random.Next(100) == 0) TargetPosition((Random.Next(3) - 1) * 1000m); }", "dice");
        string Hash(string seed) => shell.Run("backtest", script, "--data", "EURUSD", "--seed", seed, "--json").Good().Json().GetProperty("eventLogHash").GetString()!;
        var first = Hash("5");
        Assert.Equal(first, Hash("5"));
        Assert.NotEqual(first, Hash("6"));
    }

    [Theory]
    [InlineData("2024-03-04T10:00:01", "2024-03-04T10:00:03", 2)]
    [InlineData("2024-03-04T10:00:01.001", "2024-03-04T10:00:03.001", 2)]
    [InlineData("2024-03-04", "2024-03-05", 5)]
    [InlineData("2024-03-04T10:00:04Z", "2024-03-04T12:00+01:00", 1)]
    public void From_is_inclusive_and_to_is_exclusive(string from, string to, long events)
    {
        using var shell = WithTicks("GBPJPY");
        Assert.Equal(events, Run(shell, "--from", from, "--to", to).GetProperty("events").GetInt64());
    }

    Shell WithTicks(string symbol)
    {
        var shell = lab.Fresh();
        Import(shell, symbol, FourTicks);
        return shell;
    }

    static void Import(Shell shell, string symbol, string text) =>
        shell.Run("data", "import", shell.Write(symbol + ".csv", text), "--instrument", symbol, "--format", "csv").Good();

    static string Script(Shell shell) => Scripts.Of(shell, OneTrade, "one-trade");

    static JsonElement Run(Shell shell, params string[] more) =>
        shell.Run(["backtest", Script(shell), "--data", "GBPJPY:ticks", "--json", .. more]).Good().Json();

    static decimal Money(JsonElement json, string group, string name) =>
        decimal.Parse(json.GetProperty(group).GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
