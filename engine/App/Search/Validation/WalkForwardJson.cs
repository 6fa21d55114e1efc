using System.Text.Json;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>A walk-forward as one JSON document.</summary>
static class WalkForwardJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, WalkForwardOutcome outcome)
    {
        var report = outcome.Report;
        json.WriteStartObject();
        json.WriteString("script", outcome.Script);
        json.WriteString("design", report.Design);
        json.WriteString("mode", report.Mode);
        json.WriteString("objective", report.Objective);
        json.WriteString("rule", report.Rule);
        json.WriteNumber("variants", report.Variants);
        json.WriteString("period", report.Clock.Name);
        json.WriteNumber("periods", report.Clock.Ends.Count);
        if (report.Border.Purge is { } purge)
        {
            json.WriteNumber("purgeSeconds", (double)purge / UtcNanos.Second);
        }

        json.WriteNumber("embargoSeconds", (double)report.Border.Embargo / UtcNanos.Second);
        json.WriteStartArray("folds");
        foreach (var fold in report.Folds)
        {
            Write(json, fold);
        }

        json.WriteEndArray();
        Lines(json, report);
        Value(json, "medianEfficiency", report.MedianEfficiency);
        json.WriteStartObject("hindsight");
        json.WriteString("variant", outcome.Whole[0].Result.Key);
        Value(json, "objective", outcome.Whole[0].Objective);
        if (outcome.Plateau is { } plateau)
        {
            Value(json, "plateau", plateau.Score);
            json.WriteNumber("neighbours", plateau.Neighbours);
        }

        json.WriteEndObject();
        json.WriteBoolean("acceptDataWarnings", outcome.AcceptsDataWarnings);
        DataJson.Write(json, outcome.Data);
        json.WriteNumber("trialsInFamily", outcome.Trials.Distinct);
        json.WriteStartArray("warnings");
        foreach (var warning in outcome.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A figure as <c>{"value": …}</c>, with its reason where there is none.</summary>
    public static void Value(Utf8JsonWriter json, string name, MetricValue value)
    {
        json.WriteStartObject(name);
        if (value.Value is { } number)
        {
            json.WriteNumber("value", number);
        }
        else
        {
            json.WriteNull("value");
            json.WriteString("reason", value.Reason);
        }

        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, FoldResult fold)
    {
        json.WriteStartObject();
        json.WriteString("name", fold.Split.Name);
        json.WriteString("trainFrom", UtcNanos.ToIso(fold.Train.From));
        json.WriteString("trainTo", UtcNanos.ToIso(fold.Train.To));
        json.WriteNumber("trainPeriods", fold.Split.Train.Count);
        json.WriteString("testFrom", UtcNanos.ToIso(fold.Test.From));
        json.WriteString("testTo", UtcNanos.ToIso(fold.Test.To));
        json.WriteNumber("testPeriods", fold.Split.Test.Count);
        json.WriteStartArray("groups");
        foreach (var group in fold.Split.Groups)
        {
            json.WriteNumberValue(group + 1);
        }

        json.WriteEndArray();
        json.WriteString("chosen", fold.Chosen);
        Value(json, "score", fold.Score);
        Value(json, "inSample", fold.InSample);
        Value(json, "outOfSample", fold.OutOfSample);
        Value(json, "efficiency", fold.Efficiency);
        Value(json, "sharpe", fold.Sharpe);
        json.WriteNumber("activePeriods", fold.ActivePeriods);
        if (fold.Trades is { } trades)
        {
            json.WriteNumber("trades", trades);
        }

        json.WriteEndObject();
    }

    static void Lines(Utf8JsonWriter json, ValidationReport report)
    {
        json.WriteStartArray("lines");
        foreach (var line in report.Lines)
        {
            json.WriteStartObject();
            json.WriteString("name", line.Name);
            json.WriteNumber("periods", line.Returns.Count);
            json.WriteNumber("totalReturn", line.TotalReturn);
            Value(json, "sharpe", line.Sharpe(report.Clock));
            json.WriteNumber("maxDrawdown", line.Drawdown);
            json.WriteStartArray("returns");
            foreach (var value in line.Returns)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
