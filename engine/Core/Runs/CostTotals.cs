namespace Workbench.Core;

/// <summary>What trading cost, in account currency; positive is paid, negative received. Spread and slippage lie within the prices, the others are charged on top.</summary>
/// <param name="Commission">Paid to the venue for fills.</param>
/// <param name="Spread">Paid by crossing from mid to bid or ask.</param>
/// <param name="Slippage">Paid by filling beyond the quote.</param>
/// <param name="Swap">Paid for holding over night.</param>
/// <param name="Funding">Paid to the other side of a perpetual.</param>
/// <param name="Borrow">Paid to the lender of shares sold short.</param>
public readonly record struct CostTotals(
    decimal Commission, decimal Spread, decimal Slippage, decimal Swap, decimal Funding = 0m, decimal Borrow = 0m)
{
    /// <summary>All of them.</summary>
    public decimal Total => Charged + Spread + Slippage;

    /// <summary>Those that are charged on top of prices: commission, swap, funding and borrow fee.</summary>
    public decimal Charged => Commission + Swap + Funding + Borrow;

    /// <summary>Sum, line by line.</summary>
    public static CostTotals operator +(in CostTotals left, in CostTotals right) => new(
        left.Commission + right.Commission, left.Spread + right.Spread, left.Slippage + right.Slippage,
        left.Swap + right.Swap, left.Funding + right.Funding, left.Borrow + right.Borrow);

    /// <summary>Difference, line by line.</summary>
    public static CostTotals operator -(in CostTotals left, in CostTotals right) => new(
        left.Commission - right.Commission, left.Spread - right.Spread, left.Slippage - right.Slippage,
        left.Swap - right.Swap, left.Funding - right.Funding, left.Borrow - right.Borrow);

    /// <summary>Adds what a fill cost: nothing is paid for holding at a fill.</summary>
    internal CostTotals WithFill(in CostTotals fill) => new(
        Commission + fill.Commission, Spread + fill.Spread, Slippage + fill.Slippage, Swap, Funding, Borrow);

    /// <summary>A share of each line, as <see cref="Money.Booked"/> rounds it.</summary>
    internal CostTotals Share(decimal part, decimal of) => new(
        Part(Commission, part, of), Part(Spread, part, of), Part(Slippage, part, of),
        Part(Swap, part, of), Part(Funding, part, of), Part(Borrow, part, of));

    static decimal Part(decimal amount, decimal part, decimal of) => amount == 0m ? 0m : Money.Booked(amount * part / of);
}
