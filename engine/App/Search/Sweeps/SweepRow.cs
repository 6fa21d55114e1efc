using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>A variant as lists show it: what it came to, without its figures and returns, so that a hundred thousand fit into memory.</summary>
/// <param name="Number">Its place in the plan, from 0.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Objective">What it is ranked by, or why it has nothing.</param>
/// <param name="Score">The same, turned so that more is better.</param>
sealed record SweepRow(int Number, VariantResult Result, MetricValue Objective, double? Score)
{
    static readonly Dictionary<string, MetricValue> NoMetrics = [];

    /// <summary>Of a result.</summary>
    public static SweepRow Of(int number, VariantResult result, Objective objective) =>
        new(number, result with { Metrics = NoMetrics, Returns = [] }, objective.Of(result), objective.Score(result));

    /// <summary>The best first: those without a figure after the others, failed ones last, ties in the order of their keys.</summary>
    public static IReadOnlyList<SweepRow> Ranked(IEnumerable<SweepRow> rows) =>
    [
        .. rows.OrderBy(row => row.Score is not null ? 0 : row.Result.State == VariantState.Failed ? 2 : 1)
            .ThenByDescending(row => row.Score)
            .ThenBy(row => row.Result.Key, StringComparer.Ordinal),
    ];
}
