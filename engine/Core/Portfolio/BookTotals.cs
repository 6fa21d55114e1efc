namespace Workbench.Core;

/// <summary>Running sums of one script's book, in account currency.</summary>
sealed class BookTotals
{
    public long Fills { get; set; }

    public long Trades { get; set; }

    /// <summary>Realised price profit and dividends, less all that was charged.</summary>
    public decimal Realised { get; set; }

    public decimal Dividends { get; set; }

    public CostTotals Costs { get; set; }
}
