using System.Globalization;
using System.Text.Json;
using Workbench.Research;
using Workbench.Research.Luck;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>A sweep as one JSON document: the members that other programs rely on, and some more.</summary>
static class SweepJson
{
    /// <summary>The document.</summary>
    public static ReadOnlySpan<byte> Of(Workspace workspace, SweepOutcome outcome) => JsonText.Of(json => Write(json, workspace, outcome, hasVariants: true));

    /// <summary>Writes it, with or without the variants.</summary>
    public static void Write(Utf8JsonWriter json, Workspace workspace, SweepOutcome outcome, bool hasVariants)
    {
        var (plan, end) = (outcome.Plan, outcome.End);
        json.WriteStartObject();
        json.WriteString("sweepId", outcome.Folder.Id);
        json.WriteString("method", plan.Method);
        json.WriteString("objective", plan.Objective);
        json.WriteNumber("seed", plan.Seed);
        json.WriteBoolean("acceptDataWarnings", plan.AcceptsDataWarnings);
        DataJson.Write(json, end.Judged(plan));
        if (hasVariants)
        {
            json.WriteStartArray("variants");
            foreach (var row in outcome.Ranked)
            {
                Write(json, row);
            }

            json.WriteEndArray();
        }

        json.WriteNumber("count", outcome.Ranked.Count);
        json.WriteNumber("wallSeconds", end.WallSeconds);
        json.WriteNumber("tickVariantsPerSecond", end.TickVariantsPerSecond);
        json.WriteNumber("trialsInFamily", end.TrialsInFamily);
        json.WriteStartObject("trialsBySource");
        foreach (var (source, count) in end.TrialsBySource)
        {
            json.WriteNumber(source, count);
        }

        json.WriteEndObject();
        WriteOdds(json, outcome.Odds);
        json.WriteStartArray("warnings");
        foreach (var warning in end.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteStartObject("artifacts");
        json.WriteString("plan", workspace.Show(outcome.Folder.Shards.PlanPath));
        json.WriteString("results", workspace.Show(outcome.Folder.ResultsPath));
        json.WriteString("returns", workspace.Show(outcome.Folder.ReturnsPath));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, SweepRow row)
    {
        var result = row.Result;
        json.WriteStartObject();
        json.WritePropertyName("parameters");
        WriteSettings(json, result.Settings);
        json.WriteString("state", TrialState.Of(result.State));
        json.WriteString("eventLogHash", result.EventLogHash);
        json.WriteString("behaviourHash", result.BehaviourHash);
        json.WriteNumber("fills", result.Fills);
        json.WriteNumber("trades", result.Trades);
        json.WriteString("equityEnd", result.State == VariantState.Failed ? null : result.EquityEnd.ToString("0.############################", CultureInfo.InvariantCulture));
        WriteFigure(json, row);
        json.WriteString("error", result.State == VariantState.Failed ? result.Reason : null);
        json.WriteString("stopped", result.State == VariantState.Stopped ? result.Reason : null);
        json.WriteEndObject();
    }

    /// <summary>Settings as an object.</summary>
    public static void WriteSettings(Utf8JsonWriter json, IEnumerable<string> settings)
    {
        json.WriteStartObject();
        foreach (var setting in settings)
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            json.WritePropertyName(setting[..equals]);
            WriteValue(json, setting[(equals + 1)..]);
        }

        json.WriteEndObject();
    }

    static void WriteOdds(Utf8JsonWriter json, SweepOdds odds)
    {
        json.WritePropertyName("odds");
        if (odds.Report is { } report)
        {
            LuckReportJson.Write(json, report);
            return;
        }

        json.WriteStartObject();
        json.WriteString("sentence", odds.Sentence);
        json.WriteEndObject();
    }

    static void WriteFigure(Utf8JsonWriter json, SweepRow row)
    {
        if (row.Objective.Value is { } value)
        {
            json.WriteNumber("objective", value);
        }
        else
        {
            json.WriteNull("objective");
        }

        json.WriteString("objectiveReason", row.Objective.Reason);
    }

    /// <summary>Numbers and truth bare, as a backtest's own document has them; all else as text.</summary>
    static void WriteValue(Utf8JsonWriter json, string text)
    {
        switch (text)
        {
            case "true" or "false":
                json.WriteBooleanValue(text == "true");
                break;
            case var _ when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(text);
                break;
        }
    }
}
