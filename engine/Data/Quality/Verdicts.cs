namespace Workbench.Data.Quality;

/// <summary>Verdicts of a check as stores spell them, and back.</summary>
static class Verdicts
{
    /// <summary>What a report says of a stretch with that content.</summary>
    public static StoredQuality Of(QualityReport report, string content) => new()
    {
        Rules = StoredQuality.CurrentRules,
        Content = content,
        Ok = [.. report.Days.Where(day => day.Findings.Count == 0).Select(day => StoredVerdict.Text(day.Date))],
        Days = [.. report.Days.Where(day => day.Findings.Count > 0).Select(day => Of(day.Verdict))],
    };

    /// <summary>A day's verdict.</summary>
    public static StoredVerdict Of(DayVerdict day) => new()
    {
        Date = StoredVerdict.Text(day.Date),
        Verdict = day.Verdict == Verdict.Refused ? StoredVerdict.Refused : StoredVerdict.Warn,
        Reasons = day.Reasons,
    };

    /// <summary>What a stored verdict says, as findings of a comparison.</summary>
    public static IEnumerable<Finding> Findings(this StoredVerdict stored, Defect defect) => stored.Reasons.Select(reason =>
        new Finding(StoredVerdict.Day(stored.Date), defect, stored.Quality == DataQuality.Refused ? Verdict.Refused : Verdict.Warn, reason));
}
