namespace Workbench.Core;

/// <summary>Funding of a perpetual: due at each instant of its table, on the value at the mid of that instant.</summary>
sealed class FundingSettlement(Market market, IReadOnlyList<FundingRate> table) : Settlement(market)
{
    int at;

    public override CashFlowKind Kind => CashFlowKind.Funding;

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
        var rate = table[at].Rate;
        return ((isLong ? -rate : rate) * UnitValue, rate);
    }
}
