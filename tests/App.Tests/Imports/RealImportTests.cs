using System.Text.Json;
using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Imports;

/// <summary>The vendor's real files through <c>data import</c>, as a user types it.</summary>
[Collection(LabCollection.Name)]
public sealed class RealImportTests(Lab lab)
{
    [SharedDataFact]
    public void A_month_of_GBPJPY_is_counted()
    {
        var json = Import("GBPJPY");
        Assert.Equal(("GBPJPY", "ticks", 1_025_978), (json.GetProperty("instrument").GetString(), json.GetProperty("kind").GetString(), json.GetProperty("count").GetInt64()));
        Assert.Equal((600, 202), (json.GetProperty("files").GetInt32(), json.GetProperty("empty").GetInt32()));
        Assert.Equal(0, json.GetProperty("rejected").GetInt64());
        Assert.Empty(json.GetProperty("warnings").EnumerateArray());
        Assert.StartsWith("2012-12-02T22:00:20", json.GetProperty("from").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("2012-12-25T23:59:57", json.GetProperty("to").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Number, json.GetProperty("wallSeconds").ValueKind);
    }

    [SharedDataFact]
    public void For_a_person_it_is_told_in_one_sentence()
    {
        using var shell = lab.Fresh();
        var answer = shell.Run("data", "import", SharedData.Path("dukascopy-bi5/GBPJPY"), "--instrument", "GBPJPY", "--format", "dukascopy-bi5").Good();
        Assert.StartsWith("GBPJPY ticks: 1,025,978 from 600 files, 398 with data and 202 empty", Assert.Single(answer.Out.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void EURUSD_ticks_come_before_the_candles_beside_them()
    {
        var json = Import("EURUSD");
        Assert.Equal(("ticks", 136_741), (json.GetProperty("kind").GetString(), json.GetProperty("count").GetInt64()));
        Assert.Contains("1m@bid", Assert.Single(json.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void BTCUSD_candles_have_a_point_size_of_their_own()
    {
        var json = Import("BTCUSD", "--timeframe", "1m@bid");
        Assert.Equal(("1m@bid", 27_360), (json.GetProperty("kind").GetString(), json.GetProperty("count").GetInt64()));

        using var shell = lab.Fresh();
        shell.Run("data", "import", SharedData.Path("dukascopy-bi5/BTCUSD"), "--instrument", "BTCUSD", "--format", "dukascopy-bi5", "--timeframe", "1m@bid").Good();
        var script = Scripts.Of(shell, """
                public override void OnStart() => Subscribe(Bars.Minutes(1).Of(PriceSource.Bid));
                public override void OnBar(in Bar bar) { if (bar.OpenTime == new DateTime(2023, 2, 19, 0, 0, 0, DateTimeKind.Utc)) Buy(1m, tag: Invariant($"{bar.Open} {bar.High} {bar.Low} {bar.Close}")); }
            """);
        var run = shell.Run("backtest", script, "--data", "BTCUSD:1m@bid", "--json").Good().Json();
        var tag = run.GetProperty("tables").GetProperty("openTrades")[0].GetProperty("entryTag").GetString();
        Assert.Equal("24599.3 24599.3 24593.0 24593.2", tag);
    }

    JsonElement Import(string symbol, params string[] more)
    {
        using var shell = lab.Fresh();
        return shell.Run(["data", "import", SharedData.Path("dukascopy-bi5/" + symbol), "--instrument", symbol, "--format", "dukascopy-bi5", "--json", .. more]).Good().Json();
    }
}
