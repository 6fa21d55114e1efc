using Workbench.Research.Compare;

namespace Workbench.Research;

/// <summary>One HTML page with some runs, or the variants of a search, side by side.</summary>
public static class ComparePage
{
    /// <summary>The page's scripts, in the order of what they draw.</summary>
    static readonly string[] Scripts =
    [
        "compare/who.js", "compare/matrix.js", "compare/odds.js", "compare/differs.js", "compare/figures.js", "compare/curves.js", "compare/front.js", "compare/space.js",
        "compare/parallel.js", "compare/spread.js", "compare/together.js", "compare/regimes.js", "compare/changes.js", "compare/lineage.js", "compare/modes.js", "compare/failed.js", "compare/page.js",
    ];

    /// <summary>Runs, with what their reports hold.</summary>
    /// <exception cref="WorkbenchException">WB4104 fewer than two runs, or too many.</exception>
    public static void Write(Stream page, IReadOnlyList<RunReport> runs) => Write(page, CompareDocument.Of([.. runs.Select(run => new ComparedRun(run))]));

    /// <summary>Whatever was compared.</summary>
    public static void Write(Stream page, CompareDocument document) => PageWriter.Write(page, document.Title, ["page.css", "compare/compare.css"], Scripts, json =>
    {
        json.WriteStartObject();
        CompareJson.WriteFields(json, document);
        ReportPage.WriteCatalog(json);
        json.WriteEndObject();
    });
}
