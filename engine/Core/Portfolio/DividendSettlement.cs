namespace Workbench.Core;

/// <summary>Dividends: paid at the beginning of the ex-date to whoever holds the share then, and by whoever sold it short.</summary>
sealed class DividendSettlement(Market market, IReadOnlyList<Dividend> table) : Settlement(market)
{
    int at;

    public override CashFlowKind Kind => CashFlowKind.Dividend;

    public override void Begin(long time)
    {
        while (at < table.Count && table[at].Time <= time)
        {
            at++;
        }

        Next = at < table.Count ? table[at].Time : long.MaxValue;
    }

    public override void Advance() => Begin(Next);

    public override (decimal PerUnit, decimal Rate) Due(bool isLong)
    {
        var amount = table[at].Amount;
        return ((isLong ? amount : -amount) * Market.Instrument.ContractSize, amount);
    }
}
