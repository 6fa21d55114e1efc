namespace Workbench.Core;

/// <summary>Fee for shares sold short: due at the end of each calendar day of the exchange, weekends included.</summary>
sealed class BorrowSettlement(Market market, BorrowTable table) : Settlement(market)
{
    int at = -1;

    public override CashFlowKind Kind => CashFlowKind.Borrow;

    public override void Begin(long time) => Next = Market.Instrument.Calendar.TradingDay(time).To;

    public override void Advance() => Begin(Next);

    public override (decimal PerUnit, decimal Rate) Due(bool isLong)
    {
        if (isLong)
        {
            return default;
        }

        while (at + 1 < table.Rates.Count && table.Rates[at + 1].From <= Next)
        {
            at++;
        }

        if (at < 0)
        {
            throw RunErrors.NoRateInForce("borrow", Market.Instrument.Symbol, Next);
        }

        var rate = table.Rates[at].Rate;
        return (-rate * UnitValue / table.DaysInYear, rate);
    }
}
