using System.Globalization;
using System.Text;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>A sweep for a person: the best variants, what failed and why, and how often luck was tried.</summary>
static class SweepText
{
    const int Shown = 10;

    /// <summary>The whole summary.</summary>
    public static string Of(Workspace workspace, SweepOutcome outcome)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{outcome.Plan.Objective,12}{"trades",9}{"end equity",16}  {"hash",-14}settings");
        foreach (var row in outcome.Ranked.Take(Shown))
        {
            text.AppendLine(Line(row));
        }

        if (outcome.Ranked.Count > Shown)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"… and {outcome.Ranked.Count - Shown:N0} more");
        }

        AddFailed(text, outcome.Ranked);
        foreach (var warning in outcome.End.Warnings)
        {
            text.AppendLine("! " + warning);
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"trials in the family: {outcome.Trials}");
        text.AppendLine(outcome.Odds.Sentence);
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{outcome.Ranked.Count:N0} variants in {outcome.End.WallSeconds:0.0} s, {outcome.End.TickVariantsPerSecond / 1e6:0.0} million ticks × variants a second");
        text.Append("results: " + workspace.Show(outcome.Folder.ResultsPath));
        return text.ToString();
    }

    /// <summary>The figure that a variant is ranked by; a dash where it has none.</summary>
    public static string Figure(SweepRow row) => row.Objective.Value is { } value ? value.ToString("0.####", CultureInfo.InvariantCulture) : "-";

    static string Line(SweepRow row)
    {
        var result = row.Result;
        var ended = result.State == VariantState.Failed ? "-" : result.EquityEnd.ToString("N2", CultureInfo.InvariantCulture);
        var why = row.Objective.Reason is { } reason ? $"  ({reason})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Figure(row),12}{result.Trades,9:N0}{ended,16}  {result.EventLogHash?[..12] ?? "-",-14}{result.Key}{why}");
    }

    static void AddFailed(StringBuilder text, IReadOnlyList<SweepRow> ranked)
    {
        var failed = ranked.Where(row => row.Result.State == VariantState.Failed).GroupBy(row => row.Result.Reason ?? "", StringComparer.Ordinal)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal);
        foreach (var same in failed.Take(Shown))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"failed {same.Count():N0} ×: {same.Key}");
        }
    }
}
