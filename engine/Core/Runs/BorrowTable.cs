namespace Workbench.Core;

/// <summary>What selling an instrument short costs: charged at the end of each calendar day of its exchange.</summary>
public sealed record BorrowTable
{
    /// <summary>Rates in order of time.</summary>
    public required IReadOnlyList<BorrowRate> Rates { get; init; }

    /// <summary>Days in a year of the fee. Default 360, as lenders of shares in dollars count.</summary>
    public int DaysInYear { get; init; } = 360;
}
