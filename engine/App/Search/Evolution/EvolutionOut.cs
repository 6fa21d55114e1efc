using System.Text.Json;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>Evolutions as programs read them.</summary>
static class EvolutionOut
{
    /// <summary>One, with its survivors and all their ancestors.</summary>
    public static void Write(Utf8JsonWriter json, EvolutionDocument evolution, IReadOnlyList<string> kept)
    {
        json.WriteStartObject();
        json.WriteString("evolution", evolution.Id);
        json.WriteString("lineage", evolution.Lineage);
        json.WriteString("kind", evolution.Kind);
        json.WriteNumber("seed", evolution.Recipe.Seed);
        json.WriteBoolean("acceptDataWarnings", evolution.Recipe.AcceptDataWarnings);
        DataJson.Write(json, evolution.Judged);
        json.WriteNumber("generations", evolution.Generations);
        json.WriteNumber("tried", evolution.Tried);
        json.WriteNumber("behaviours", evolution.Behaviours);
        json.WriteNumber("trialsInFamily", evolution.TrialsInFamily);
        json.WriteStartObject("trialsBySource");
        foreach (var (source, count) in evolution.TrialsBySource)
        {
            json.WriteNumber(source, count);
        }

        json.WriteEndObject();
        json.WriteString("odds", evolution.Odds);
        Strings(json, "objectives", evolution.Recipe.Objectives);
        json.WriteStartArray("splits");
        foreach (var split in evolution.Splits)
        {
            json.WriteStartObject();
            Stretch(json, "inSample", split.InSample);
            Stretch(json, "outOfSample", split.OutOfSample);
            Stretch(json, "sealed", split.Sealed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("champions");
        foreach (var champion in evolution.Champions)
        {
            Write(json, champion);
        }

        json.WriteEndArray();
        json.WriteStartArray("family");
        foreach (var member in evolution.Family)
        {
            Write(json, member);
        }

        json.WriteEndArray();
        Strings(json, "kinds", evolution.Kinds);
        Strings(json, "kept", kept);
        Strings(json, "warnings", evolution.Warnings);
        json.WriteNumber("wallSeconds", evolution.WallSeconds);
        json.WriteEndObject();
    }

    static void Stretch(Utf8JsonWriter json, string name, TimeRange range)
    {
        json.WriteStartObject(name);
        json.WriteString("from", UtcNanos.ToIso(range.From));
        json.WriteString("to", UtcNanos.ToIso(range.To));
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Champion champion)
    {
        json.WriteStartObject();
        json.WriteString("name", champion.Name);
        json.WriteString("key", champion.Key);
        json.WriteString("script", champion.Script);
        json.WriteString("eventLogHash", champion.EventLogHash);
        Numbers(json, "scores", champion.Scores);
        Figures(json, "inSample", champion.InSample);
        Figures(json, "outOfSample", champion.OutOfSample);
        Number(json, "survival", champion.Survival);
        Number(json, "odds", champion.Odds);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, FamilyMember member)
    {
        json.WriteStartObject();
        json.WriteString("name", member.Name);
        Strings(json, "parents", member.ParentNames);
        json.WriteString("operator", member.Birth.Operator);
        json.WriteNumber("generation", member.Birth.Generation);
        json.WriteNumber("island", member.Birth.Island);
        json.WriteNumber("size", member.Size);
        json.WriteNumber("trades", member.Trades);
        Numbers(json, "scores", member.Scores);
        json.WriteEndObject();
    }

    static void Figures(Utf8JsonWriter json, string name, IReadOnlyList<RunFigures> runs)
    {
        json.WriteStartArray(name);
        foreach (var run in runs)
        {
            json.WriteStartObject();
            json.WriteString("state", run.State.ToString().ToLowerInvariant());
            json.WriteString("reason", run.Reason);
            json.WriteString("eventLogHash", run.EventLogHash);
            json.WriteNumber("fills", run.Fills);
            json.WriteNumber("trades", run.Trades);
            json.WriteString("equityEnd", FormattableString.Invariant($"{run.EquityEnd}"));
            Number(json, "totalReturn", run.Metric(MetricCatalog.TotalReturn));
            Number(json, "maxDrawdown", run.Metric(MetricCatalog.MaxDrawdown));
            Number(json, "sharpe", run.Metric(MetricCatalog.Sharpe));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double?> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (value is { } number)
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteNullValue();
            }
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
