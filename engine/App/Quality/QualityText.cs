using System.Globalization;
using System.Text;
using System.Text.Json;
using Workbench.Data.Quality;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A report of quality for people and for programs.</summary>
static class QualityText
{
    /// <summary>Most days that are told to people one by one.</summary>
    const int ShownDays = 40;

    /// <summary>A line with the counts, one for each day with something to say, and the verdict.</summary>
    public static string Of(QualityReport report)
    {
        var text = new StringBuilder();
        var totals = report.Totals;
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Instrument} {report.Kind}: {totals.Count:N0} on {report.Days.Count:N0} days; {Counts(report)}");
        var bad = report.Days.Select(day => day.Verdict).Where(day => day.Verdict != Verdict.Ok).ToList();
        foreach (var day in bad.Take(ShownDays))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {day.Date:yyyy-MM-dd} {Word(day.Verdict),-8} {string.Join("; ", day.Reasons)}");
        }

        if (bad.Count > ShownDays)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  and {bad.Count - ShownDays:N0} more days; --json has them all");
        }

        return text.Append("verdict: ").Append(Word(report.Verdict)).ToString();
    }

    /// <summary>What a check said, as the end of another sentence.</summary>
    public static string Said((DataQuality Quality, string Note) known) =>
        "; check " + known.Quality.ToString().ToLowerInvariant() + (known.Note.Length == 0 ? "" : ", " + known.Note);

    /// <summary>The document of <c>data check --json</c>.</summary>
    public static void Write(Utf8JsonWriter json, QualityReport report)
    {
        json.WriteStartObject();
        json.WriteString("instrument", report.Instrument);
        json.WriteString("kind", report.Kind);
        WriteTotals(json, report.Totals);
        json.WriteStartArray("days");
        foreach (var day in report.Days.Select(day => day.Verdict))
        {
            json.WriteStartObject();
            json.WriteString("date", day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("verdict", Word(day.Verdict));
            json.WriteStartArray("reasons");
            foreach (var reason in day.Reasons)
            {
                json.WriteStringValue(reason);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("verdict", Word(report.Verdict));
        json.WriteEndObject();
    }

    static void WriteTotals(Utf8JsonWriter json, CheckTotals totals)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("count", totals.Count);
        json.WriteNumber("crossed", totals.Crossed);
        json.WriteNumber("locked", totals.Locked);
        json.WriteNumber("duplicates", totals.Duplicates);
        json.WriteNumber("backwards", totals.Backwards);
        json.WriteNumber("gaps", totals.Gaps);
        json.WriteNumber("outliers", totals.Outliers);
        json.WriteNumber("stale", totals.Stale);
        json.WriteEndObject();
    }

    static string Counts(QualityReport report)
    {
        var totals = report.Totals;
        (string Name, long Count)[] counts =
        [
            ("crossed", totals.Crossed), ("locked", totals.Locked), ("duplicates", totals.Duplicates), ("backwards", totals.Backwards), ("gaps", totals.Gaps),
            ("outliers", totals.Outliers), ("stale", totals.Stale), ("of closed hours", totals.ClosedHours), ("outside of their range", totals.OutsideRange),
        ];
        var there = string.Join(", ", counts.Where(each => each.Count > 0).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Count:N0} {each.Name}")));
        return there.Length == 0 ? "nothing found" : there;
    }

    static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
