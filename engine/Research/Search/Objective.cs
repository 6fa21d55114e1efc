namespace Workbench.Research.Search;

/// <summary>
/// What variants are ranked by: a figure of the report (<c>sharpe</c>, or <c>maxDrawdown</c>, of which less is better) or a formula over
/// figures (<c>sharpe*sqrt(trades)</c>, of which more is better). Undefined, with the part to blame, where a figure is.
/// </summary>
public sealed class Objective
{
    readonly Formula formula;

    Objective(string text, Formula formula, bool isLowerBetter, int minTrades) =>
        (Text, this.formula, IsLowerBetter, MinTrades) = (text, formula, isLowerBetter, minTrades);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Whether less of the figure is better: of <c>maxDrawdown</c>. More is of every formula.</summary>
    public bool IsLowerBetter { get; }

    /// <summary>Closed trades below which there is no figure.</summary>
    public int MinTrades { get; }

    /// <summary>The names that a formula may use: the keys of the metrics, <see cref="ObjectiveFigures"/>, and what only some searches measure.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. MetricCatalog.All.Select(metric => metric.Key), .. ObjectiveFigures.Names];

    /// <summary>Reads one.</summary>
    /// <param name="text">A key or a formula.</param>
    /// <param name="minTrades">Closed trades below which there is no figure; 0 for no such rule.</param>
    /// <exception cref="WorkbenchException">WB4124 for a name that is not known, WB4125 for what cannot be read; both say the column.</exception>
    public static Objective Parse(string text, int minTrades = 0)
    {
        var formula = Formula.Parse(text.Trim(), Names);
        var isLower = formula is NameFormula && MetricCatalog.Find(formula.ToString()!).Better == Better.Lower;
        return new Objective(text.Trim(), formula, isLower, minTrades);
    }

    /// <summary>The figure of a variant, or why it has none.</summary>
    public MetricValue Of(VariantResult variant) => variant.State switch
    {
        VariantState.Finished when variant.Trades < MinTrades => MetricValue.None(FormattableString.Invariant($"{variant.Trades} trades, and {MinTrades} are asked for")),
        VariantState.Finished => formula.Of(name => ObjectiveFigures.Of(variant, name)),
        VariantState.Stopped => MetricValue.None($"it was stopped: {variant.Reason}"),
        _ => MetricValue.None($"it failed: {variant.Reason}"),
    };

    /// <summary>The figure turned so that more is better, as searches are told it; null where it is undefined.</summary>
    public double? Score(VariantResult variant) => Of(variant).Value is { } value ? (IsLowerBetter ? -value : value) : null;

    /// <summary>All variants, the best first: those without a figure after the others, failed ones last, ties in the order of their keys.</summary>
    public IReadOnlyList<RankedVariant> Rank(IEnumerable<VariantResult> variants) =>
    [
        .. variants.Select(variant => (Ranked: new RankedVariant(variant, Of(variant)), Score: Score(variant)))
            .OrderBy(each => each.Score is not null ? 0 : each.Ranked.Result.State == VariantState.Failed ? 2 : 1)
            .ThenByDescending(each => each.Score)
            .ThenBy(each => each.Ranked.Result.Key, StringComparer.Ordinal)
            .Select(each => each.Ranked),
    ];

    public override string ToString() => Text;
}
