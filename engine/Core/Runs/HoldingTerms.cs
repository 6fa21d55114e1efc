namespace Workbench.Core;

/// <summary>What time does to whoever holds an instrument: charges, income and corporate actions. Each table is ordered by time; null and empty are none.</summary>
public sealed record HoldingTerms
{
    /// <summary>Interest over night.</summary>
    public SwapTable? Swap { get; init; }

    /// <summary>Funding of a perpetual.</summary>
    public IReadOnlyList<FundingRate> Funding { get; init; } = [];

    /// <summary>Fee for selling short.</summary>
    public BorrowTable? Borrow { get; init; }

    /// <summary>Dividends.</summary>
    public IReadOnlyList<Dividend> Dividends { get; init; } = [];

    /// <summary>Splits.</summary>
    public IReadOnlyList<Split> Splits { get; init; } = [];
}
