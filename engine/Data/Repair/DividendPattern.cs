namespace Workbench.Data.Repair;

/// <summary>How a dividend and the step of the adjusted prices on its day go together.</summary>
enum DividendPattern
{
    /// <summary>The step is the dividend's.</summary>
    Agrees,

    /// <summary>There is no step.</summary>
    NotAdjusted,

    /// <summary>The step is that of the dividend and its capital gains, which are part of it.</summary>
    GainsTwice,

    /// <summary>The step is that of the dividend divided by a split.</summary>
    SplitMissing,

    /// <summary>The step is that of a hundredth of the dividend.</summary>
    Hundredth,

    /// <summary>The step is that of a hundred times the dividend.</summary>
    Hundredfold,

    /// <summary>The step is none of these.</summary>
    Other,
}
