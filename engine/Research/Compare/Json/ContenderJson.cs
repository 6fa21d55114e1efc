using System.Text.Json;

namespace Workbench.Research.Compare;

/// <summary>Those compared in JSON: who they are, their figures, their curves.</summary>
static class ContenderJson
{
    /// <summary>Points of a curve, all contenders together: a page with twenty must still open quickly.</summary>
    const int MostPoints = 24_000;

    static readonly Dictionary<string, MetricDefinition> Known = MetricCatalog.All.ToDictionary(metric => metric.Key, StringComparer.Ordinal);

    public static void Write(Utf8JsonWriter json, CompareDocument document)
    {
        var points = Math.Clamp(MostPoints / Math.Max(1, document.Contenders.Count), 200, Curve.MostPoints);
        json.Array("contenders", Enumerable.Range(0, document.Contenders.Count), (to, at) => Write(to, document, at, points));
    }

    static void Write(Utf8JsonWriter json, CompareDocument document, int at, int points)
    {
        var contender = document.Contenders[at];
        json.WriteString("key", contender.Key);
        json.WriteString("label", contender.Label);
        json.WriteString("mode", contender.Mode);
        json.Strings("settings", contender.Settings);
        json.WriteString("eventLogHash", contender.EventLogHash);
        CompareJson.Write(json, "objective", contender.Objective);
        json.Strings("warnings", contender.Warnings);
        Write(json, contender);
        Write(json, document.Figures[at]);
        RunCurvesJson.Write(json, "curve", Worth(contender, document, points), 4);
    }

    static void Write(Utf8JsonWriter json, Contender contender)
    {
        var currency = contender.Run?.Document.Equity.Currency ?? "";
        json.WriteStartObject("metrics");
        foreach (var (key, value) in contender.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(key);
            json.Number("value", value.Value);
            if (value.Reason is { } reason)
            {
                json.WriteString("reason", reason);
            }

            json.WriteString("unit", Known.TryGetValue(key, out var definition) ? UnitOf(definition, currency) : "ratio");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    internal static string UnitOf(MetricDefinition definition, string currency) => definition.Unit switch
    {
        MetricUnit.Currency => currency.Length > 0 ? currency : "money",
        MetricUnit.Seconds => "s",
        _ => JsonOut.Camel(definition.Unit),
    };

    static void Write(Utf8JsonWriter json, ComparedFigures figures)
    {
        json.WriteStartObject("figures");
        Write(json, "whole", figures.Whole);
        Write(json, "earlier", figures.Earlier);
        Write(json, "later", figures.Later);
        json.WriteEndObject();
        CompareJson.Write(json, "survival", figures.Survival);
        Write(json, "sharpeDifference", figures.Sharpe);
        Write(json, "meanDifference", figures.Mean);
        if (figures.BeatsLuck is { } beats)
        {
            json.WriteBoolean("beatsLuck", beats);
        }
        else
        {
            json.WriteNull("beatsLuck");
        }
    }

    internal static void Write(Utf8JsonWriter json, string name, PhaseFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteNumber("periods", figures.Periods);
        CompareJson.Write(json, "return", figures.Return);
        CompareJson.Write(json, "sharpe", figures.Sharpe);
        CompareJson.Write(json, "drawdown", figures.Drawdown);
        CompareJson.Write(json, "volatility", figures.Volatility);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, Difference difference)
    {
        json.WriteStartObject(name);
        json.Number("value", difference.Value.Value);
        if (difference.Value.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        json.Number("low", difference.Low);
        json.Number("high", difference.High);
        json.Number("p", difference.P);
        json.WriteBoolean("significant", difference.IsSignificant);
        json.WriteEndObject();
    }

    /// <summary>A hundred at the start; a run's as it was marked, a variant's at the ends of periods.</summary>
    static Curve Worth(Contender contender, CompareDocument document, int points)
    {
        if (contender.Run is { } run)
        {
            var first = run.Equity.Values.Count > 0 ? run.Equity.Values[0] : 0d;
            return first > 0d ? Curve.Thin([.. run.Equity.Times], [.. run.Equity.Values.Select(value => value / first * 100d)], points) : Curve.Empty;
        }

        var worth = new double[contender.Returns.Length + 1];
        worth[0] = 100d;
        for (var i = 0; i < contender.Returns.Length; i++)
        {
            worth[i + 1] = worth[i] * (1d + contender.Returns[i]);
        }

        return worth.Length == document.Clock.Ends.Count + 1 ? Curve.Thin([document.Start, .. document.Clock.Ends], worth, points) : Curve.Empty;
    }
}
