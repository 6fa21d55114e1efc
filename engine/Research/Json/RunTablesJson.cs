using System.Text.Json;

namespace Workbench.Research;

/// <summary>The report's tables in JSON.</summary>
static class RunTablesJson
{
    public static void Write(Utf8JsonWriter json, RunTables tables)
    {
        json.Array("monthly", tables.Monthly, Write);
        json.Array("yearly", tables.Yearly, Write);
        json.Array("drawdowns", tables.Drawdowns, Write);
        json.Array("bySide", tables.BySide, TradeJson.Write);
        json.Array("byScript", tables.ByScript, TradeJson.Write);
        json.Array("byInstrument", tables.ByInstrument, TradeJson.Write);
        json.Array("byEntryTag", tables.ByEntryTag, TradeJson.Write);
        json.Array("byExitTag", tables.ByExitTag, TradeJson.Write);
        json.Array("byExitReason", tables.ByExitReason, TradeJson.Write);
        json.Array("byMix", tables.ByMix, TradeJson.Write);
        json.Array("openTrades", tables.OpenTrades, TradeJson.Write);
        json.WriteNumber("partiallyFilled", tables.PartiallyFilled);
        json.WriteStartObject("refusals");
        foreach (var (reason, count) in tables.Refusals)
        {
            json.WriteNumber(reason, count);
        }

        json.WriteEndObject();
    }

    public static RunTables Read(JsonElement json) => new()
    {
        Monthly = json.Array("monthly", ReadPeriod),
        Yearly = json.Array("yearly", ReadPeriod),
        Drawdowns = json.Array("drawdowns", ReadDrawdown),
        BySide = json.Array("bySide", TradeJson.ReadGroup),
        ByScript = json.ArrayOrNone("byScript", TradeJson.ReadGroup),
        ByInstrument = json.Array("byInstrument", TradeJson.ReadGroup),
        ByEntryTag = json.Array("byEntryTag", TradeJson.ReadGroup),
        ByExitTag = json.Array("byExitTag", TradeJson.ReadGroup),
        ByExitReason = json.ArrayOrNone("byExitReason", TradeJson.ReadGroup),
        ByMix = json.Array("byMix", TradeJson.ReadGroup),
        OpenTrades = json.Array("openTrades", TradeJson.ReadTrade),
        PartiallyFilled = json.Long("partiallyFilled"),
        Refusals = json.GetProperty("refusals").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetInt64()),
    };

    static void Write(Utf8JsonWriter json, PeriodReturn period)
    {
        json.WriteNumber("year", period.Year);
        json.WriteNumber("month", period.Month);
        json.Number("return", period.Return);
        json.Money("profit", period.Profit);
    }

    static PeriodReturn ReadPeriod(JsonElement json) => new(json.Int("year"), json.Int("month"), json.Number("return"), json.Money("profit"));

    static void Write(Utf8JsonWriter json, DrawdownSpan span)
    {
        json.WriteNumber("depth", span.Depth);
        json.WriteNumber("money", span.Money);
        json.Time("peak", span.Peak);
        json.Time("trough", span.Trough);
        if (span.Recovery is { } recovery)
        {
            json.Time("recovery", recovery);
        }

        json.Time("end", span.End);
    }

    static DrawdownSpan ReadDrawdown(JsonElement json) => new(
        json.Double("depth"), json.Double("money"), json.Time("peak"), json.Time("trough"),
        json.TryGetProperty("recovery", out _) ? json.Time("recovery") : null, json.Time("end"));
}
