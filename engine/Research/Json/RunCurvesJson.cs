using System.Buffers;
using System.Text.Json;

namespace Workbench.Research;

/// <summary>The run's curves in JSON: rounded to what a chart can show, times as steps.</summary>
public static class RunCurvesJson
{
    /// <summary>Decimals of money in a chart.</summary>
    internal const int Cents = 2;

    const int ShareDecimals = 5;

    public static void Write(Utf8JsonWriter json, RunCurves curves)
    {
        json.WriteStartObject();
        Write(json, "equity", curves.Equity, Cents);
        Write(json, "benchmark", curves.Benchmark, Cents);
        json.WriteString("benchmarkSymbol", curves.BenchmarkSymbol);
        Write(json, "grossLeverage", curves.GrossLeverage, ShareDecimals);
        Write(json, "netLeverage", curves.NetLeverage, ShareDecimals);
        json.Array("charts", curves.Charts, Write);
        json.Array("trades", curves.Trades, TradeJson.Write);
        json.Numbers("profitEdges", curves.ProfitEdges, 10);
        json.WriteStartArray("profitCounts");
        foreach (var count in curves.ProfitCounts)
        {
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The JSON text; like all of the house's it holds no bare angle bracket, so a page may carry it.</summary>
    public static ReadOnlyMemory<byte> Bytes(RunCurves curves)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, curves);
        }

        return buffer.WrittenMemory;
    }

    public static RunCurves Read(JsonElement json) => new()
    {
        Equity = ReadCurve(json.GetProperty("equity")),
        Benchmark = ReadCurve(json.GetProperty("benchmark")),
        BenchmarkSymbol = json.Text("benchmarkSymbol"),
        GrossLeverage = ReadCurve(json.GetProperty("grossLeverage")),
        NetLeverage = ReadCurve(json.GetProperty("netLeverage")),
        Charts = json.Array("charts", ReadChart),
        Trades = json.Array("trades", TradeJson.ReadTrade),
        ProfitEdges = json.Numbers("profitEdges"),
        ProfitCounts = json.Array("profitCounts", item => item.GetInt64()),
    };

    internal static void Write(Utf8JsonWriter json, string name, Curve curve, int decimals)
    {
        json.WriteStartObject(name);
        json.Steps("t", curve.Times);
        json.Numbers("v", curve.Values, decimals);
        json.WriteEndObject();
    }

    static Curve ReadCurve(JsonElement json) => new(json.Steps("t"), json.Numbers("v"));

    static void Write(Utf8JsonWriter json, CandleChart chart)
    {
        json.WriteString("symbol", chart.Symbol);
        json.WriteNumber("decimals", chart.Decimals);
        json.Steps("t", chart.Times);
        json.Numbers("o", chart.Open, 10);
        json.Numbers("h", chart.High, 10);
        json.Numbers("l", chart.Low, 10);
        json.Numbers("c", chart.Close, 10);
        json.Array("indicators", chart.Indicators, (to, line) =>
        {
            to.WriteString("name", line.Name);
            to.Numbers("v", line.Values, Math.Min(chart.Decimals + 2, 10));
        });
    }

    static CandleChart ReadChart(JsonElement json) => new()
    {
        Symbol = json.Text("symbol"),
        Decimals = json.Int("decimals"),
        Times = json.Steps("t"),
        Open = json.Numbers("o"),
        High = json.Numbers("h"),
        Low = json.Numbers("l"),
        Close = json.Numbers("c"),
        Indicators = json.Array("indicators", line => new IndicatorLine(line.Text("name"), line.Numbers("v"))),
    };
}
