using System.Text.Json;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What the trader allows himself, as a configuration writes it.</summary>
static class RiskConfig
{
    /// <summary>Reads <c>{"each":{"position":100000},"inAll":{"leverage":{"limit":5,"action":"reduce"}},"drawdown":0.1}</c>; all words are in strategies/README.md.</summary>
    public static RiskTerms Read(JsonFields fields)
    {
        var terms = new RiskTerms
        {
            Each = Within(fields, "each"),
            InAll = Within(fields, "inAll"),
            Of = fields.Objects("of").ToDictionary(entry => entry.Key.ToUpperInvariant(), entry => Limits(entry.Fields)),
            Heat = Limit(fields, "heat"),
            DailyLoss = Share(fields, "dailyLoss"),
            Drawdown = Share(fields, "drawdown"),
            Portfolio = fields.Find("portfolio") is { } portfolio ? Portfolio(new JsonFields(portfolio, fields.Config, $"{fields.Name}.portfolio")) : null,
            Rotation = fields.Find("rotation") is { } rotation ? RotationConfig.Read(new JsonFields(rotation, fields.Config, $"{fields.Name}.rotation")) : null,
        };
        fields.Done();
        return terms;
    }

    static RiskLimits Within(JsonFields fields, string name) =>
        fields.Find(name) is { } json ? Limits(new JsonFields(json, fields.Config, $"{fields.Name}.{name}")) : RiskLimits.None;

    static RiskLimits Limits(JsonFields fields)
    {
        var limits = new RiskLimits
        {
            OrderQty = Limit(fields, "orderQty"),
            OrderNotional = Limit(fields, "orderValue"),
            PositionQty = Limit(fields, "position"),
            PositionNotional = Limit(fields, "positionValue"),
            GrossLeverage = Limit(fields, "leverage"),
            NetLeverage = Limit(fields, "netLeverage"),
            OpenOrders = Limit(fields, "openOrders"),
            OrderRate = Limit(fields, "orderRate"),
            OrderRateNanos = (long)(fields.Number("orderRateSeconds", 60m, value => value is > 0m and <= 86_400m, "seconds above 0 and up to a day are needed") * UtcNanos.Second),
            PriceCollar = Limit(fields, "collar"),
        };
        fields.Done();
        return limits;
    }

    static PortfolioTerms Portfolio(JsonFields fields)
    {
        var terms = new PortfolioTerms
        {
            StepNanos = RotationConfig.Timeframe(fields, "step", Bars.Hours(1)).NominalNanos,
            Count = (int)fields.Number("count", 250m, value => value is >= PortfolioTerms.Fewest and <= 10_000m && value % 1m == 0m, "20 to 10000 returns are needed"),
            Confidence = (double)fields.Number("confidence", 0.99m, value => value is > 0.5m and < 1m, "a share above 0.5 and below 1 is needed"),
            Method = fields.Word("method", VarMethod.Worse, ("worse", VarMethod.Worse), ("historical", VarMethod.Historical), ("parametric", VarMethod.Parametric)),
            ValueAtRisk = Limit(fields, "valueAtRisk"),
            ExpectedShortfall = Limit(fields, "expectedShortfall"),
            CorrelatedExposure = Limit(fields, "correlatedExposure"),
        };
        fields.Done();
        return terms;
    }

    static RiskLimit? Share(JsonFields fields, string name) => Limit(fields, name) is not { } limit ? null
        : limit.Limit < 1m ? limit
        : throw CliErrors.BadConfig(fields.Config, $"{fields.Name}.{name}: a share of equity below 1 is needed.");

    /// <summary>A number, or an object with a number and what is done about it.</summary>
    static RiskLimit? Limit(JsonFields fields, string name)
    {
        if (fields.Find(name) is not { } json)
        {
            return null;
        }

        var within = json.ValueKind == JsonValueKind.Number ? null : new JsonFields(json, fields.Config, $"{fields.Name}.{name}");
        var number = within is null ? fields.NumberOr(name) : within.NumberOr("limit");
        if (number is not { } limit || limit is <= 0m or > 1e15m)
        {
            throw CliErrors.BadConfig(fields.Config, $"{fields.Name}.{name}: a limit above 0 is needed, as a number or as {{\"limit\":…}}.");
        }

        return within is null ? new RiskLimit(limit) : Limit(within, limit);
    }

    static RiskLimit Limit(JsonFields fields, decimal limit)
    {
        var read = new RiskLimit(
            limit,
            fields.Word("action", (RiskAction?)null, [.. Enum.GetValues<RiskAction>().Select(action => (ModelText.NameOf(action), (RiskAction?)action))]),
            fields.Number("warnAt", 0.8m, value => value is > 0m and <= 1m, "a share of the limit, above 0 and up to 1, is needed"));
        fields.Done();
        return read;
    }
}
