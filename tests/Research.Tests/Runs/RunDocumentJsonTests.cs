using System.Text;
using System.Text.Json;
using Workbench.Core;

namespace Workbench.Research.Tests;

public sealed class RunDocumentJsonTests
{
    [Theory]
    [InlineData(1, 2_000, 40)]
    [InlineData(2, 30, 2)]
    [InlineData(3, 5, 0)]
    public void A_document_read_back_writes_the_same_bytes(long seed, int candles, int turnEvery)
    {
        var document = SyntheticRun.Make(seed, candles, turnEvery).Document with { Artifacts = new Dictionary<string, string> { ["report"] = "data/runs/x/report.html" } };
        var first = Write(json => RunDocumentJson.Write(json, document));

        var again = Write(json => RunDocumentJson.Write(json, RunDocumentJson.Read(JsonDocument.Parse(first).RootElement)));

        Assert.Equal(first, again);
    }

    [Fact]
    public void Curves_read_back_write_the_same_bytes()
    {
        var curves = SyntheticRun.Make(seed: 1, candles: 2_000, turnEvery: 40).Curves;
        var first = Write(json => RunCurvesJson.Write(json, curves));

        Assert.Equal(first, Write(json => RunCurvesJson.Write(json, RunCurvesJson.Read(JsonDocument.Parse(first).RootElement))));
    }

    [Fact]
    public void The_json_has_the_names_that_callers_rely_on()
    {
        var json = Parse(SyntheticRun.Make(seed: 1, candles: 2_000, turnEvery: 40).Document);

        foreach (var path in new[]
        {
            "runId", "mode", "strategy.file", "strategy.sha256", "parameters.fast", "seed", "engineVersion", "eventLogHash", "events", "wallSeconds",
            "eventsPerSecond", "timings.start", "timings.compile", "timings.decode", "timings.replay", "timings.report", "orders.submitted",
            "orders.filled", "orders.cancelled", "orders.rejected", "orders.expired", "orders.open", "fills", "trades", "equity.start", "equity.end",
            "equity.min", "equity.max", "equity.currency", "costs.commission", "costs.spread", "costs.slippage", "costs.swap", "metrics.sharpe.value",
            "metrics.calmar.value", "warnings", "artifacts",
        })
        {
            var at = json;
            Assert.All(path.Split('.'), name => Assert.True(at.TryGetProperty(name, out at), $"{path}: {name} is missing"));
        }

        Assert.Equal(
            ["instrument", "kind", "from", "to", "count", "sha256", "source", "gaps", "quality", "qualityNote"], json.GetProperty("data")[0].EnumerateObject().Select(item => item.Name));
    }

    [Fact]
    public void Money_is_text_a_number_stays_a_number_and_an_undefined_one_is_null_with_its_reason()
    {
        var json = Parse(SyntheticRun.Make(seed: 3, candles: 5, turnEvery: 0).Document);

        Assert.Equal("100000", json.GetProperty("equity").GetProperty("start").GetString());
        Assert.Equal(JsonValueKind.String, json.GetProperty("metrics").GetProperty("netProfit").GetProperty("value").ValueKind);
        Assert.Equal(10, json.GetProperty("parameters").GetProperty("fast").GetInt32());
        Assert.Equal("1h", json.GetProperty("parameters").GetProperty("timeframe").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("metrics").GetProperty("sharpe").GetProperty("value").ValueKind);
        Assert.Equal("fewer than two daily returns", json.GetProperty("metrics").GetProperty("sharpe").GetProperty("reason").GetString());
    }

    [Fact]
    public void A_range_open_at_both_ends_survives()
    {
        var document = SyntheticRun.Make(seed: 3, candles: 5, turnEvery: 0).Document;
        var open = document with { Config = document.Config with { Range = TimeRange.All, CommissionOf = new Dictionary<string, CommissionSchedule> { ["EURUSD"] = new() { PerUnit = 0.1m } } } };

        var back = RunDocumentJson.Read(Parse(open)).Config;

        Assert.Equal(TimeRange.All, back.Range);
        Assert.Equal(0.1m, back.CommissionOf["EURUSD"].PerUnit);
    }

    static JsonElement Parse(RunDocument document) => JsonDocument.Parse(Write(json => RunDocumentJson.Write(json, document))).RootElement;

    static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
