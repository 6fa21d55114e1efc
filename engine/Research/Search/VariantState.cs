namespace Workbench.Research.Search;

/// <summary>How the run of a variant ended.</summary>
public enum VariantState
{
    /// <summary>It saw the whole tape.</summary>
    Finished,

    /// <summary>The script threw, hung, or its settings were refused; the reason says which.</summary>
    Failed,

    /// <summary>A written rule of the search stopped it early: ruin, drawdown, no trades. It still counts as a trial.</summary>
    Stopped,
}
