using System.Text.Encodings.Web;

namespace Workbench.Research;

/// <summary>Where figures and tables come from, in words: the run, whether it is stale, what else a reader must know.</summary>
static class Origin
{
    public const string Stale = "stale: the strategy changed after this run";

    /// <summary>The caption, part by part; the badge first.</summary>
    public static IEnumerable<string> Words(IReadOnlyList<string> runs, bool isStale, IReadOnlyList<string> notes) =>
        [.. isStale ? [Stale] : Array.Empty<string>(), .. Runs(runs), .. notes];

    /// <summary>The caption as HTML, empty where there is nothing to say. Its colours follow the page's ink, light or dark.</summary>
    public static string Html(IReadOnlyList<string> runs, bool isStale, IReadOnlyList<string> notes)
    {
        var words = string.Join(" · ", Words(runs, false, notes).Select(HtmlEncoder.Default.Encode));
        var badge = isStale ? $"<span class=\"workbench-stale\" style=\"{Badge}\">{Stale}</span> " : "";
        return words.Length + badge.Length == 0 ? "" : $"<div class=\"workbench-origin\" style=\"{Caption}\">{badge}<span style=\"opacity:.65\">{words}</span></div>";
    }

    const string Caption = "font-size:12px;line-height:1.5;margin:2px 0 8px;font-variant-numeric:tabular-nums";
    const string Badge = $"display:inline-block;padding:0 8px;margin-right:6px;border:1px solid {Palette.WarnRule};border-radius:4px;background:{Palette.WarnGround};color:{Palette.Warn};font-weight:600";

    static IEnumerable<string> Runs(IReadOnlyList<string> runs) => runs.Count switch
    {
        0 => [],
        1 => ["run " + runs[0]],
        _ => ["runs " + string.Join(", ", runs)],
    };
}
