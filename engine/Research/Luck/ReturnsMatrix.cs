using Workbench.Research.Search;

namespace Workbench.Research.Luck;

/// <summary>Returns of many variants over the same periods: what every statistic of luck is made of.</summary>
/// <param name="Names">The variants.</param>
/// <param name="Columns">For each variant its returns per period, oldest first; all of one length. One of another length, such as the empty one of a variant that failed, has no figures, yet it counts as a trial.</param>
/// <param name="PeriodsPerYear">Only to show annual figures: nothing is computed with it.</param>
public sealed record ReturnsMatrix(IReadOnlyList<string> Names, IReadOnlyList<double[]> Columns, double PeriodsPerYear)
{
    /// <summary>Periods.</summary>
    public int Rows => Columns.Count == 0 ? 0 : Columns.Max(column => column.Length);

    /// <summary>A column for each variant of a search, the failed ones included: a forgotten trial is still a trial.</summary>
    public static ReturnsMatrix Of(SearchDocument search) => new(
        [.. search.Variants.Select(variant => variant.Result.Key)], [.. search.Variants.Select(variant => variant.Result.Returns.ToArray())], search.Clock.PerYear);
}
