using System.Text.Json;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Runs;

/// <summary>The trader's limits, as a configuration says them.</summary>
[Collection(LabCollection.Name)]
public sealed class RiskConfigTests(Lab lab)
{
    const string Trader = """
            int n;
            public override void OnTick(in Tick tick)
            {
                n++;
                if (n == 1) Buy(1_001m, tag: "large");
                if (n == 2) Buy(1_000m, tag: "fits");
            }
        """;

    const string Ticks = "time,bid,ask\n2024-03-04 10:00:00,150.000,150.010\n2024-03-04 10:00:01,150.020,150.030\n2024-03-04 10:00:02,150.100,150.110\n2024-03-04 10:00:03,140.040,140.050\n2024-03-04 10:00:04,140.000,140.010\n2024-03-04 10:00:05,140.000,140.010\n";

    [Fact]
    public void Limits_refuse_and_close_and_stand_in_the_identity_and_the_document()
    {
        using var shell = WithTicks();
        var json = Run(shell, """
            {"risk":{"each":{"orderQty":1000,"orderRate":100,"orderRateSeconds":2.5},"of":{"gbpjpy":{"openOrders":5}},"inAll":{"leverage":{"limit":9,"action":"reduce"}},
            "heat":9,"dailyLoss":{"limit":0.05,"action":"kill","warnAt":0.5},"portfolio":{"step":"1m","count":50,"confidence":0.95,"method":"historical","correlatedExposure":20},
            "rotation":{"timeframe":"1m","scripts":{}}}}
            """);
        var said = string.Join('\n', json.GetProperty("models").EnumerateArray().Select(line => line.GetString()));

        Assert.Contains("order quantity up to 1000, orders in 2.5 s up to 100", said, StringComparison.Ordinal);
        Assert.Contains("loss of the day up to 0.05 or kill, warned from 0.5 of it", said, StringComparison.Ordinal);
        Assert.Contains("risk of GBPJPY: open orders up to 5", said, StringComparison.Ordinal);
        Assert.Equal("0.05", json.GetProperty("config").GetProperty("risk").GetProperty("dailyLoss").GetProperty("limit").GetString());
        Assert.Equal(2, json.GetProperty("fills").GetInt64());
        Assert.Equal("risk", json.GetProperty("tables").GetProperty("byExitReason")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("""{"risk":{"each":{"orderSize":1}}}""", "orderQty")]
    [InlineData("""{"risk":{"each":{"orderQty":0}}}""", "above 0")]
    [InlineData("""{"risk":{"inAll":{"leverage":{"limit":3,"action":"stop"}}}}""", "blockEntries")]
    [InlineData("""{"risk":{"inAll":{"leverage":{"action":"close"}}}}""", "limit")]
    [InlineData("""{"risk":{"drawdown":1.5}}""", "below 1")]
    [InlineData("""{"risk":{"heat":{"limit":0.1,"warnAt":2}}}""", "warnAt")]
    [InlineData("""{"risk":{"portfolio":{"count":5}}}""", "20 to 10000")]
    [InlineData("""{"risk":{"portfolio":{"step":"100t"}}}""", "15m")]
    [InlineData("""{"risk":{"rotation":{"scripts":{"trader":["sideways"]}}}}""", "range")]
    [InlineData("""{"risk":{"rotation":{"scripts":{"other":["up"]}}}}""", "trader")]
    [InlineData("""{"risk":{"rotation":{"trendFrom":20,"trendUntil":25,"scripts":{"trader":["up"]}}}}""", "entered again")]
    public void Words_that_say_nothing_are_refused_with_those_that_do(string config, string said)
    {
        using var shell = WithTicks();
        var answer = shell.Run("backtest", Scripts.Of(shell, Trader, "trader"), "--data", "GBPJPY:ticks", "--config", shell.Write("risk.json", config));

        Assert.Contains(said, answer.Error, StringComparison.Ordinal);
        Assert.NotEqual(ExitCode.Ok, answer.Exit);
    }

    Shell WithTicks()
    {
        var shell = lab.Fresh();
        shell.Run("data", "import", shell.Write("GBPJPY.csv", Ticks), "--instrument", "GBPJPY", "--format", "csv").Good();
        return shell;
    }

    static JsonElement Run(Shell shell, string config) =>
        shell.Run("backtest", Scripts.Of(shell, Trader, "trader"), "--data", "GBPJPY:ticks", "--json", "--config", shell.Write("risk.json", config)).Good().Json();
}
