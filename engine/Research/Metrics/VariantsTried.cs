namespace Workbench.Research;

/// <summary>How many variants were tried before this one was chosen, and how much their Sharpe ratios differed.</summary>
/// <param name="Count">Variants tried, this one included; at least 1.</param>
/// <param name="SharpeVariance">Variance (n − 1) of their Sharpe ratios per period; of no account for a single one.</param>
public sealed record VariantsTried(int Count, double SharpeVariance)
{
    /// <summary>Nothing was searched: one script, one run.</summary>
    public static VariantsTried One { get; } = new(1, 0d);
}
