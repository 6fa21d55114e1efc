using System.Text.RegularExpressions;
using Workbench.Research.Search;

namespace Workbench.Research.Compare;

/// <summary>Variants that came to nothing for one reason.</summary>
/// <param name="State">failed, stopped, or unranked: finished without the figure it is ranked by.</param>
/// <param name="Reason">The reason of the first of them.</param>
/// <param name="Count">How many.</param>
/// <param name="Example">Key of the first of them.</param>
public sealed partial record Failure(string State, string Reason, int Count, string Example)
{
    /// <summary>By reason, the most frequent first; reasons that differ in numbers alone are one.</summary>
    internal static IReadOnlyList<Failure> Of(IReadOnlyList<RankedVariant> variants) =>
    [
        .. variants.Where(variant => variant.Result.State != VariantState.Finished || variant.Objective.Value is null)
            .GroupBy(variant => (State: StateOf(variant), Shape: Numbers().Replace(ReasonOf(variant), "#")))
            .Select(group => new Failure(group.Key.State, ReasonOf(group.First()), group.Count(), group.First().Result.Key))
            .OrderByDescending(failure => failure.Count).ThenBy(failure => failure.State, StringComparer.Ordinal).ThenBy(failure => failure.Reason, StringComparer.Ordinal),
    ];

    static string StateOf(RankedVariant variant) => variant.Result.State switch
    {
        VariantState.Failed => "failed",
        VariantState.Stopped => "stopped",
        _ => "unranked",
    };

    static string ReasonOf(RankedVariant variant) => variant.Result.Reason ?? variant.Objective.Reason ?? "no reason was given";

    [GeneratedRegex(@"-?\d[\d.,:]*")]
    private static partial Regex Numbers();
}
