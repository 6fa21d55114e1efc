namespace Workbench.Simulators.Oanda;

/// <summary>What the long or the short half of a position has brought so far, in the account's currency.</summary>
/// <param name="PL">Realized.</param>
/// <param name="Financing">Positive is earned.</param>
/// <param name="Commission">Positive is a charge.</param>
readonly record struct SideTotals(decimal PL = 0, decimal Financing = 0, decimal Commission = 0)
{
    public static SideTotals operator +(SideTotals one, SideTotals other) =>
        new(one.PL + other.PL, one.Financing + other.Financing, one.Commission + other.Commission);
}
