using System.Text.Json;

namespace Workbench.Research;

/// <summary>Which script may enter in which market, in JSON.</summary>
static class RotationTermsJson
{
    public static void Write(Utf8JsonWriter json, RotationTerms? terms)
    {
        if (terms is null)
        {
            return;
        }

        json.WriteStartObject("rotation");
        json.WriteString("timeframe", terms.Timeframe.ToString());
        json.WriteStartObject("regime");
        json.WriteNumber("length", terms.Regime.Length);
        json.WriteNumber("usualLength", terms.Regime.UsualLength);
        json.WriteNumber("trendFrom", terms.Regime.TrendFrom);
        json.WriteNumber("trendUntil", terms.Regime.TrendUntil);
        json.WriteNumber("highFrom", terms.Regime.HighFrom);
        json.WriteNumber("highUntil", terms.Regime.HighUntil);
        json.WriteNumber("lowFrom", terms.Regime.LowFrom);
        json.WriteNumber("lowUntil", terms.Regime.LowUntil);
        json.WriteEndObject();
        json.WriteStartObject("scripts");
        foreach (var (script, rule) in terms.Of.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.Strings(script, Words(rule));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static RotationTerms Read(JsonElement json)
    {
        var regime = json.GetProperty("regime");
        return new RotationTerms
        {
            Timeframe = BarSpec.Parse(json.Text("timeframe"), null),
            Regime = new RegimeTerms
            {
                Length = regime.Int("length"),
                UsualLength = regime.Int("usualLength"),
                TrendFrom = regime.Double("trendFrom"),
                TrendUntil = regime.Double("trendUntil"),
                HighFrom = regime.Double("highFrom"),
                HighUntil = regime.Double("highUntil"),
                LowFrom = regime.Double("lowFrom"),
                LowUntil = regime.Double("lowUntil"),
            },
            Of = json.GetProperty("scripts").EnumerateObject().ToDictionary(item => item.Name, item => RegimeRule.Parse(json.GetProperty("scripts").Strings(item.Name))),
        };
    }

    /// <summary>States as configurations spell them.</summary>
    public static IReadOnlyList<string> Words(RegimeRule rule) =>
        [.. rule.Trends.Select(trend => ModelText.NameOf(trend)), .. rule.Volatilities.Select(volatility => ModelText.NameOf(volatility))];
}
