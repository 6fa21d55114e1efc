namespace Workbench.Research.Evolution;

/// <summary>How much is traded.</summary>
public enum SizingKind
{
    /// <summary>Always so many units.</summary>
    Fixed,

    /// <summary>As many as lose a share of equity at the stop; without one, when the price moves by one average true range.</summary>
    Risk,

    /// <summary>As many as are worth a share of equity.</summary>
    Equity,
}
