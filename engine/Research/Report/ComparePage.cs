namespace Workbench.Research;

/// <summary>One HTML page with some runs side by side: what differs, all figures, the curves laid over each other.</summary>
public static class ComparePage
{
    /// <summary>More columns than this nobody reads.</summary>
    public const int MostRuns = 20;

    /// <exception cref="WorkbenchException">WB4104 fewer than two runs, or too many.</exception>
    public static void Write(Stream page, IReadOnlyList<RunReport> runs)
    {
        if (runs.Count is < 2 or > MostRuns)
        {
            throw ResearchErrors.WrongRunCount(runs.Count, MostRuns);
        }

        PageWriter.Write(page, FormattableString.Invariant($"{runs.Count} runs compared"), "compare.js", json =>
        {
            json.WriteStartObject();
            json.Array("runs", runs, (to, run) =>
            {
                to.WritePropertyName("run");
                RunDocumentJson.Write(to, run.Document);
                RunCurvesJson.Write(to, "equity", run.Curves.Equity, RunCurvesJson.Cents);
            });
            ReportPage.WriteCatalog(json);
            json.WriteEndObject();
        });
    }
}
