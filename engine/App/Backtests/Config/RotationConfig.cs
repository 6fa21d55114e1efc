using System.Text.Json;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Which script may enter in which state of the market, as a configuration writes it.</summary>
static class RotationConfig
{
    /// <summary>Reads <c>{"timeframe":"1h","scripts":{"sma-cross":["up","down"],"fade":["range","normal"]}}</c>.</summary>
    public static RotationTerms Read(JsonFields fields)
    {
        var usual = new RegimeTerms();
        var terms = new RotationTerms
        {
            Timeframe = Timeframe(fields, "timeframe", Bars.Hours(1)),
            Regime = new RegimeTerms
            {
                Length = (int)fields.Number("length", usual.Length, IsCount, "1 to 1000 bars are needed"),
                UsualLength = (int)fields.Number("usualLength", usual.UsualLength, IsCount, "1 to 1000 bars are needed"),
                TrendFrom = Border(fields, "trendFrom", usual.TrendFrom),
                TrendUntil = Border(fields, "trendUntil", usual.TrendUntil),
                HighFrom = Border(fields, "highFrom", usual.HighFrom),
                HighUntil = Border(fields, "highUntil", usual.HighUntil),
                LowFrom = Border(fields, "lowFrom", usual.LowFrom),
                LowUntil = Border(fields, "lowUntil", usual.LowUntil),
            },
            Of = Scripts(fields),
        };
        fields.Done();
        return terms.Regime.IsOrdered ? terms
            : throw CliErrors.BadConfig(fields.Config, $"{fields.Name}: a state is left where it would be entered again; trendUntil ≤ trendFrom, highUntil ≤ highFrom, lowFrom ≤ lowUntil < highFrom.");
    }

    /// <summary>A length of time by the clock, such as <c>15m</c>.</summary>
    public static BarSpec Timeframe(JsonFields fields, string name, BarSpec otherwise) => fields.Find(name) is not { } json ? otherwise
        : json.ValueKind == JsonValueKind.String && BarSpec.TryParse(json.GetString(), null, out var spec) && spec.IsByTime ? spec
        : throw CliErrors.BadConfig(fields.Config, $"{fields.Name}.{name} is '{json}', and no time by the clock such as 15m, 1h or 1d.");

    static double Border(JsonFields fields, string name, double otherwise) =>
        (double)fields.Number(name, (decimal)otherwise, value => value is > 0m and <= 100m, "a number above 0 and up to 100 is needed");

    static bool IsCount(decimal value) => value is >= 1m and <= 1_000m && value % 1m == 0m;

    static Dictionary<string, RegimeRule> Scripts(JsonFields fields)
    {
        var scripts = new Dictionary<string, RegimeRule>();
        if (fields.Find("scripts") is not { ValueKind: JsonValueKind.Object } json)
        {
            throw CliErrors.BadConfig(fields.Config, $"{fields.Name}.scripts names the scripts and their states, such as {{\"sma-cross\":[\"up\",\"down\"]}}.");
        }

        foreach (var script in json.EnumerateObject())
        {
            var words = script.Value.ValueKind == JsonValueKind.Array ? script.Value.EnumerateArray().Select(word => word.ToString()).ToList() : [];
            scripts[script.Name] = words.Count > 0 ? RegimeRule.Parse(words)
                : throw CliErrors.BadConfig(fields.Config, $"{fields.Name}.scripts.{script.Name} is a list of states, such as [\"up\",\"down\"].");
        }

        return scripts;
    }
}
