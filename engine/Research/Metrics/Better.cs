namespace Workbench.Research;

/// <summary>Which way a metric improves; decides what a comparison marks as best.</summary>
public enum Better
{
    /// <summary>Neither way is better.</summary>
    Neither,

    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}
