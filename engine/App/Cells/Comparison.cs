using System.Text;
using Workbench.Research.Compare;

namespace Workbench.App.Cells;

/// <summary>What was laid side by side.</summary>
/// <param name="Runs">The runs, in the order they were given; none where a search is shown.</param>
/// <param name="PagePath">The page with their figures and curves.</param>
public sealed record Comparison(IReadOnlyList<Run> Runs, string PagePath)
{
    /// <summary>All that the page shows: odds, figures of both parts of the time, correlations, what changed.</summary>
    public required CompareDocument Document { get; init; }

    /// <summary>How likely it is that the best is luck, in a sentence.</summary>
    public string Odds => Document.Odds.Sentence;

    /// <summary>The same document as <c>compare --json</c> prints.</summary>
    public string ToJson() => Encoding.UTF8.GetString(CompareJson.Bytes(Document).Span);
}
