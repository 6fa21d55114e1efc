using System.Globalization;
using System.Text.Json;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Runs;

/// <summary>The document that <c>backtest --json</c> prints: the names and types that scripted callers rely on.</summary>
[Collection(LabCollection.Name)]
public sealed class BacktestJsonTests(Lab lab)
{
    [Fact]
    public void Every_field_has_its_name_and_type()
    {
        var json = Run(lab.Shell);
        string[] texts = ["runId", "mode", "strategy.file", "strategy.sha256", "engineVersion", "eventLogHash", "equity.currency", "artifacts.report", "artifacts.journal"];
        string[] numbers =
        [
            "seed", "events", "wallSeconds", "eventsPerSecond", "fills", "trades",
            "orders.submitted", "orders.filled", "orders.cancelled", "orders.rejected", "orders.expired", "orders.open",
            "timings.start", "timings.compile", "timings.decode", "timings.replay", "timings.report", "parameters.fast", "parameters.slow",
        ];
        string[] money = ["equity.start", "equity.end", "equity.min", "equity.max", "costs.commission", "costs.spread", "costs.slippage", "costs.swap", "metrics.netProfit.value"];
        Assert.All(texts, path => Assert.NotEqual("", At(json, path).GetString()));
        Assert.All(numbers, path => Assert.True(At(json, path).GetDouble() >= 0d, path));
        Assert.All(money, path => decimal.Parse(At(json, path).GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture));
        Assert.Equal("backtest", json.GetProperty("mode").GetString());
        Assert.Matches("^[0-9a-f]{64}$", json.GetProperty("eventLogHash").GetString());
        Assert.Equal(JsonValueKind.Array, json.GetProperty("warnings").ValueKind);
    }

    [Fact]
    public void Data_say_which_they_were()
    {
        var data = Assert.Single(Run(lab.Shell).GetProperty("data").EnumerateArray());
        Assert.Equal(("EURUSD", "ticks", "SYNTHETIC"), (data.GetProperty("instrument").GetString(), data.GetProperty("kind").GetString(), data.GetProperty("source").GetString()));
        Assert.Equal(60_000, data.GetProperty("count").GetInt64());
        Assert.Equal(JsonValueKind.Number, data.GetProperty("gaps").ValueKind);
        Assert.Matches("^[0-9a-f]{64}$", data.GetProperty("sha256").GetString());
        Assert.True(At(data, "from").GetDateTime() < At(data, "to").GetDateTime());
    }

    [Fact]
    public void A_metric_has_a_value_or_a_reason()
    {
        var metrics = Run(lab.Shell).GetProperty("metrics").EnumerateObject().ToList();
        Assert.Contains(metrics, metric => metric.Name == "sharpe");
        Assert.Contains(metrics, metric => metric.Name == "calmar");
        Assert.All(metrics, metric => Assert.True(
            metric.Value.GetProperty("value").ValueKind != JsonValueKind.Null || metric.Value.GetProperty("reason").GetString() is { Length: > 0 }, metric.Name));
    }

    [Fact]
    public void Artifacts_are_files_that_are_there()
    {
        using var shell = lab.FreshWithData();
        var artifacts = Run(shell).GetProperty("artifacts").EnumerateObject().ToList();
        Assert.All(artifacts, artifact => Assert.True(File.Exists(Path.Combine(shell.Path("home"), artifact.Value.GetString()!)), artifact.ToString()));
    }

    [SharedDataFact]
    public void The_real_month_adds_up()
    {
        var json = lab.Shell.Run("backtest", Scripts.SmaCross, "--data", "GBPJPY:ticks", "--from", "2012-12-02", "--to", "2012-12-26", "--set", "timeframe=1m", "--cash", "10000000", "--lake", lab.GbpJpy, "--json").Good().Json();
        Assert.Equal(1_025_978, json.GetProperty("events").GetInt64());
        Assert.Equal("1m", At(json, "parameters.timeframe").GetString());
        Assert.Equal("JPY", At(json, "equity.currency").GetString());
        Assert.Equal(At(json, "orders.submitted").GetInt64(), At(json, "orders.filled").GetInt64());
        Assert.False(json.GetProperty("partial").GetBoolean());
    }

    static JsonElement Run(Shell shell) => shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD:ticks", "--json").Good().Json();

    static JsonElement At(JsonElement json, string path) => path.Split('.').Aggregate(json, (at, name) => at.GetProperty(name));
}
