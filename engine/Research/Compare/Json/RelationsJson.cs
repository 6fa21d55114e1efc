using System.Text.Json;

namespace Workbench.Research.Compare;

/// <summary>How those compared hang together, in JSON: correlation, trades in common, regimes, modes.</summary>
static class RelationsJson
{
    public static void Write(Utf8JsonWriter json, CompareDocument document)
    {
        json.WriteStartObject("correlations");
        json.Steps("order", [.. document.Correlations.Order.Select(at => (long)at)]);
        SpaceJson.Write(json, "matrix", document.Correlations.Matrix);
        json.WriteEndObject();
        Write(json, document.Overlaps);
        json.WriteString("market", document.Market);
        json.WriteNumber("regimeLook", Regimes.Look);
        json.Array("regimes", document.Regimes, (to, regime) =>
        {
            to.WriteString("kind", regime.Kind);
            to.WriteString("name", regime.Name);
            to.WriteNumber("periods", regime.Periods);
            to.WriteStartArray("figures");
            foreach (var figures in regime.Figures)
            {
                to.WriteStartObject();
                CompareJson.Write(to, "return", figures.Return);
                CompareJson.Write(to, "sharpe", figures.Sharpe);
                to.WriteEndObject();
            }

            to.WriteEndArray();
        });
        json.Array("modes", document.Modes, Write);
    }

    static void Write(Utf8JsonWriter json, IReadOnlyList<IReadOnlyList<TradeOverlap>> overlaps)
    {
        double[][] Of(Func<TradeOverlap, MetricValue> figure) => [.. overlaps.Select(row => row.Select(each => figure(each).Value ?? double.NaN).ToArray())];
        json.WriteStartObject("overlaps");
        SpaceJson.Write(json, "sameWay", Of(each => each.SameWay));
        SpaceJson.Write(json, "sameEntries", Of(each => each.SameEntries));
        if (overlaps.SelectMany(row => row).FirstOrDefault(each => each.SameWay.Reason is not null)?.SameWay.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ModePair pair)
    {
        json.WriteNumber("first", pair.First);
        json.WriteNumber("other", pair.Other);
        json.Time("from", pair.From);
        json.Time("to", pair.To);
        json.WriteNumber("firstFills", pair.Fills.First);
        json.WriteNumber("otherFills", pair.Fills.Other);
        json.WriteNumber("matched", pair.Fills.Matched);
        CompareJson.Write(json, "slip", pair.Fills.Slip);
        CompareJson.Write(json, "worstSlip", pair.Fills.WorstSlip);
        CompareJson.Write(json, "late", pair.Fills.Late);
        CompareJson.Write(json, "latest", pair.Fills.Latest);
        json.Steps("times", [.. pair.Fills.Pairs.Select(each => each.Time / UtcNanos.Millisecond)]);
        json.Numbers("slips", [.. pair.Fills.Pairs.Select(each => each.Slip)], 8);
        json.Numbers("lates", [.. pair.Fills.Pairs.Select(each => each.Late)], 6);
    }
}
