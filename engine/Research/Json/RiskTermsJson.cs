using System.Text.Json;

namespace Workbench.Research;

/// <summary>The trader's limits in JSON; a run without any has nothing to write.</summary>
static class RiskTermsJson
{
    public static void Write(Utf8JsonWriter json, RiskTerms terms)
    {
        if (terms.IsNone)
        {
            return;
        }

        json.WriteStartObject("risk");
        Write(json, "each", terms.Each);
        Write(json, "inAll", terms.InAll);
        json.WriteStartObject("of");
        foreach (var (symbol, limits) in terms.Of.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Write(json, symbol, limits);
        }

        json.WriteEndObject();
        Write(json, "heat", terms.Heat);
        Write(json, "dailyLoss", terms.DailyLoss);
        Write(json, "drawdown", terms.Drawdown);
        Write(json, terms.Portfolio);
        RotationTermsJson.Write(json, terms.Rotation);
        Write(json, terms.Entries);
        json.WriteEndObject();
    }

    public static RiskTerms Read(JsonElement config) => !config.TryGetProperty("risk", out var json) ? RiskTerms.None : new RiskTerms
    {
        Each = Limits(json.GetProperty("each")),
        InAll = Limits(json.GetProperty("inAll")),
        Of = json.GetProperty("of").EnumerateObject().ToDictionary(item => item.Name, item => Limits(item.Value)),
        Heat = Limit(json, "heat"),
        DailyLoss = Limit(json, "dailyLoss"),
        Drawdown = Limit(json, "drawdown"),
        Portfolio = json.TryGetProperty("portfolio", out var portfolio) ? Portfolio(portfolio) : null,
        Rotation = json.TryGetProperty("rotation", out var rotation) ? RotationTermsJson.Read(rotation) : null,
        Entries = json.TryGetProperty("entries", out var entries) ? Entries(entries) : null,
    };

    static void Write(Utf8JsonWriter json, EntryTerms? terms)
    {
        if (terms is not null)
        {
            json.WriteStartObject("entries");
            json.WriteNumber("notBefore", terms.NotBefore);
            json.WriteNumber("skipped", terms.Skipped);
            json.WriteNumber("seed", terms.Seed);
            json.WriteEndObject();
        }
    }

    static EntryTerms Entries(JsonElement json) => new()
    {
        NotBefore = json.GetProperty("notBefore").GetInt64(),
        Skipped = json.GetProperty("skipped").GetDouble(),
        Seed = json.GetProperty("seed").GetInt64(),
    };

    static void Write(Utf8JsonWriter json, string name, RiskLimits limits)
    {
        json.WriteStartObject(name);
        Write(json, "orderQty", limits.OrderQty);
        Write(json, "orderValue", limits.OrderNotional);
        Write(json, "position", limits.PositionQty);
        Write(json, "positionValue", limits.PositionNotional);
        Write(json, "leverage", limits.GrossLeverage);
        Write(json, "netLeverage", limits.NetLeverage);
        Write(json, "openOrders", limits.OpenOrders);
        Write(json, "orderRate", limits.OrderRate);
        json.WriteNumber("orderRateNanos", limits.OrderRateNanos);
        Write(json, "collar", limits.PriceCollar);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, RiskLimit? limit)
    {
        if (limit is not null)
        {
            json.WriteStartObject(name);
            json.Money("limit", limit.Limit);
            json.WriteString("action", limit.Action is { } action ? ModelText.NameOf(action) : "");
            json.Money("warnAt", limit.WarnAt);
            json.WriteEndObject();
        }
    }

    static void Write(Utf8JsonWriter json, PortfolioTerms? terms)
    {
        if (terms is not null)
        {
            json.WriteStartObject("portfolio");
            json.WriteNumber("stepNanos", terms.StepNanos);
            json.WriteNumber("count", terms.Count);
            json.WriteNumber("confidence", terms.Confidence);
            json.WriteString("method", ModelText.NameOf(terms.Method));
            Write(json, "valueAtRisk", terms.ValueAtRisk);
            Write(json, "expectedShortfall", terms.ExpectedShortfall);
            Write(json, "correlatedExposure", terms.CorrelatedExposure);
            json.WriteEndObject();
        }
    }

    static RiskLimits Limits(JsonElement json) => new()
    {
        OrderQty = Limit(json, "orderQty"),
        OrderNotional = Limit(json, "orderValue"),
        PositionQty = Limit(json, "position"),
        PositionNotional = Limit(json, "positionValue"),
        GrossLeverage = Limit(json, "leverage"),
        NetLeverage = Limit(json, "netLeverage"),
        OpenOrders = Limit(json, "openOrders"),
        OrderRate = Limit(json, "orderRate"),
        OrderRateNanos = json.Long("orderRateNanos"),
        PriceCollar = Limit(json, "collar"),
    };

    static RiskLimit? Limit(JsonElement json, string name) => !json.TryGetProperty(name, out var limit) ? null : new RiskLimit(
        limit.Money("limit"), limit.Text("action") is { Length: > 0 } action ? ModelText.Name<RiskAction>("action", action) : null, limit.Money("warnAt"));

    static PortfolioTerms Portfolio(JsonElement json) => new()
    {
        StepNanos = json.Long("stepNanos"),
        Count = json.Int("count"),
        Confidence = json.Double("confidence"),
        Method = ModelText.Name<VarMethod>("method", json.Text("method")),
        ValueAtRisk = Limit(json, "valueAtRisk"),
        ExpectedShortfall = Limit(json, "expectedShortfall"),
        CorrelatedExposure = Limit(json, "correlatedExposure"),
    };
}
