using System.Globalization;
using System.Text.Json;
using Workbench.Research;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>A stress test as one JSON document.</summary>
static class StressJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Utf8JsonWriter json, StressOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteString("script", outcome.Script);
        json.WriteString("variant", outcome.Real.Key);
        json.WriteString("eventLogHash", outcome.Real.EventLogHash);
        json.WriteString("set", outcome.SetHash);
        WalkForwardJson.Value(json, "survival", outcome.Score.Share);
        WalkForwardJson.Value(json, "lowestKind", outcome.Score.Lowest);
        Kinds(json, outcome.Score);
        Tapes(json, "tapes", outcome.Score);
        if (outcome.OwnStops is { } own)
        {
            Tapes(json, "ownStops", own);
        }

        json.WriteStartArray("monteCarlo");
        foreach (var each in outcome.MonteCarlo)
        {
            Write(json, each);
        }

        json.WriteEndArray();
        json.WriteBoolean("acceptDataWarnings", outcome.AcceptsDataWarnings);
        DataJson.Write(json, outcome.Data);
        json.WriteStartArray("warnings");
        foreach (var warning in outcome.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Kinds(Utf8JsonWriter json, SurvivalScore score)
    {
        json.WriteStartArray("kinds");
        foreach (var kind in score.Kinds)
        {
            json.WriteStartObject();
            json.WriteString("kind", EventKinds.NameOf(kind.Kind));
            json.WriteNumber("survived", kind.Survived);
            json.WriteNumber("tapes", kind.Tapes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Tapes(Utf8JsonWriter json, string name, SurvivalScore score)
    {
        json.WriteStartArray(name);
        foreach (var tape in score.Tapes)
        {
            json.WriteStartObject();
            json.WriteString("tape", tape.Tape);
            json.WriteBoolean("survived", tape.Survived);
            json.WriteString("why", tape.Why);
            Number(json, "maxDrawdown", tape.Drawdown);
            Number(json, "worstEvent", tape.WorstEvent);
            json.WriteString("equityEnd", tape.EquityEnd.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, Repetitions each)
    {
        json.WriteStartObject();
        json.WriteString("name", each.Name);
        json.WriteNumber("runs", each.Count);
        json.WriteNumber("failed", each.Failed);
        Quantiles(json, "return", each.Return?.Values);
        Quantiles(json, "maxDrawdown", each.Drawdown?.Values);
        Number(json, "losing", each.Losing);
        json.WriteStartArray("fan");
        foreach (var line in each.Fan?.Lines ?? [])
        {
            json.WriteStartArray();
            foreach (var value in line)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteString("note", each.Note);
        json.WriteEndObject();
    }

    static void Quantiles(Utf8JsonWriter json, string name, IReadOnlyList<double>? values)
    {
        json.WriteStartArray(name);
        foreach (var value in values ?? [])
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
