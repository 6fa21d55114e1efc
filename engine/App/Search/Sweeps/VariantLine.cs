using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>A row of the table of variants.</summary>
/// <param name="Number">Its place in the plan, from 0.</param>
/// <param name="Rank">Its rank, from 1.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Objective">What it is ranked by.</param>
sealed record VariantLine(int Number, int Rank, VariantResult Result, MetricValue Objective)
{
    /// <summary>The value of a setting; empty where the variant has none of that name.</summary>
    public string Setting(string name) => Result.Settings.FirstOrDefault(setting => setting.StartsWith(name + "=", StringComparison.Ordinal)) is { } found ? found[(name.Length + 1)..] : "";
}
