using System.Text.Json;
using Workbench.Data.Repair;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What a repair found, for people and for programs.</summary>
static class RepairText
{
    public static string Of(string what, IReadOnlyList<PriceFinding> findings, bool isDry)
    {
        var lines = findings.Select(finding => (finding.IsRepaired ? isDry ? "would repair: " : "repaired: " : "left alone: ") + finding.Text);
        return findings.Count == 0 ? $"{what}: nothing to repair" : $"{what}:\n  " + string.Join("\n  ", lines);
    }

    public static void Write(Utf8JsonWriter json, string what, IReadOnlyList<PriceFinding> findings, bool isDry, AuditEntry? audit)
    {
        json.WriteStartObject();
        json.WriteString("data", what);
        json.WriteBoolean("dryRun", isDry);
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", JsonNamingPolicy.KebabCaseLower.ConvertName(finding.Rule.ToString()));
            json.WriteString("time", UtcNanos.ToIso(finding.Time));
            json.WriteNumber("rows", finding.Rows);
            json.WriteBoolean("repaired", finding.IsRepaired);
            json.WriteString("text", finding.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        audit?.Write(json);
        json.WriteEndObject();
    }
}
