namespace Workbench.Data.Quality;

/// <summary>All that a check has to say of one UTC day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Totals">What was counted.</param>
/// <param name="Findings">What it found, the gravest first; empty where all is well.</param>
public sealed record DayReport(DateOnly Date, CheckTotals Totals, IReadOnlyList<Finding> Findings)
{
    /// <summary>The worst of its findings, with a sentence for each.</summary>
    public DayVerdict Verdict => new(
        Date, Findings.Count == 0 ? Quality.Verdict.Ok : Findings.Max(finding => finding.Verdict), [.. Findings.Select(finding => finding.Reason)]);
}
